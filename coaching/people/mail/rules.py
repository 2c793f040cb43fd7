"""When a letter that could not be sent is tried again. Pure: no Django."""

from datetime import datetime, timedelta

# Whoever sends a letter has it for this long: longer than a mail server is waited for (ten seconds
# a step), so that no two send it, and soon over where the sender was killed.
LEASE = timedelta(minutes=2)
# A mail server that refuses newcomers on principle (greylisting) wants to be asked again after
# minutes; one that is down, not all the time. RFC 5321, 4.5.4.1 asks for half an hour later on.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30))
# Nobody waits for a link any longer.
GIVE_UP_AFTER = timedelta(hours=24)


def next_try(tries: int, now: datetime) -> datetime:
    """When to try again after `tries` tries (1 or more) that have failed."""
    return now + WAITS[min(tries, len(WAITS)) - 1]


def refused_for_good(codes: list[int]) -> bool:
    """Whether a mail server said by its answers, one for each address, that asking again is no
    use: 5xx for all of them. RFC 5321, 4.2.1."""
    return bool(codes) and all(500 <= code < 600 for code in codes)
