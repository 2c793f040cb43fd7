"""Histories in which it hurts: what changes now, the day after, and in a month, and what is said of
it. Everybody here stands on the lying raise on Tuesday 10 March, unless it says otherwise."""

import pytest

from coaching.practice.refusals import Refused
from tests.progression.lives import Life, spoiled

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LONG = [""] * 15  # as many perfect ones as open the next rung
# Rungs, as tests/factories/content.py has them.
DEAD_BUG, SINGLE_LEG, BENT_KNEE, LYING, HOLD = 1, 2, 3, 5, 6


@pytest.fixture
def life(db):
    return Life()


def test_fifteen_perfect_and_pain_8_after(life):
    life.train(LONG, after=8)
    page = life.page("home")
    assert "No leg raises until" in page
    assert "Your back hurt at 8 after your workout on 10 March." in page
    assert life.offers == []
    for _day in range(2):
        with pytest.raises(Refused, match="hurt too much"):
            life.start(anyway=True)
        life.wait(days=1)
    assert life.closed is None
    assert life.load == (BENT_KNEE, 2, 10, None)
    assert life.why.endswith("something lighter, and nothing harder before 7 April.")
    loads = life.go_on_for(29)
    assert {rung for rung, *_rest in loads} == {BENT_KNEE}
    assert life.stands_on == "bent-knee-lowering"
    assert life.plan.decision.rule == "stay"


def test_pain_8_before_then_9_after_a_good_workout(life):
    life.train(LONG)
    life.three_days()
    assert life.offers == ["gate-passed"]
    life.train(before=8)
    assert (life.closed, life.offers) == ("pain-rests", [])
    assert "Your back hurt at 8 on 13 March, before you began." in life.page("home")
    life.wait(days=2)
    assert life.load == (BENT_KNEE, 2, 10, None)
    life.train(before=9)
    assert life.closed == "pain-rests"
    life.wait(days=1)
    assert life.closed == "pain-rests"
    assert "one workout after the other: read what to look out for" in life.why
    life.wait(days=1)
    assert life.load == (SINGLE_LEG, 2, 10, None)
    life.wait(days=28)
    assert life.load[:2] == (SINGLE_LEG, 2)
    assert life.offers == []


def test_pain_in_the_warm_up(life):
    life.train(LONG)
    life.three_days()
    life.walk(pain_at="drill")
    assert "Pain ended your workout on 13 March." in life.page("home")
    assert (life.closed, life.offers) == ("pain-rests", [])
    life.wait(days=2)
    assert life.load == (BENT_KNEE, 2, 10, None)
    assert "nothing harder before 10 April" in life.why
    assert life.choose("lying-raise").rule == "pain-eases"
    assert life.choose("lying-raise-with-hold").rule == "pain-eases"
    assert {rung for rung, *_rest in life.go_on_for(20)} == {BENT_KNEE}
    assert life.choose("lying-raise").rule == "pain-holds"
    life.go_on_for(9)
    assert life.choose("lying-raise") is None
    assert life.load[0] == LYING


def test_pain_in_whole_set_mode_before_the_review(life):
    life.walk(LONG, pain_at="set")
    assert life.last.ending == "pain"
    assert life.last.sets.get(number=1).reps.kept().count() == 15
    assert (life.closed, life.offers) == ("pain-rests", [])
    life.wait(days=1)
    assert life.closed == "pain-rests"
    assert "Pain ended your workout on 10 March." in life.page("home")
    life.wait(days=29)
    assert life.load[:2] == (BENT_KNEE, 2)
    assert life.offers == []


def test_pain_3_and_doming_on_the_hanging_knee_raise():
    life = Life(on="hanging-knee-raise")
    life.walk(lambda this_set: spoiled("doming", 1, 5), before=3)
    done = [each.variation_id for each in life.last.sets.all()]
    assert done == ["bent-knee-lowering", "single-leg-raise"]
    assert life.load[0] == DEAD_BUG
    assert life.rests == "rest-day"
    said = "“Doming” ended a set, so we stay with something lighter until 4 workouts have gone well"
    assert said in life.page("home")
    life.wait(days=2)
    assert life.load[:2] == (DEAD_BUG, 2)
    assert life.choose("hanging-knee-raise") is not None
    life.wait(days=28)
    assert life.load[:2] == (DEAD_BUG, 2)


def test_doming_on_the_hanging_knee_raise_and_pain_3_after():
    life = Life(on="hanging-knee-raise")
    life.walk(lambda this_set: ["", "doming"] if this_set.number == 1 else None, after=3)
    assert life.closed == "pain-rests"  # three more than before
    life.wait(days=2)
    assert life.load[:2] == (SINGLE_LEG, 2)
    life.wait(days=28)
    assert life.load[:2] == (SINGLE_LEG, 2)


def test_pain_and_an_hour_later_15_perfect(life):
    life.train(after=5)
    life.wait(hours=1)
    with pytest.raises(Refused, match="hurt too much"):
        life.train(LONG, anyway=True)
    assert not life.person.workouts.running().exists()
    assert "No leg raises until" in life.page("start")
    life.wait(days=1)
    with pytest.raises(Refused, match="hurt too much"):
        life.train(LONG, anyway=True)
    life.wait(days=1)
    life.train(LONG)
    assert life.last.prescription["variation"] == "bent-knee-lowering"
    assert life.offers == []
    life.wait(days=4)
    life.morning()
    assert life.plan.decision.rule == "pain-holds"
    assert "So nothing harder before 7 April." in life.page("home")


def test_the_day_after_is_worse_after_a_perfect_workout(life):
    life.train(LONG)
    life.wait(days=1)
    life.morning("worse", 1)
    assert (life.closed, life.offers) == ("pain-rests", [])
    assert "Your back felt worse the day after your workout, on 11 March." in life.page("home")
    life.wait(days=1)
    assert life.closed == "pain-rests"
    life.wait(days=1)
    assert life.load == (BENT_KNEE, 2, 10, None)
    life.wait(days=27)
    assert life.load[:2] == (BENT_KNEE, 2)
    assert life.offers == []


@pytest.mark.parametrize(
    ("compared", "pain", "decided", "sets"),
    [
        ("none", 0, "gate-open", 3),
        ("better", 1, "gate-open", 3),
        ("same", 2, "gate-open", 3),
        ("same", 3, "pain-eases", 2),  # three more than before
        ("worse", 1, "pain-eases", 2),
    ],
)
def test_each_answer_about_the_day_after(life, compared, pain, decided, sets):
    life.train(LONG)
    life.three_days(compared, pain)
    assert (life.plan.decision.rule, life.load[1]) == (decided, sets)
    assert bool(life.offers) is (decided == "gate-open")


def test_pain_of_3_before_and_as_much_the_day_after_holds_the_load(life):
    life.train(before=3, after=3)
    life.three_days("same", 3)
    assert (life.plan.decision.rule, life.load[:2]) == ("pain-stays", (BENT_KNEE, 2))
    assert life.closed is None
    assert "So nothing harder, and 2 sets at most." in life.page("home")
    life.train()
    life.three_days()
    assert life.load[1] == 3


def test_nobody_answers_for_a_month(life):
    for _workout in range(10):
        life.train(LONG, morning=None)
        assert life.offers == []
        life.wait(days=3)
        assert (life.load, life.rules) == ((LYING, 3, 10, 25), ["gate-waits"])
    assert "How your back feels the day after decides whether" in life.page("home")
    life.morning()  # one answer is enough
    assert life.offers == ["gate-passed"]
