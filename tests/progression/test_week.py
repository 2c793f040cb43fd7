"""Rest, and the days on which somebody may train: on their own calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from coaching.progression.rules.rest import MOST_IN_SEVEN, is_extra, planned, rest

VIENNA, NEW_YORK, AUCKLAND = map(
    ZoneInfo, ("Europe/Vienna", "America/New_York", "Pacific/Auckland")
)
MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def on(*numbers):
    """Days of March 2026, of which 2, 9 and 16 are Mondays."""
    return {date(2026, 3, number) for number in numbers}


def march(number):
    return date(2026, 3, number)


@pytest.mark.parametrize(
    ("trained", "today", "said"),
    [
        # Nothing to rest from.
        ((), 2, None),
        ((2,), 4, None),
        ((2, 4), 6, None),
        # Yesterday, or today.
        ((2,), 2, ("rest-day", 2, 4, None)),
        ((2,), 3, ("rest-day", 2, 4, None)),
        ((2, 3), 3, ("rest-day", 3, 5, None)),
        ((2, 4), 5, ("rest-day", 4, 6, None)),
        # Three in seven days: every day until one of them lies far enough behind.
        ((2, 4, 6), 6, ("rest-week", 6, 9, 3)),
        ((2, 4, 6), 7, ("rest-week", 6, 9, 3)),
        ((2, 4, 6), 8, ("rest-week", 6, 9, 3)),
        ((2, 4, 6), 9, None),
        ((2, 4, 7), 8, ("rest-day", 7, 9, None)),
        ((2, 5, 8), 9, ("rest-day", 8, 10, None)),
        ((2, 5, 8), 10, None),
        # More than the coach would have planned: the third from the end counts.
        ((2, 3, 4, 5), 6, ("rest-week", 5, 10, 4)),
        ((2, 3, 4, 5), 9, ("rest-week", 5, 10, 3)),
        ((2, 3, 4, 5), 10, None),
        ((1, 2, 3, 4, 5, 6, 7), 7, ("rest-week", 7, 12, 7)),
        # Tomorrow's, after a journey west: as good as today's.
        ((3,), 2, ("rest-day", 2, 4, None)),
        ((2, 3), 2, ("rest-day", 2, 4, None)),
    ],
)
def test_rest_and_its_reason(trained, today, said):
    decision = rest(on(*trained), march(today))
    if said is None:
        assert decision is None
        return
    rule, last, until, count = said
    facts = {"on": march(last).isoformat(), "until": march(until).isoformat()}
    assert (decision.rule, decision.facts) == (rule, facts | ({"count": count} if count else {}))


@pytest.mark.parametrize(
    ("before", "day", "extra"),
    [
        ((), 2, False),
        ((2,), 2, True),  # a second on the same day
        ((2,), 3, True),
        ((2,), 4, False),
        ((2, 4), 6, False),
        ((2, 4, 6), 8, True),  # a fourth in seven days
        ((2, 4, 6), 9, False),
        ((3,), 2, True),
    ],
)
def test_a_workout_too_many(before, day, extra):
    assert is_extra(on(*before), march(day)) is extra


@pytest.mark.parametrize(
    ("trained", "not_before", "found"),
    [
        ((), None, (2, 4, 6, 9, 11, 13)),
        ((2,), None, (4, 6, 9, 11, 13)),
        ((1,), None, (3, 5, 8, 10, 12, 15)),
        # Two in a row leave their mark on the first week alone.
        ((1, 2), None, (4, 8, 10, 12, 15)),
        ((), 5, (5, 7, 9, 12, 14)),
        ((2,), 3, (4, 6, 9, 11, 13)),
        ((), 30, ()),
        # Long ago does not matter.
        (tuple(range(-400, -10)), None, (2, 4, 6, 9, 11, 13)),
    ],
)
def test_the_next_days_are_as_early_as_the_rest_allows(trained, not_before, found):
    history = {MONDAY + (number - 2) * DAY for number in trained}
    not_before = not_before and march(not_before)
    days = planned(history, MONDAY, not_before=not_before, days=14)
    assert [day.day for day in days] == list(found)


def test_six_weeks_are_three_workouts_each():
    days = planned((), MONDAY)
    assert len(days) == 6 * MOST_IN_SEVEN
    assert {day.weekday() for day in days} == {0, 2, 4}


histories = st.sets(st.integers(-30, 2).map(lambda number: MONDAY + number * DAY))
offsets = st.none() | st.integers(-5, 20).map(lambda number: MONDAY + number * DAY)


@given(histories, offsets)
def test_what_is_planned_keeps_to_the_limits_and_always_goes_on(trained, not_before):
    days = planned(trained, MONDAY, not_before=not_before)
    assert list(days) == sorted(days)
    known = {min(day, MONDAY) for day in trained}
    for day in days:
        before = known | {each for each in days if each < day}
        assert day - max(before, default=day - 9 * DAY) >= 2 * DAY
        assert sum(day - each < 7 * DAY for each in before) < MOST_IN_SEVEN
        assert not is_extra(before, day)
    # No dead end: whatever went before, seven days later at the latest there is a next one.
    starts = max(MONDAY, not_before or MONDAY)
    for first in range(42 - 7 - (starts - MONDAY).days):
        week = {starts + (first + number) * DAY for number in range(8)}
        assert week & set(days)
    assert all(day >= starts for day in days)


@given(histories)
def test_until_is_the_first_day_that_may_be_trained(trained):
    decision = rest(trained, MONDAY)
    if decision is None:
        assert planned(trained, MONDAY)[0] == MONDAY
        return
    until = date.fromisoformat(decision.facts["until"])
    assert planned(trained, MONDAY)[0] == until > MONDAY
    known = {min(day, MONDAY) for day in trained}
    assert rest(known, until) is None
    assert rest(known, until - DAY)


@given(histories, histories)
def test_more_training_never_gives_an_earlier_day(trained, more):
    assert planned(trained | more, MONDAY)[0] >= planned(trained, MONDAY)[0]


# Where moments become days


def days(zone, *moments):
    return {timezone.localdate(moment, zone) for moment in moments}


def at(zone, *numbers):
    """A moment by the clock on the wall there, as the database keeps it."""
    return datetime(*numbers, tzinfo=zone).astimezone(UTC)


def test_ten_to_midnight_and_ten_past_are_neighbours():
    late, early = at(VIENNA, 2026, 3, 2, 23, 50), at(VIENNA, 2026, 3, 3, 0, 10)
    assert early - late == timedelta(minutes=20)
    assert days(VIENNA, late, early) == on(2, 3)
    assert is_extra(days(VIENNA, late), timezone.localdate(early, VIENNA))
    # The server is elsewhere, and there it is one day.
    assert len(days(UTC, late, early)) == 1


@pytest.mark.parametrize("changes", [date(2026, 3, 29), date(2026, 10, 25)], ids=str)
@pytest.mark.parametrize("hour", [0, 2, 12, 23])
@pytest.mark.parametrize("before", [0, 1, 2])
def test_the_night_of_the_clock_change_changes_no_rest(changes, hour, before):
    """Whether somebody trained on that day or before it, early or late: a full day lies between."""
    day = changes - before * DAY
    trained = days(VIENNA, at(VIENNA, day.year, day.month, day.day, hour, 50))
    assert trained == {day}
    after = day + 2 * DAY
    for when in (0, 12, 23):
        last = at(VIENNA, *(after - DAY).timetuple()[:3], when, 50)
        first = at(VIENNA, *after.timetuple()[:3], when, 10)
        assert rest(trained, timezone.localdate(last, VIENNA)).facts["until"] == after.isoformat()
        assert rest(trained, timezone.localdate(first, VIENNA)) is None


def test_a_week_across_the_clock_change_has_seven_days():
    trained = days(VIENNA, *(at(VIENNA, 2026, 10, number, 0, 5) for number in (20, 22, 24)))
    last = timezone.localdate(at(VIENNA, 2026, 10, 26, 23, 55), VIENNA)
    assert rest(trained, last).rule == "rest-week"
    first = timezone.localdate(at(VIENNA, 2026, 10, 27, 0, 5), VIENNA)
    assert rest(trained, first) is None


def test_a_journey_is_told_by_the_clock_of_where_one_is():
    """Trained in Vienna on Monday evening; on to New York, and over the date line to Auckland."""
    trained = [at(VIENNA, 2026, 3, 2, 20, 0)]
    landed = at(NEW_YORK, 2026, 3, 3, 18, 0)  # Tuesday there, 0 o'clock on Wednesday in Vienna
    assert rest(days(NEW_YORK, *trained), timezone.localdate(landed, NEW_YORK)).facts == {
        "on": "2026-03-02",
        "until": "2026-03-04",
    }
    trained.append(at(NEW_YORK, 2026, 3, 4, 18, 0))
    assert days(NEW_YORK, *trained) == on(2, 4)
    # There it was Tuesday and Thursday, so the day between is Friday, not Thursday.
    assert days(AUCKLAND, *trained) == on(3, 5)
    landed = at(AUCKLAND, 2026, 3, 6, 9, 0)
    said = rest(days(AUCKLAND, *trained), timezone.localdate(landed, AUCKLAND))
    assert (said.rule, said.facts["until"]) == ("rest-day", "2026-03-07")
    # And back: the same moment is a day earlier, and nothing that was done lies ahead of it.
    trained.append(at(AUCKLAND, 2026, 3, 7, 8, 0))
    landed = at(NEW_YORK, 2026, 3, 6, 15, 0)
    assert days(NEW_YORK, *trained) == on(2, 4, 6)
    said = rest(days(NEW_YORK, *trained), timezone.localdate(landed, NEW_YORK))
    assert (said.rule, said.facts["until"], said.facts["count"]) == ("rest-week", "2026-03-09", 3)


def test_a_day_that_was_kept_ahead_of_today_rests_today_and_tomorrow():
    """Kept as a day in Auckland, and read an hour later in New York, where it is the day before."""
    kept = {timezone.localdate(at(AUCKLAND, 2026, 3, 7, 8, 0), AUCKLAND)}
    today = timezone.localdate(at(AUCKLAND, 2026, 3, 7, 9, 0), NEW_YORK)
    assert rest(kept, today).facts == {"on": "2026-03-06", "until": "2026-03-08"}
    assert planned(kept, today)[0] == date(2026, 3, 8)
