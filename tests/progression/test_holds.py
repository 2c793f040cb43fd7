"""What holds the plan back, and that more pain never makes it heavier."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.pain.rules import Said, rests_until
from coaching.practice.decisions import Decision
from coaching.progression.rules import holds
from coaching.progression.rules.facts import Past, Rung

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)
LADDER = ["bug", "one-leg", "bent-knee", "raise", "weighted"]
RUNGS = {
    slug: Rung(slug, 15, LADDER[n - 1] if n else None, None, order=n)
    for n, slug in enumerate(LADDER)
}
EARNED = Decision("gate-passed", {"variation": "weighted", "perfect": 15})


def past(days=3, *, on="raise", faults=(), practised=True, **said):
    at = NOW - timedelta(days=days)
    return Past(Said(at, **said), on, practised, tuple((each, on) for each in faults))


def decide(*workouts, earned=EARNED):
    """From workouts, the last one last."""
    return holds.decide(earned, workouts[::-1], RUNGS, NOW)


def asks(decision):
    """How much a decision asks for: the load, the sets and the reps."""
    facts = decision.facts
    sets = facts.get("sets", 3)
    # Without sets there are no reps, whatever is said of them.
    return (RUNGS[facts["variation"]].order, sets, facts.get("reps", 10) if sets else 0)


CLEAN = past(1, after=1)


@pytest.mark.parametrize("said", [{}, {"before": 2, "after": 2}, {"before": 0, "after": 2}])
def test_pain_up_to_two_holds_nothing_back(said):
    assert decide(past(**said)) == EARNED


@pytest.mark.parametrize(
    ("said", "rule", "asked"),
    [
        ({"after": 3, "before": 2}, "pain-stays", (3, 2, 10)),
        ({"before": 3, "after": 0}, "pain-stays", (3, 2, 10)),
        ({"next_day": 3}, "pain-stays", (3, 2, 10)),
        ({"after": 4}, "pain-eases", (2, 2, 10)),
        ({"before": 1, "after": 3}, "pain-eases", (2, 2, 10)),  # two more than before
        ({"after": 8}, "pain-eases", (2, 2, 10)),
        ({"next_day": 5}, "pain-eases", (2, 2, 10)),
        ({"ended": True}, "pain-eases", (2, 2, 10)),
        ({"before": 5, "ended": True, "practised": False}, "pain-eases", (2, 2, 10)),
    ],
)
def test_what_pain_asks_for_next(said, rule, asked):
    decision = decide(past(**said))
    assert (decision.rule, asks(decision)) == (rule, asked)


def test_a_decision_keeps_what_was_said_when_and_until_when_it_holds():
    facts = decide(past(days=3, after=5)).facts
    assert facts["moment"] == "after"
    assert facts["pain"] == 5
    assert datetime.fromisoformat(facts["on"]) == NOW - timedelta(days=3)
    assert datetime.fromisoformat(facts["until"]) == NOW + timedelta(days=25)


def test_one_clean_workout_or_an_empty_one_does_not_make_it_forgotten():
    empty = past(1, practised=False)
    assert decide(past(ended=True), empty).rule == "pain-eases"
    assert decide(past(after=3), empty).rule == "pain-stays"
    held = decide(past(ended=True), CLEAN)
    assert (held.rule, asks(held)) == ("pain-holds", (2, 3, 10))


def test_it_holds_for_28_days_and_longer_where_nothing_went_well_since():
    assert decide(past(27, ended=True), CLEAN).rule == "pain-holds"
    assert decide(past(28, ended=True), CLEAN) == EARNED
    assert decide(past(200, ended=True)).rule == "pain-eases"


def test_on_the_lightest_it_is_two_sets_of_six_and_then_the_drills_alone():
    once = decide(past(9, on="bug", ended=True))
    assert (once.rule, asks(once)) == ("pain-lightest", (0, 2, 6))
    twice = decide(past(9, on="bug", ended=True), past(5, on="bug", after=4))
    assert (twice.rule, asks(twice)[:2]) == ("pain-drills", (0, 0))
    after_drills = decide(past(9, on="bug", ended=True), past(5, on="bug", after=4), CLEAN)
    assert after_drills.rule == "pain-lightest"


def test_a_fault_that_ends_a_set_is_two_lighter_and_closed_for_four_clean_workouts():
    domed = past(9, faults=["doming"])
    assert decide(domed).facts["variation"] == "one-leg"
    for clean in (1, 2, 3):
        assert decide(domed, *[CLEAN] * clean).facts["variation"] == "bent-knee"
    assert decide(domed, *[CLEAN] * 4) == EARNED


def test_a_workout_with_pain_is_none_of_the_four():
    domed = past(40, faults=["doming"])
    hurt = past(35, after=3)
    assert decide(domed, CLEAN, hurt, CLEAN, CLEAN).rule == "fault-eases"


def test_what_was_earned_below_a_hold_stands():
    lower = Decision("stay", {"variation": "bug", "perfect": 9})
    assert decide(past(3, ended=True), CLEAN, earned=lower) == lower


said = st.builds(
    Said,
    at=st.integers(0, 60).map(lambda days: NOW - timedelta(days=days)),
    before=st.none() | st.integers(0, 10),
    after=st.none() | st.integers(0, 10),
    next_day=st.none() | st.integers(0, 10),
    ended=st.booleans(),
    hurt_at=st.none() | st.integers(0, 60).map(lambda days: NOW - timedelta(days=days)),
    told_at=st.none() | st.integers(0, 60).map(lambda days: NOW - timedelta(days=days)),
)
workouts = st.builds(
    Past,
    pain=said,
    variation=st.sampled_from(LADDER),
    practised=st.booleans(),
    ended_by=st.sampled_from(["", *LADDER]).map(lambda on: (("doming", on),) if on else ()),
)
histories = st.lists(workouts, min_size=1, max_size=8).map(
    lambda found: sorted(found, key=lambda each: each.pain.at, reverse=True)
)


@given(histories, st.data())
def test_more_pain_never_gives_a_heavier_plan_more_sets_or_reps_or_days(history, data):
    which = data.draw(st.integers(0, len(history) - 1))
    pain = history[which].pain
    worse = replace(
        pain,
        after=data.draw(st.integers(pain.after or 0, 10)),
        next_day=data.draw(st.integers(pain.next_day or 0, 10)),
        ended=pain.ended or data.draw(st.booleans()),
        hurt_at=pain.hurt_at or data.draw(st.sampled_from([None, NOW])),
    )
    hurting = [*history]
    hurting[which] = replace(history[which], pain=worse)
    less = holds.decide(EARNED, history, RUNGS, NOW)
    more = holds.decide(EARNED, hurting, RUNGS, NOW)
    assert all(b <= a for a, b in zip(asks(less), asks(more), strict=True)), (less, more)
    rest = [rests_until([each.pain for each in kept], NOW) or NOW for kept in (history, hurting)]
    assert rest[1] >= rest[0]


@given(histories)
def test_every_decision_of_a_hold_that_says_lighter_is(history):
    decision = holds.decide(EARNED, history, RUNGS, NOW)
    if decision.rule in ("pain-eases", "fault-eases"):
        assert RUNGS[decision.facts["variation"]].order < RUNGS[decision.facts["from"]].order


def test_too_much_pain_rests_for_48_hours():
    at = NOW - timedelta(hours=47)
    assert rests_until([Said(at, ended=True)], NOW) == at + timedelta(hours=48)
    assert rests_until([Said(at - timedelta(hours=2), ended=True)], NOW) is None
    assert rests_until([Said(at, after=3)], NOW) is None
