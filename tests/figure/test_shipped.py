"""What is shipped, drawn: in no position does anybody go through the mat or out of the picture."""

import re
from functools import cache
from itertools import product
from math import atan2, cos, degrees, hypot, radians, sin

import pytest
from django.template import Context, Template

from coaching.figure.bones import FOOT, heading, reach
from coaching.figure.frame import frame
from coaching.figure.moment import GROUND
from coaching.figure.picture import THUMBS, form_of
from coaching.figure.pose import pose
from coaching.figure.silhouette import BENT, LAYERS, SHAPES, scene, sector

TOKEN = re.compile(r"[MCHVLZ]|-?\d*\.?\d+")
RING = 22.5  # the handle's ring with its line
LABEL = 15  # how high the words under the mat are above their line


@pytest.fixture
def movements(shipped):
    return [*shipped.variations, *shipped.drills]


@cache
def outline(path):
    """Points along a path of absolute M, C, H, V, L and Z."""
    tokens, at, done, command = TOKEN.findall(path), (0.0, 0.0), [], ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
            continue
        count = {"C": 6, "H": 1, "V": 1}.get(command, 2)
        numbers, tokens = [float(token) for token in tokens[:count]], tokens[count:]
        if command == "C":
            done += [bezier(at, numbers, step / 4) for step in (1, 2, 3)]
        at = {"H": (numbers[0], at[1]), "V": (at[0], numbers[0])}.get(command, tuple(numbers[-2:]))
        done.append(at)
    return done


def bezier(at, numbers, t):
    points = [at, *zip(numbers[::2], numbers[1::2], strict=True)]
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    return tuple(
        sum(weight * point[axis] for weight, point in zip(weights, points, strict=True))
        for axis in (0, 1)
    )


def placed(points, transform):
    x, y, turn, *scale = (float(found) for found in re.findall(r"-?\d*\.?\d+", transform))
    stretch, turn = (scale or [1])[0], radians(turn)
    for across, down in points:
        yield (
            x + across * stretch * cos(turn) - down * sin(turn),
            y + across * stretch * sin(turn) + down * cos(turn),
        )


def drawn(figure, *moment):
    """Every point of the outline of a body, by its part."""
    parts = scene(figure, *moment)
    for name, form, _tone in LAYERS:
        if name == "gap":
            continue
        form = form_of(figure, name, form)
        at = outline(SHAPES[form]) if form else outline(parts[name])
        yield name, list(placed(at, parts[name])) if form else at


def positions(movement):
    floors = (None, 0, 30, 60) if getattr(movement, "has_floor", False) else (None,)
    sides = (0, 1) if movement.figure.legs == "alternating" else (0,)
    yield from product((0, 0.2, 0.5, 0.8, 1), sides, floors, (0,))
    yield from product((0, 1), sides, floors[:2], (0.2, 0.4, 0.6, 0.8, 1))


def test_nobody_goes_through_the_mat_or_out_of_the_picture(movements):
    for movement in movements:
        figure = movement.figure
        seen = frame(figure, words=False)
        for position in positions(movement):
            for name, points in drawn(figure, *position):
                where = movement.slug, position, name
                assert max(y for _, y in points) <= GROUND[figure.support] + 1.5, where
                assert seen.left <= min(x for x, _ in points), where
                assert max(x for x, _ in points) <= seen.right, where
                assert seen.top <= min(y for _, y in points), where


def test_a_lying_figure_fills_the_width_of_a_phone(movements):
    for movement in movements:
        if movement.figure.support != "lying" or movement.figure.hands == "reaching":
            continue
        seen = frame(movement.figure, words=True)
        spread = [
            x for position in positions(movement) for _, points in drawn(movement.figure, *position)
            for x, _ in points
        ]  # fmt: skip
        bent = movement.figure.knee_bottom >= BENT  # its line of words needs what is over
        assert max(spread) - min(spread) >= (0.8 if bent else 0.93) * seen.width, movement.slug


def test_what_can_be_held_is_never_under_the_words(movements):
    """The floor's label and its ring, at every angle that can be chosen."""
    for movement in movements:
        if not getattr(movement, "has_floor", False):
            continue
        figure = movement.figure
        words = frame(figure, words=True, room=36).bottom - 8 - LABEL
        for angle in range(91):
            joints = pose(figure, 0, 0, angle).joints
            ankle, toe = joints["near_ankle"], joints["near_toe"]
            ring = reach(ankle, heading(ankle, toe), 0.4 * FOOT)
            assert ring[1] + RING <= words, (movement.slug, angle)
            for name, points in drawn(figure, 0, 0, angle):
                assert max(y for _, y in points) <= words, (movement.slug, angle, name)


def test_no_leg_that_moves_passes_through_the_floor(movements):
    """Where the floor is drawn, at or above the lowest angle of the movement."""
    for movement in movements:
        figure = movement.figure
        if not getattr(movement, "has_floor", False) or figure.legs == "alternating":
            continue
        for floor, step in product(range(max(figure.hip_bottom, 5), 80, 8), range(11)):
            joints = pose(figure, step / 10, 0, floor).joints
            length = length_of(sector(figure, floor)["line"])
            for share in range(11):
                for one, other in (("hip", "near_knee"), ("near_knee", "near_ankle")):
                    away = [
                        joints[one][axis] + (joints[other][axis] - joints[one][axis]) * share / 10
                        - joints["hip"][axis]
                        for axis in (0, 1)
                    ]  # fmt: skip
                    if 1 < hypot(*away) < length:
                        angle = degrees(atan2(-away[1], away[0]))
                        assert angle >= floor - 0.01, (movement.slug, floor, step)


def length_of(line):
    """From the hip to the end of the floor's line, which begins 24 from it."""
    left, top, right, bottom = (float(found) for found in re.findall(r"-?\d*\.?\d+", line))
    return 24 + hypot(right - left, bottom - top)


def test_movements_are_told_apart_in_a_thumbnail(shipped):
    template = Template('{% load figures %}{% figure movement size="thumb" %}')

    def thumb(movement):
        markup = template.render(Context({"movement": movement}))
        return re.sub(r' (figure|tempo)="[^"]*"', "", markup)

    pictures = {movement.slug: thumb(movement) for movement in shipped.variations}
    assert len(set(pictures.values())) == len(pictures)
    for movement in shipped.variations:
        assert ("figure-hold" in pictures[movement.slug]) == (movement.tempo.hold >= 3)
        assert ("figure-hand" in pictures[movement.slug]) == (movement.figure.hands == "under-hips")
        assert THUMBS[movement.figure.support].view in pictures[movement.slug]
