"""The drawn person: the same joints in Python and in the browser, in every pose a body.

`python -m tests.figure.test_figure` writes tests/golden/figure.json anew. Do it after a change
of the geometry that you have looked at, and commit both.
"""

import json
import re
from itertools import pairwise
from math import hypot, isclose
from pathlib import Path
from typing import get_args

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from coaching.catalogue.schema import Figure, Tempo
from coaching.figure.bones import FOOT, FOREARM, NECK, SHANK, THIGH, TRUNK, UPPER_ARM
from coaching.figure.moment import GROUND
from coaching.figure.pose import pose
from coaching.figure.silhouette import scene, sector

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "figure.json"
HANDS = get_args(Figure.model_fields["hands"].annotation)
STRAIGHT = {"hip_bottom": 5, "hip_top": 90, "knee_bottom": 0, "knee_top": 0}
BENT = {"hip_bottom": 50, "hip_top": 50, "knee_bottom": 100, "knee_top": 100}
FIGURES = {
    "dead bug": Figure(
        support="lying", legs="alternating", hands="reaching", hip_bottom=10, hip_top=90,
        knee_bottom=0, knee_top=90, other_hip=90, other_knee=90, starts_at="top",
    ),
    "one leg": Figure(
        support="lying", legs="one", hands="sides", other_hip=50, other_knee=100, **STRAIGHT
    ),
    "bent knees": Figure(
        support="lying", hands="sides", hip_bottom=40, hip_top=90, knee_bottom=90, knee_top=90
    ),
    "hands under": Figure(support="lying", hands="under-hips", **STRAIGHT),
    "arched": Figure(support="lying", hands="out", back_bottom=24, back_top=0, **STRAIGHT),
    "weight": Figure(support="lying", hands="sides", weight="ankles", **STRAIGHT),
    "tension": Figure(support="lying", hands="under-back", back_bottom=18, back_top=-8, **BENT),
    "hamstrings": Figure(
        support="lying", legs="one", hands="holding-leg", hip_bottom=60, hip_top=85,
        knee_bottom=15, knee_top=5, other_hip=0, other_knee=0,
    ),
    "hanging": Figure(
        support="hanging", hands="bar", hip_bottom=0, hip_top=105, knee_bottom=10, knee_top=100,
        back_top=-15,
    ),
    "cat-cow": Figure(
        support="all-fours", hands="floor", hip_bottom=90, hip_top=90, knee_bottom=90, knee_top=90,
        back_bottom=20, back_top=-30,
    ),
    "plank": Figure(
        support="forearms", hands="floor", hip_bottom=0, hip_top=8, knee_bottom=0, knee_top=0
    ),
    "psoas": Figure(
        support="half-kneeling", legs="one", hands="holding-leg", hip_bottom=0, hip_top=-18,
        knee_bottom=90, knee_top=90, other_hip=90, other_knee=90,
    ),
    "quad": Figure(
        support="standing", legs="one", hands="holding-foot", hip_bottom=0, hip_top=-5,
        knee_bottom=100, knee_top=135, other_hip=0, other_knee=0,
    ),
}  # fmt: skip
# lift, side, floor, rest
POSES = (
    (0, 0, None, 0), (0.35, 1, None, 0), (1, 0, None, 0), (0, 0, 37, 0), (0.6, 0, None, 1),
    (1, 1, None, 0.5),
)  # fmt: skip


def computed():
    cases = []
    for name, figure in FIGURES.items():
        for lift, side, floor, rest in POSES:
            now = pose(figure, lift, side, floor, rest)
            case = {
                "name": name,
                "figure": figure.model_dump(mode="json"),
                "lift": lift,
                "side": side,
                "floor": floor,
                "rest": rest,
                "joints": {k: [round(v, 4) for v in at] for k, at in now.joints.items()},
                "turns": {k: round(turn, 4) for k, turn in now.turns.items()},
                "parts": scene(figure, lift, side, floor, rest),
            }
            if floor and figure.support == "lying":
                case["sector"] = sector(figure, floor)
            cases.append(case)
    return cases


def numbers(text):
    """The numbers in an attribute, so that 0.01 of rounding is not a difference."""
    return [float(found) for found in re.findall(r"-?\d*\.?\d+", text)]


def assert_same(ours, theirs, where):
    assert len(ours) == len(theirs), where
    for one, other in zip(ours, theirs, strict=True):
        assert isclose(one, other, abs_tol=0.0101), where


def test_python_draws_what_the_golden_file_says():
    golden = json.loads(GOLDEN.read_text())
    assert [case["name"] for case in golden] == [case["name"] for case in computed()]
    for want, have in zip(golden, computed(), strict=True):
        where = f"{want['name']} at lift {want['lift']}"
        assert want == have, where


def distance(one, other):
    return hypot(one[0] - other[0], one[1] - other[1])


@st.composite
def figures(draw, supports=tuple(GROUND)):
    legs = draw(st.sampled_from(["both", "one", "alternating"]))
    hip, knee, back = st.integers(-30, 130), st.integers(0, 150), st.integers(-40, 40)
    return Figure(
        support=draw(st.sampled_from(supports)), legs=legs, hands=draw(st.sampled_from(HANDS)),
        hip_bottom=draw(hip), hip_top=draw(hip), knee_bottom=draw(knee), knee_top=draw(knee),
        other_hip=None if legs == "both" else draw(hip),
        other_knee=None if legs == "both" else draw(knee),
        back_bottom=draw(back), back_top=draw(back),
    )  # fmt: skip


moments = st.tuples(
    st.floats(0, 1), st.integers(0, 1), st.none() | st.integers(0, 90), st.floats(0, 1)
)


@given(figures(), moments)
def test_bones_keep_their_length_in_every_pose(figure, moment):
    at = pose(figure, *moment).joints
    bones = [("hip", "shoulder", TRUNK), ("shoulder", "head", NECK)]
    for name in ("near", "far"):
        hip = "hip" if name == "near" else "far_hip"
        bones += [
            (hip, f"{name}_knee", THIGH),
            (f"{name}_knee", f"{name}_ankle", SHANK),
            (f"{name}_ankle", f"{name}_toe", FOOT),
        ]
    for one, other, length in bones:
        slack = 6 if one == "far_hip" else 0.02  # the far side is shifted, so as to be seen
        assert isclose(distance(at[one], at[other]), length, abs_tol=slack), (one, other)
    for name in ("near", "far"):
        shoulder = at["shoulder" if name == "near" else "far_shoulder"]
        # An arm may point towards the viewer: shorter on paper, hardly longer.
        assert distance(shoulder, at[f"{name}_elbow"]) <= UPPER_ARM * 1.2
        assert distance(at[f"{name}_elbow"], at[f"{name}_hand"]) <= FOREARM * 1.2


@given(figures(supports=("lying",)), moments)
def test_lying_feet_and_knees_stay_above_the_mat(figure, moment):
    at = pose(figure, *moment).joints
    for name in ("near", "far"):
        for joint in ("knee", "ankle", "toe"):
            assert at[f"{name}_{joint}"][1] <= GROUND["lying"] - 8, (name, joint)


@given(st.integers(0, 90), st.floats(0, 1))
def test_no_moment_of_a_rep_is_below_the_floor(floor, lift):
    at = pose(FIGURES["weight"], lift, 0, floor).joints
    lowest = pose(FIGURES["weight"], 0, 0, max(floor, 5)).joints
    assert at["near_ankle"][1] <= lowest["near_ankle"][1] + 1e-6


def test_the_gap_opens_with_the_arch_and_the_contact_goes_out():
    bottom, top = (scene(FIGURES["arched"], lift) for lift in (0, 1))
    assert bottom["gap"]
    assert bottom["contact"] == "0"
    assert top["gap"] == ""
    assert top["contact"] == "1"


def test_a_rep_is_one_smooth_way():
    for name, figure in FIGURES.items():
        way = [pose(figure, step / 200).joints for step in range(201)]
        for joint in way[0]:
            for before, after in pairwise(way):
                assert distance(before[joint], after[joint]) < 3, (name, joint)


def test_a_body_goes_to_rest_without_a_jump_and_lies_there_with_its_feet_on_the_mat():
    for name, figure in FIGURES.items():
        way = [pose(figure, 0.8, 0, None, step / 100).joints for step in range(101)]
        for joint in way[0]:
            for before, after in pairwise(way):
                assert distance(before[joint], after[joint]) < 6, (name, joint)
    for name, figure in FIGURES.items():
        if figure.support not in ("lying", "hanging", "standing"):
            continue
        for lift in (0, 1):
            rested = pose(figure, lift, 0, 26, 1)
            for side in ("near", "far"):
                sole = GROUND[figure.support] - rested.joints[f"{side}_ankle"][1]
                assert 9 <= sole <= 14, (name, side)
                assert rested.turns[f"{side}_foot"] == 0
            assert rested.joints == pose(figure, 0.5, 0, None, 1).joints, name


class Movement:
    def __init__(self, figure, tempo=None):
        self.figure = figure
        self.tempo = tempo or Tempo()


def drawn(movement, **arguments):
    given = " ".join(f"{name}={name}" for name in arguments)
    template = Template("{% load figures %}{% figure movement " + given + " %}")
    return template.render(Context({"movement": movement, **arguments}))


def test_without_a_label_the_picture_is_decoration():
    assert 'aria-hidden="true"' in drawn(Movement(FIGURES["weight"]))
    told = drawn(Movement(FIGURES["weight"]), label="Weighted raise", floor=26)
    assert "aria-hidden" not in told
    # The name is in the page's heading: here it would be read a second time.
    assert (
        'role="img" aria-label="Lying on the back, legs straight, arms at the sides, weight at the'
        ' ankles. The legs move from 26° up to 90° and back. Your floor is 26°."'
    ) in told


@pytest.mark.parametrize("name", FIGURES)
def test_no_picture_needs_a_style_attribute(name):
    for size in ("thumb", "full"):
        markup = drawn(Movement(FIGURES[name]), size=size, floor=26)
        assert "style=" not in markup
        assert "None" not in markup


def test_the_picture_of_the_muscles_lights_each_one_and_names_it(content):
    muscles = [(muscle, "mover") for muscle in content.muscles]
    template = Template("{% load figures %}{% anatomy active=muscles %}")
    markup = template.render(Context({"muscles": muscles}))
    assert markup.count("anatomy__name--mover") == len(muscles)
    for muscle in content.muscles:
        assert muscle.name in markup
    assert "anatomy__muscle--mover" not in template.render(Context({"muscles": []}))


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(case, sort_keys=True) for case in computed())
    GOLDEN.write_text(f"[\n{lines}\n]\n")
