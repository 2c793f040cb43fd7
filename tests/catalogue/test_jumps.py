"""Where the load jumps, and how little a gate may ask for."""

import pytest

from coaching.catalogue.schema import Figure, is_jump, least_gate

LADDER = {
    "dead-bug": False,
    "single-leg-raise": False,
    "bent-knee-lowering": True,
    "lying-raise-hands-under": False,
    "lying-raise": False,
    "lying-raise-with-hold": True,
    "weighted-raise": True,
    "hanging-knee-raise": True,
}


@pytest.mark.parametrize(("slug", "jumps"), LADDER.items())
def test_a_rung_jumps_to_the_next(content, slug, jumps):
    variation = content.variation(slug)
    assert is_jump(variation.figure, content.heavier(variation).figure) is jumps


@pytest.mark.parametrize(
    ("change", "least"),
    [({}, 15), ({"weight": "ankles"}, 10), ({"weight": "dumbbell"}, 10),
     ({"support": "hanging"}, 10), ({"legs": "one", "other_hip": 0, "other_knee": 0}, 15)],
)  # fmt: skip
def test_a_gate_asks_for_fifteen_or_where_it_is_heavy_ten(content, change, least):
    figure = content.variation("lying-raise").figure
    assert least_gate(Figure(**figure.model_dump() | change)) == least
