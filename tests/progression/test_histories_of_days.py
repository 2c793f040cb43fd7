"""Histories of days, weeks and replies: when to rest, who comes back, and what is asked again.
Everybody stands on the lying raise on Tuesday 10 March, unless it says otherwise."""

from datetime import timedelta

import pytest

from coaching.practice.models import Workout
from coaching.progression.models import Placement, Reply
from tests.progression.lives import Life

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LONG = [""] * 15  # as many perfect ones as open the next rung
# Rungs, as tests/factories/content.py has them.
DEAD_BUG, SINGLE_LEG, BENT_KNEE, LYING, HOLD = 1, 2, 3, 5, 6


@pytest.fixture
def life(db):
    return Life()


# Days


def test_four_workouts_in_one_afternoon(life):
    life.wait(at=(14, 0))
    life.train()
    for _workout in range(3):
        life.wait(minutes=40)
        life.train(LONG, anyway=True)
    assert life.rests == "rest-day"
    assert "Rest until Thursday" in life.page("home")
    life.wait(days=1)
    life.morning()
    assert (life.rests, life.offers) == ("rest-day", [])
    life.wait(days=1)
    assert (life.rests, life.offers) == (None, [])
    assert (life.load, life.rules) == ((LYING, 3, 10, 25), ["stay"])
    life.wait(days=28)
    assert life.offers == []


def test_daily_for_14_days(life):
    for _day in range(14):
        life.train(LONG if _day else None, anyway=True)
        life.wait(days=1)
        life.morning()
        assert life.rests
        assert life.offers == []
        assert life.load == (LYING, 3, 10, 25)
    assert "workouts in seven days are enough" in life.page("home")
    assert life.when(lambda later: not later.rests) == 4
    assert (life.load, life.offers) == ((LYING, 3, 10, 25), [])


def test_away_200_days(life):
    life.train(LONG)
    life.wait(days=1)
    life.morning()
    life.wait(days=1)
    assert life.offers == ["gate-passed"]
    life.wait(days=198)
    assert life.plan is None
    assert "We begin anew" in life.page("home")
    life.start(answers={"done-before": "regularly", "flatten-back": "no"})
    assert life.last.prescription["variation"] == "dead-bug"
    life.go_on()
    life.three_days()
    assert (life.load, life.offers) == ((DEAD_BUG, 3, 10, 25), [])


def test_who_comes_back_stands_no_higher_than_before():
    life = Life(on="single-leg-raise")
    life.train()
    life.wait(days=200)
    life.start()
    assert life.last.prescription["variation"] == "single-leg-raise"
    assert "You begin anew, no higher than where you stood" in life.sentence(
        Placement.objects.filter(person=life.person).first().decision
    )


@pytest.mark.parametrize(
    ("days", "load", "said"),
    [
        (13, (LYING, 3, 10, 25), "30 of 30 were perfect."),
        (14, (LYING, 2, 10, 25), "You were away for 14 days."),
        (27, (LYING, 2, 10, 25), "You were away for 27 days."),
        (28, (BENT_KNEE, 2, 8, None), "You were away for 28 days. Welcome back"),
        (89, (BENT_KNEE, 2, 8, None), "You were away for 89 days. Welcome back"),
    ],
)
def test_back_after_some_weeks(life, days, load, said):
    life.train()
    life.wait(days=1)
    life.morning()
    life.wait(days=days - 1)
    assert life.load == load
    assert said in life.page("home")
    assert life.offers == []


# Replies


def test_not_yet_to_everything_for_a_year(life):
    """It is asked again every fourth workout, and nothing that was declined happens."""
    asked = []
    for _workout in range(14):
        offers = life.offers
        asked.append("gate-passed" in offers)
        for rule in [*offers, *(each.rule for each in life.plan.declinable)]:
            life.reply(rule, "not-yet")
        assert life.load[0] == LYING
        assert life.offers == []
        life.train(LONG)
        life.three_days()
    assert life.stands_on == "lying-raise"
    assert asked == [False] + [True, False, False, False] * 3 + [True]
    assert Reply.objects.filter(person=life.person, answer="yes").count() == 0


def test_an_offer_that_reads_as_one_that_was_taken_is_another_one(life):
    """Up, down again by choice, and up once more by the same reps."""
    for _time in range(2):
        life.wait(days=8)
        life.train(LONG)
        life.wait(days=8)
        life.morning()
        life.reply("gate-passed")
        assert life.stands_on == "lying-raise-with-hold"
        life.wait(days=1)
        life.choose("lying-raise")
    assert Placement.objects.filter(person=life.person, decided__rule="gate-passed").count() == 2


def test_a_second_easy_week_reads_as_the_first_and_is_one(life):
    for _time in range(2):
        for _workout in range(2):
            life.train(after=2)
            life.three_days("same", 2)
        assert life.offers == ["easy-week"]
        life.reply("easy-week")
        assert life.load[1] == 2
        assert "An easy week until" in life.says
        life.wait(days=28)
        life.train()
        life.three_days()


# What was there before


def test_an_old_installations_workouts(life):
    """Without target, without what else was decided, and nobody was asked about the day after."""
    for _workout in range(3):
        life.train(LONG, after=1, morning=None)
        life.wait(days=3)
    for workout in Workout.objects.all():
        for word in ("target", "also", "focus", "breath_aloud"):
            del workout.prescription[word]
        workout.prescription["decision"] = {"rule": "stay", "facts": {"variation": "lying-raise"}}
        workout.save()
    assert (life.load, life.rules, life.offers) == (
        (LYING, 3, 10, 25), ["gate-waits"], [],
    )  # fmt: skip
    assert "How your back feels the day after" in life.page("home")
    assert all(life.get("summary", each.pk).status_code == 200 for each in Workout.objects.all())
    life.morning()
    assert life.offers == ["gate-passed"]
    life.wait(days=1)
    life.train()
    life.three_days()
    assert life.load[0] == LYING
    assert life.now - life.last.started_at > timedelta(days=2)
