"""Where somebody begins, and what of a fault asks for more than its cue."""

import pytest

from coaching.practice.decisions import Decision
from coaching.progression.rules import faults, starting
from coaching.progression.rules.facts import Rung
from coaching.progression.rules.starting import Choice


def chosen(decision):
    return decision.facts["variation"]


def test_a_newcomer_begins_on_the_easiest_rung_an_answer_names():
    choices = [Choice("done", "never", "bent-knee", 3), Choice("flat", "no", "bug", 1)]
    decision = starting.starting_rung(choices, easiest="bug")
    facts = {"variation": "bug", "question": "flat", "answer": "no"}
    assert decision == Decision("start-by-answer", facts)


def test_an_answer_without_a_rung_limits_nothing():
    choices = [Choice("done", "often", "raise", 5), Choice("flat", "yes", None)]
    assert chosen(starting.starting_rung(choices, easiest="bug")) == "raise"


def test_without_any_answer_it_is_the_easiest():
    assert chosen(starting.starting_rung([Choice("flat", "yes", None)], easiest="bug")) == "bug"


@pytest.mark.parametrize(
    ("stood_on", "goes_on"), [("bug", "bug"), ("raise", "raise"), ("top", "raise")]
)
def test_who_was_away_for_long_begins_no_higher_than_they_stood(stood_on, goes_on):
    rungs = {slug: Rung(slug, 15, order=n) for n, slug in enumerate(("bug", "raise", "top"))}
    answered = Decision("start-by-answer", {"variation": "raise"})
    assert chosen(starting.begun_anew(answered, stood_on=stood_on, rungs=rungs)) == goes_on


@pytest.mark.parametrize(
    ("sets_ended", "before", "came_back"),
    [(0, True, False), (1, False, False), (1, True, True), (2, False, True)],
)
def test_a_fault_that_comes_back_asks_for_more_than_its_cue(sets_ended, before, came_back):
    assert faults.came_back(sets_ended=sets_ended, was_there_before=before) is came_back
