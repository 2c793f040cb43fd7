"""When a floor has changed, and how much of the past is one point of a picture."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.progression.rules import ranges, trend

FLOORS = st.lists(st.integers(0, 90), max_size=30)
SOURCES = st.sampled_from(["eye", "phone", "camera"])
DAYS = st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), max_size=400)


@pytest.mark.parametrize(
    ("source", "floors", "before", "now", "changed"),
    [
        ("eye", (45, 45, 50, 31, 30, 35), 45, 31, True),
        ("eye", (40, 40, 40, 31, 31, 31), 40, 31, False),  # nine degrees
        ("eye", (40, 40, 40, 30, 30, 30), 40, 30, True),
        ("phone", (40, 40, 40, 36, 36, 36), 40, 36, False),
        ("phone", (40, 40, 40, 35, 35, 35), 40, 35, True),
        ("camera", (35, 35, 35, 40, 40, 40), 35, 40, True),  # up is a change, too
        ("eye", (60, 20, 20, 20, 20), None, 20, False),  # five workouts
        ("eye", (60, 60, 60, 60, 20, 60), 60, 60, False),  # one good mood
        ("eye", (0, 90, 45, 45, 45, 45, 45, 45), 45, 45, False),  # what was long ago
        ("eye", (26,), None, 26, False),
    ],
)
def test_a_change_is_more_than_noise(source, floors, before, now, changed):
    found = trend.Trend("lying-raise", source, floors)
    assert (found.before, found.now, found.has_changed) == (before, now, changed)


@given(FLOORS.filter(bool), SOURCES)
def test_fewer_than_six_never_change_and_a_changed_one_leaves_its_band(floors, source):
    found = trend.Trend("lying-raise", source, tuple(floors))
    assert found.now in floors
    low, high = found.band
    assert 0 <= low <= found.now < high
    if len(floors) < trend.ENOUGH:
        assert not found.has_changed
    if found.has_changed:
        assert not low < found.before < high


def test_a_source_and_a_variation_have_a_trend_of_their_own():
    floors = [("lying-raise", "eye", 50), ("lying-raise", "phone", 30), ("dead-bug", "eye", 10)] * 3
    found = {(each.variation, each.source): each.floors for each in trend.trends(floors)}
    assert found == {
        ("lying-raise", "eye"): (50, 50, 50),
        ("lying-raise", "phone"): (30, 30, 30),
        ("dead-bug", "eye"): (10, 10, 10),
    }


@given(FLOORS.flatmap(lambda floors: st.tuples(st.just(floors), st.permutations(floors))))
def test_three_floors_in_another_order_are_the_same(pair):
    floors, mixed = pair
    if len(floors) == 3:
        both = [trend.Trend("a", "eye", tuple(each)).now for each in (floors, mixed)]
        assert both[0] == both[1]


# Points


@pytest.mark.parametrize(
    ("workouts", "every", "unit"),
    [(0, 1, "workout"), (130, 1, "workout"), (131, 1, "week"), (150, 2, "week"),
     (1500, 2, "month"), (4000, 2, "year")],
)  # fmt: skip
def test_many_workouts_become_weeks_months_or_years(workouts, every, unit):
    days = [date(2010, 1, 1) + timedelta(days=every * number) for number in range(workouts)]
    assert ranges.unit_for(days) == unit


@given(DAYS)
def test_no_picture_has_more_points_than_can_be_told_apart_and_none_is_lost(days):
    named = dict(enumerate(days))
    found = ranges.points(named, ranges.unit_for(days))
    assert len(found) <= ranges.MOST_POINTS
    assert sorted(name for _day, names in found for name in names) == sorted(named)
    assert [day for day, _names in found] == sorted(day for day, _names in found)


@pytest.mark.parametrize(
    ("unit", "first"),
    [
        ("workout", date(2026, 11, 22)),
        ("week", date(2026, 11, 16)),
        ("month", date(2026, 11, 1)),
        ("year", date(2026, 1, 1)),
    ],
)
def test_a_week_begins_on_monday(unit, first):
    assert ranges.start_of(unit, date(2026, 11, 22)) == first


def test_a_rung_is_reached_once_and_going_down_reaches_none():
    first = date(2026, 1, 1)
    moves = [(first, 3, "c"), (first + timedelta(days=9), 1, "a"), (first + timedelta(30), 4, "d")]
    assert [name for _day, name in ranges.highest_yet(moves)] == ["c", "d"]
