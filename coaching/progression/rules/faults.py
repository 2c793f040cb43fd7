"""What faults change: the cue of the day, what is done where one persists, and what closes the
raises until somebody has looked at it. Pure: no Django."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.progression.rules.facts import Faults, Past, Replied

# Workouts that today's focus looks back on, and how often a fault must have come in them: once is
# a slip. The three are the specification's, the two are ours.
LOOKS_BACK, AT_LEAST = 3, 2
# A fault persists where it spoils a fifth of the reps in two workouts running, or half of them in
# one. Percent; ours.
PERSISTS, AT_ONCE = 20, 50
# Closed at once where it ended sets in a second workout.
CLOSES_AT = 2


def came_back(*, sets_ended: int, was_there_before: bool) -> bool:
    """Whether a fault that ends sets asks for more than its cue: it ended two in one workout, or
    one after it had spoiled a rep in an earlier workout."""
    return sets_ended > 1 or (sets_ended > 0 and was_there_before)


@dataclass(frozen=True)
class Focus:
    """Today's fault (a slug), why it is, and whether it persists."""

    fault: str
    decision: Decision
    persists: bool


def focus(past: Sequence[Past], faults: Faults) -> Focus | None:
    """The commonest fault of the last three workouts; of two as common, the one that came last."""
    recent = [each for each in past if each.tells][:LOOKS_BACK]
    times: Counter[str] = Counter()
    for each in recent:
        times.update({slug: count for slug, count in each.faults if slug in faults})
    if not times or max(times.values()) < AT_LEAST:
        return None
    most = max(times.values())
    fault = next(
        slug for each in recent for slug, _count in each.faults if times.get(slug, 0) == most
    )
    facts: Facts = {"fault": fault, "times": most, "workouts": len(recent)}
    return Focus(fault, Decision("focus", facts), persists(fault, recent))


def persists(fault: str, recent: Sequence[Past]) -> bool:
    """Whether it spoiled many reps in the last workouts, newest first."""
    shares = [_share(fault, each) for each in recent if each.count.is_enough][:2]
    if shares and shares[0] >= AT_ONCE:
        return True
    return len(shares) == 2 and min(shares) >= PERSISTS


def _share(fault: str, past: Past) -> float:
    return 100 * dict(past.faults).get(fault, 0) / past.count.done


def closed(past: Sequence[Past], replies: Sequence[Replied], faults: Faults) -> Decision | None:
    """Why no raises at all until somebody has looked at it, or None: a fault that ended sets in a
    second workout, or again after it had been looked at."""
    seen = next((each for each in replies if each.rule == "fault-closed" and each.is_yes), None)
    since = [each for each in past if seen is None or each.pain.at > seen.at]
    times = Counter(slug for each in since for slug in {slug for slug, _where in each.ended_by})
    for slug, count in times.most_common():
        if slug in faults and faults[slug].closes and count >= (1 if seen else CLOSES_AT):
            return Decision("fault-closed", {"fault": slug, "times": count})
    return None
