"""What comes next, and the sentence that says why."""

from datetime import date

import pytest

from coaching.practice.decisions import Decision
from coaching.progression import rules
from coaching.progression.rules import Choice, PractisedSet, Rung

RUNG = Rung("raise", gate=15, lighter="bent-knee", heavier="weighted")


def chosen(decision):
    return decision.facts["variation"]


def done(*, paced=0, perfect=None, reps=10, variation="raise"):
    perfect = paced if perfect is None else perfect
    return PractisedSet(variation, perfect, max(reps, perfect), paced)


def test_a_newcomer_begins_on_the_easiest_rung_an_answer_names():
    choices = [Choice("done", "never", "bent-knee", 3), Choice("flat", "no", "bug", 1)]
    decision = rules.starting_rung(choices, easiest="bug")
    facts = {"variation": "bug", "question": "flat", "answer": "no"}
    assert decision == Decision("start-by-answer", facts)


def test_an_answer_without_a_rung_limits_nothing():
    choices = [Choice("done", "often", "raise", 5), Choice("flat", "yes", None)]
    assert chosen(rules.starting_rung(choices, easiest="bug")) == "raise"


def test_without_any_answer_it_is_the_easiest():
    assert chosen(rules.starting_rung([Choice("flat", "yes", None)], easiest="bug")) == "bug"


def test_fifteen_slow_perfect_reps_in_one_set_open_the_next_rung():
    decision = rules.next_time(RUNG, [done(paced=9), done(paced=15)])
    assert decision == Decision("gate-passed", {"variation": "weighted", "perfect": 15})


@pytest.mark.parametrize(
    "sets",
    [
        [done(paced=14)],
        [done(paced=10), done(paced=10)],
        [done(paced=3, perfect=20, reps=20)],
        [done(paced=20, variation="bent-knee")],
    ],
)
def test_less_than_that_stays(sets):
    assert chosen(rules.next_time(RUNG, sets)) == "raise"


def test_on_the_highest_rung_fifteen_perfect_stay_there():
    assert (
        rules.next_time(Rung("top", 15, lighter="raise"), [done(paced=20, variation="top")]).rule
        == "stay"
    )


def test_the_sentence_of_staying_has_the_facts():
    facts = rules.next_time(RUNG, [done(paced=6, perfect=8), done(paced=9)]).facts
    assert facts == {"variation": "raise", "perfect": 17, "done": 20, "best": 9, "needed": 15}


def test_the_gate_is_the_variations_own():
    narrow = Rung("raise", gate=5, heavier="weighted")
    assert rules.next_time(narrow, [done(paced=5)]).rule == "gate-passed"
    assert rules.next_time(narrow, [done(paced=4)]).facts["needed"] == 5


def test_the_trunk_has_recovered_two_days_later():
    assert rules.rested_on(date(2026, 2, 27)) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("sets_ended", "before", "came_back"),
    [(0, True, False), (1, False, False), (1, True, True), (2, False, True)],
)
def test_a_fault_that_comes_back_asks_for_more_than_its_cue(sets_ended, before, came_back):
    assert rules.came_back(sets_ended=sets_ended, was_there_before=before) is came_back
