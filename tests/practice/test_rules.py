"""The promise: only perfect reps count. And what is said before the next one."""

import itertools
from dataclasses import asdict
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.practice import rules
from coaching.practice.decisions import Decision
from coaching.practice.rules import JudgedRep, Suggestion, next_prompt, tally


def fault(slug, severity="note", suggestion="none"):
    return SimpleNamespace(
        slug=slug,
        severity=severity,
        suggestion=suggestion,
        cue=f"Cue for {slug}.",
        short_cue=f"Not {slug}.",
        stronger=f"Stronger for {slug}.",
    )


KNOWN = {
    f.slug: f
    for f in [
        fault("arched", "ends-rep", "stop-higher"),
        fault("swung"),
        fault("held"),
        fault("doming", "ends-set", "lighter"),
        fault("pain", "ends-workout", "pain"),
    ]
}


def reps(*verdicts):
    """reps("", "arched", "swung held"): a perfect one and two that were spoiled."""
    return [JudgedRep(n, tuple(said.split())) for n, said in enumerate(verdicts, start=1)]


def test_what_is_spoken_is_the_short_cue_of_what_is_read():
    for said in (["swung"], ["swung", "swung"]):
        prompt = next_prompt(reps(*said), KNOWN)
        assert (prompt.cue, prompt.short_cue) == ("Cue for swung.", "Not swung.")
    assert next_prompt(reps(""), KNOWN).short_cue == ""


def test_ten_reps_of_which_the_last_four_arched_are_a_six():
    counted = tally(reps(*[""] * 6, *["arched"] * 4))
    assert (counted.perfect, counted.done) == (6, 10)
    assert counted.faults == (("arched", 4),)


def test_a_rep_with_two_faults_is_one_rep_and_two_faults():
    counted = tally(reps("swung held", "swung"))
    assert (counted.perfect, counted.done) == (0, 2)
    assert counted.faults == (("swung", 2), ("held", 1))


@given(st.lists(st.sampled_from(["", "arched", "swung", "swung held"]), max_size=8))
def test_the_tally_does_not_care_in_which_order_reps_came(verdicts):
    in_order = reps(*verdicts)
    for order in itertools.islice(itertools.permutations(in_order), 20):
        assert tally(order) == tally(in_order)


def test_nothing_is_said_before_the_first_rep():
    assert next_prompt([], KNOWN) == rules.Prompt(1, rule="first-rep")


def test_todays_focus_is_said_before_the_first_rep_of_a_set():
    prompt = next_prompt([], KNOWN, focus=KNOWN["swung"])
    assert (prompt.number, prompt.fault, prompt.rule) == (1, "swung", "todays-focus")
    assert (prompt.cue, prompt.short_cue) == ("Cue for swung.", "Not swung.")
    assert prompt.suggestion is None


@pytest.mark.parametrize("verdicts", [("",), ("arched",), ("", "arched", "arched")])
def test_from_the_first_rep_on_a_set_speaks_for_itself(verdicts):
    focused = next_prompt(reps(*verdicts), KNOWN, focus=KNOWN["swung"])
    assert focused == next_prompt(reps(*verdicts), KNOWN)


def test_the_cue_of_the_last_fault_comes_with_the_next_rep():
    prompt = next_prompt(reps("", "arched"), KNOWN)
    assert (prompt.number, prompt.fault, prompt.cue) == (3, "arched", "Cue for arched.")
    assert prompt.suggestion is None


def test_the_cue_stays_while_the_reps_are_perfect_again():
    prompt = next_prompt(reps("arched", "", ""), KNOWN)
    assert prompt.cue == "Cue for arched."
    assert prompt.rule == "cue-for-last-fault"


def test_the_same_fault_twice_running_asks_for_more_than_its_cue():
    prompt = next_prompt(reps("", "arched", "arched swung"), KNOWN)
    assert prompt.suggestion == Suggestion("stop-higher", "Stronger for arched.", "arched")
    assert prompt.rule == "same-fault-twice"


@pytest.mark.parametrize("verdicts", [("arched", "", "arched"), ("arched", "swung"), ("arched",)])
def test_no_pattern_is_seen_where_there_is_none(verdicts):
    assert next_prompt(reps(*verdicts), KNOWN).suggestion is None


def test_who_has_raised_the_floor_since_is_not_asked_to_do_it_again():
    arched = [JudgedRep(n, ("arched",), floor=26) for n in (1, 2)]
    assert next_prompt(arched, KNOWN, floor=26).suggestion is not None
    assert next_prompt(arched, KNOWN, floor=36).suggestion is None
    assert next_prompt(arched, KNOWN, floor=36).cue == "Cue for arched."
    again = [*arched, JudgedRep(3, ("arched",), floor=36)]
    assert next_prompt(again, KNOWN, floor=36).suggestion is not None


def test_a_missing_rep_between_two_faults_is_no_pattern():
    assert (
        next_prompt([JudgedRep(2, ("arched",)), JudgedRep(4, ("arched",))], KNOWN).suggestion
        is None
    )


def test_of_several_faults_the_most_severe_gives_the_cue():
    assert next_prompt(reps("swung arched"), KNOWN).fault == "arched"


@pytest.mark.parametrize(
    ("verdicts", "ended"),
    [(("", "arched"), None), (("doming",), "set"), (("doming", "pain"), "workout"), ((), None)],
)
def test_what_a_fault_ends(verdicts, ended):
    assert rules.ends(reps(*verdicts), KNOWN) == ended


def test_a_hand_higher_stays_ten_degrees_below_the_top():
    assert rules.raised_floor(26) == 36
    assert rules.raised_floor(None) == 10
    assert rules.raised_floor(25, top=45) == 35
    assert rules.raised_floor(26, top=45) is None
    assert rules.raised_floor(80) is None
    assert rules.raised_floor(None, bottom=45) == 55
    assert rules.raised_floor(26, bottom=45) == 55


@pytest.mark.parametrize(("highest", "top"), [(None, 90), (45, 45), (5, 90), (110, 90)])
def test_the_legs_go_as_high_as_was_stable_where_the_movement_goes_there(highest, top):
    assert rules.top_today(5, 90, highest) == top


LIGHTER = {"variation": "bug", "sets": 2}
DRILLS = {"variation": "raise", "sets": 0}


@pytest.mark.parametrize(
    ("pain", "lighter", "decided"),
    [
        (0, "bug", None),
        (2, "bug", None),
        (2, None, None),
        (3, "bug", Decision("pain-before", {"pain": 3, **LIGHTER})),
        (3, None, Decision("pain-drills", {"pain": 3, **DRILLS})),
        (4, "bug", Decision("pain-stops", {"pain": 4})),
        (10, None, Decision("pain-stops", {"pain": 10})),
    ],
)
def test_what_pain_before_a_workout_changes(pain, lighter, decided):
    limits = {"easier_from": 3, "stop_from": 4}
    assert rules.pain_before(pain, **limits, today="raise", lighter=lighter) == decided


TO_BUG = Decision("fault-lighter", {"fault": "doming", "variation": "bug"})
FEWER = Decision("fault-fewer", {"fault": "doming", "variation": "raise", "reps": 6})
OVER = Decision("fault-ends-raises", {"fault": "doming", **DRILLS})


@pytest.mark.parametrize(
    ("here", "elsewhere", "lighter", "decided"),
    [
        (("", "arched"), (), "bug", None),
        (("", "arched"), ("doming",), "bug", None),
        (("doming",), (), "bug", TO_BUG),
        (("doming",), (), None, FEWER),
        (("doming",), ("doming",), "bug", OVER),
        (("doming", "doming"), (), None, OVER),
    ],
)
def test_a_fault_that_ends_a_set_never_leads_back_to_the_same(here, elsewhere, lighter, decided):
    said = rules.after_set(
        reps(*here), reps(*elsewhere), KNOWN, target=10, today="raise", lighter=lighter
    )
    assert said == decided


@pytest.mark.parametrize(("target", "fewer"), [(10, 6), (7, 6), (6, 3), (3, 1), (1, 1)])
def test_on_the_lightest_a_set_that_a_fault_ended_is_followed_by_fewer(target, fewer):
    said = rules.after_set(reps("doming"), (), KNOWN, target=target, today="bug", lighter=None)
    assert said.facts["reps"] == fewer


def test_a_floor_that_was_meant_fits_today():
    def meant(floor, **said):
        return rules.meant_floor("raise", floor, **{"today": "raise", "top": 90} | said)

    assert meant(30) == 30
    assert meant(85) == 80, "at least ten degrees to move in"
    assert meant(60, top=45) == 35
    assert meant(30, today="bug") is None
    assert meant(None) is None


def test_a_prescription_survives_being_stored():
    asked = rules.Prescription(
        "some-raise",
        "Some raise",
        (rules.PlannedSets(6, 3, 10, 60),),
        Decision("stay", {"variation": "some-raise", "perfect": 8}),
        floor=26,
    )
    assert rules.Prescription.from_document(asdict(asked)) == asked


@pytest.mark.parametrize(
    ("verdicts", "is_ended", "why"),
    [
        (("", ""), False, None),
        (("", ""), True, "done"),
        (("", "", ""), False, "target"),
        (("", "doming"), False, "fault"),
        (("", "", "doming"), True, "fault"),
        (("pain",), False, "fault"),
    ],
)
def test_why_no_further_rep_is_asked_for(verdicts, is_ended, why):
    assert rules.over(reps(*verdicts), KNOWN, target=3, is_ended=is_ended) == why


@pytest.mark.parametrize(
    ("rep", "slow"),
    [
        (JudgedRep(1), True),
        (JudgedRep(1, descent_seconds=3), True),
        (JudgedRep(1, descent_seconds=2.4), False),
        (JudgedRep(1, ("arched",), descent_seconds=4), False),
        (JudgedRep(1, off=True), False),
    ],
)
def test_slow_is_what_the_pacer_saw_or_the_person_says(rep, slow):
    assert rules.is_slow(rep) is slow
