"""What the server knows of time, bound to the browser's pacer by the golden file."""

import json
from pathlib import Path

import pytest

from coaching.catalogue.schema import Tempo
from coaching.catalogue.schema.blocks.base import GET_READY
from coaching.practice import pacing
from tests.factories.content import edition

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden" / "pacing.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", GOLDEN["sets"])
def test_a_set_takes_as_long_as_the_pacer_takes_for_it(case):
    taken = case["countdown"] + case["reps"] * Tempo.model_construct(**case["tempo"]).seconds
    assert taken == pytest.approx(case["total"])


def test_the_sets_of_a_plan_are_counted_with_their_rests():
    content = edition()
    block = content.default_routine.blocks[5]
    raise_ = content.variation("lying-raise")
    assert raise_.tempo.seconds == 7
    assert block.seconds(raise_, {}) == 3 * (GET_READY + 70) + 2 * 60


@pytest.mark.parametrize(("taken", "minutes"), [(0, 1), (29, 1), (89, 1), (90, 2), (840, 14)])
def test_about_so_many_minutes(taken, minutes):
    assert pacing.about_minutes(taken) == minutes


@pytest.mark.parametrize(
    ("descent", "controlled"), [(None, False), (2.9, False), (3.0, True), (4.0, True)]
)
def test_only_a_paced_descent_of_three_seconds_counts_towards_moving_up(descent, controlled):
    assert pacing.is_controlled(descent) is controlled
