"""The server's half of the pacer: against the golden file, and what must hold for any tempo."""

import json
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coaching.practice import pacing

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden" / "pacing.json").read_text(encoding="utf-8")
)

seconds = st.floats(0, 10) | st.integers(0, 10)
tempos = st.builds(
    SimpleNamespace,
    lift=seconds,
    hold=seconds,
    lower=st.floats(1, 10) | st.integers(1, 10),
    pause=seconds,
)
starts = st.sampled_from(["bottom", "top"])


def tempo(numbers):
    return SimpleNamespace(**numbers)


@pytest.mark.parametrize("case", GOLDEN["reps"], ids=lambda case: case["name"])
def test_the_phases_of_a_rep(case):
    phases = pacing.phases(tempo(case["tempo"]), case["starts_at"])

    assert [vars(phase) for phase in phases] == case["phases"]
    assert pacing.descent_counts(tempo(case["tempo"])) == case["descent_counts"]


@pytest.mark.parametrize("case", GOLDEN["sets"])
def test_how_long_a_set_takes(case):
    taken = pacing.set_seconds(tempo(case["tempo"]), case["reps"], countdown=case["countdown"])

    assert taken == pytest.approx(case["total"])


@pytest.mark.parametrize("case", GOLDEN["descents"])
def test_whether_a_descent_was_followed(case):
    descent = pacing.paced_descent(tempo(case["tempo"]), case["answered_at"], case["starts_at"])

    assert descent == case["descent"]


def test_the_default_rep_takes_seven_seconds_and_counts_three_on_the_way_down():
    default = tempo({"lift": 2, "hold": 1, "lower": 3, "pause": 1})

    assert pacing.rep_seconds(default) == 7
    assert pacing.set_seconds(default, 10, countdown=10) == 80
    assert pacing.descent_counts(default) == 3


@pytest.mark.parametrize(("taken", "minutes"), [(0, 1), (29, 1), (89, 1), (90, 2), (840, 14)])
def test_about_so_many_minutes(taken, minutes):
    assert pacing.about_minutes(taken) == minutes


@pytest.mark.parametrize(
    ("descent", "controlled"), [(None, False), (2.9, False), (3.0, True), (4.0, True)]
)
def test_only_a_paced_descent_of_three_seconds_counts_towards_moving_up(descent, controlled):
    assert pacing.is_controlled(descent) is controlled


@given(tempos, starts)
def test_phases_tile_the_rep(numbers, starts_at):
    phases = pacing.phases(numbers, starts_at)

    assert phases[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(phases))
    assert all(phase.seconds >= 0 and phase.counts >= 1 for phase in phases)
    assert phases[-1].end == pytest.approx(
        numbers.lift + numbers.hold + numbers.lower + numbers.pause
    )


@given(tempos)
def test_where_a_rep_begins_changes_the_order_and_not_the_length(numbers):
    bottom = pacing.phases(numbers, "bottom")
    top = pacing.phases(numbers, "top")

    assert {phase.name: phase.counts for phase in bottom} == {
        phase.name: phase.counts for phase in top
    }
    assert bottom[-1].end == pytest.approx(top[-1].end)


@given(st.floats(0.01, 600))
def test_counts_are_whole_seconds_give_or_take_half_of_one(length):
    assume(length >= 0.5)

    assert abs(pacing.counts_in(length) - length) <= 0.5


@given(tempos, starts, st.floats(0, 60), st.floats(0, 60))
def test_answering_later_never_makes_a_descent_less_paced(numbers, starts_at, one, other):
    early, late = sorted((one, other))

    if pacing.paced_descent(numbers, early, starts_at) is not None:
        assert pacing.paced_descent(numbers, late, starts_at) == pytest.approx(numbers.lower)


@given(tempos, st.integers(1, 200), st.floats(0, 60))
def test_one_more_rep_takes_one_rep_longer(numbers, reps, countdown):
    taken = pacing.set_seconds(numbers, reps, countdown=countdown)

    assert pacing.set_seconds(numbers, reps + 1, countdown=countdown) == pytest.approx(
        taken + pacing.rep_seconds(numbers)
    )
