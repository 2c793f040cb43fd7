"""A year of made-up people: what the rules make of them, and that the kept picture is of today."""

from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from coaching.progression import history
from coaching.progression.simulation import report
from coaching.progression.simulation.people import SORE_UNTIL, Person

KEPT = Path(__file__).parents[2] / "docs" / "simulation.md"
WEEKS = 52


@pytest.fixture(scope="module")
def ladder(shipped):
    return history.rungs(shipped), history.faults(shipped)


@pytest.fixture(scope="module")
def years(ladder):
    return {each.person.name: each for each in report.years(*ladder, weeks=WEEKS)}


def weeks_since(day):
    return (day - report.BEGINS).days / 7


def test_the_kept_picture_is_of_today(years):
    now = report.markdown(years.values(), weeks=WEEKS)
    assert KEPT.read_text() == now, "manage.py simulate > docs/simulation.md"


def test_the_command_prints_one_person_as_often_as_asked_the_same():
    said = [StringIO(), StringIO()]
    for out in said:
        call_command("simulate", "sore", weeks=4, seed=3, stdout=out)
    assert said[0].getvalue() == said[1].getvalue()
    assert "## Sore" in said[0].getvalue()
    assert "## Steady" not in said[0].getvalue()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"name": "nobody"}, "Nobody is called nobody; there are steady, "),
        ({"weeks": 0}, "It takes a week or more."),
    ],
)
def test_what_cannot_be_simulated_is_said(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("simulate", **options)


def test_nobody_swings(years):
    assert {name: each.swings for name, each in years.items()} == dict.fromkeys(years, 0)


def test_the_steady_one_gets_to_the_top_and_not_before_eight_weeks(years):
    assert weeks_since(years["steady"].top_on) >= 8
    assert years["steady"].moves == (6, 0)


def test_the_steady_one_does_not_hang_about_below_the_top(years):
    days = [each.day for each in years["steady"].rows if each.day <= years["steady"].top_on]
    assert max((after - before).days for before, after in pairwise(days)) <= 21


def test_the_sloppy_one_goes_down_and_then_gets_on(years):
    orders = [order for _day, order in years["sloppy"].orders]
    lowest = orders.index(min(orders))
    assert orders[lowest] < orders[0]
    assert orders[-1] > orders[lowest]


def test_the_sore_one_is_not_brought_up_where_it_hurt_too_much(years):
    """Nor anywhere for four weeks after it."""
    life = years["sore"].life
    ups = [move for move in life.moves if move.decision.rule == "gate-passed"]
    much = [each.pain.at for each in life.past if each.pain.is_much]
    assert len(much) >= 3
    # In the simulation a workout and the move before it share their moment.
    waits = [up.at - at for up in ups for at in much if up.at > at]
    assert [each for each in waits if each.days < 28] == []


def test_the_sore_one_gets_on_again_when_it_has_settled(years):
    orders = [(weeks_since(day), order) for day, order in years["sore"].orders]
    sore = max(order for week, order in orders if SORE_UNTIL - 2 < week < SORE_UNTIL)
    assert orders[-1][1] > sore


def test_doming_ends_with_a_physio_and_never_comes_twice_on_one_step(years):
    where = [slug for _day, slug in years["postnatal"].ended_by_fault]
    assert len(where) == len(set(where)) == 2
    told = [each.told for each in years["postnatal"].rows]
    assert "fault-closed (doming)" in told
    assert years["postnatal"].days_closed >= report.SEEN_AFTER
    assert years["postnatal"].orders[-1][1] > 3


def test_who_comes_back_begins_lighter_and_gets_on_again(years):
    life = years["comes and goes"].life
    assert "back-lighter" in [each.decision.rule for each in life.moves]
    assert "back-gently" in [each.rule for each in life.past]
    lowest = min(order for _day, order in years["comes and goes"].orders[-40:])
    assert years["comes and goes"].orders[-1][1] > lowest
    assert years["back after three weeks"].top_on > years["steady"].top_on


def test_training_daily_earns_nothing(years):
    assert [
        move.decision.rule
        for move in years["impatient"].life.moves
        if move.decision.rule in ("gate-passed", "reps-grow")
    ] == []


def test_easy_weeks_are_no_habit(years):
    """At most every eight weeks for who feels well, and every four for who is sore."""
    most = {name: 4 if name == "sore" else 8 for name in years}
    assert [name for name, each in years.items() if each.easy_weeks > 1 + WEEKS / most[name]] == []


@pytest.mark.parametrize("wall", [3, 4, 6, 8])
def test_who_meets_a_wall_does_not_swing_and_goes_on_trying(wall, ladder):
    rungs, faults = ladder
    person = Person(
        "wall",
        "Everything up to a rung is easy, and nothing above it.",
        begins_on=wall,
        skill=lambda rung, _week, _times: 0.97 if rung <= wall else 0.3,
        fault="swung",
    )
    year = report.live(person, rungs, faults, weeks=52, seed=2)
    assert year.swings == 0
    came = [each.day for each in year.life.moves if rungs[each.variation].order == wall + 1]
    assert len(came) >= 2
    assert min((after - before).days for before, after in pairwise(came[::-1])) >= 56
