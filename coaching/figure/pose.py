"""The drawn person: a body made of joints, posed by numbers. Pure geometry.

A body also rests, between reps: rest is 0 while it moves and 1 when it has put itself down.

`static/js/figure/` computes the same in the browser and `tests/golden/figure.json` binds the two:
change one and the test says so. Renew it with `python -m tests.figure.test_figure`.

The body is one shape turned about: lying with the head left, it faces up; upright it faces right;
on all fours, head right, it faces the mat. In each, more hip flexion turns the thigh
counter-clockwise and more knee flexion turns the shank back.
"""

from dataclasses import dataclass

from coaching.figure.body import Body
from coaching.figure.bones import Bend, clamp, mix
from coaching.figure.moment import GROUND, RESTS, Figure, Moment
from coaching.figure.supports import SUPPORTS


@dataclass(frozen=True)
class Pose(Body):
    """A whole body, and the curve of its back in degrees (+ arched)."""

    curve: float


def bends(figure: Figure, lift: float, side: int, floor: float | None) -> tuple[Bend, Bend]:
    """Hip and knee of the near and of the far leg at this height of the rep."""
    bottom: float = figure.hip_bottom
    if floor is not None and figure.support == "lying":
        bottom = min(max(bottom, floor), max(bottom, figure.hip_top))
    moving = (
        mix(bottom, figure.hip_top, lift),
        mix(figure.knee_bottom, figure.knee_top, lift),
    )
    if figure.legs == "both":
        return moving, moving
    resting = (figure.other_hip or 0.0, figure.other_knee or 0.0)
    return (resting, moving) if side else (moving, resting)


def pose(
    figure: Figure,
    lift: float = 1.0,
    side: int = 0,
    floor: float | None = None,
    rest: float = 0.0,
) -> Pose:
    """The body at this height of a rep: lift 0 is the bottom, 1 the top. side 1 swaps legs that
    differ; floor, in degrees, is as low as they go; rest, 0 to 1, is how far it has put itself
    down."""
    lift = clamp(lift, 0, 1)
    if figure.support not in RESTS:
        lift *= 1 - rest
    near, far = bends(figure, lift, side, floor)
    curve = mix(mix(figure.back_bottom, figure.back_top, lift), 0, rest)
    ground = GROUND[figure.support]
    body = SUPPORTS[figure.support](Moment(figure, ground, near, far, lift, side, curve, rest))
    return Pose(body.joints, body.turns, curve)
