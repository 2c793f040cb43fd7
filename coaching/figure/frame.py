"""How much of the drawing's plane a picture shows: all of a movement, rest included, and no more.

A phone is narrow and a lying body wide, so that room left and right of it is size that is lost.
One movement has one frame: the person keeps one size from the first rep of a set to the last.
"""

from dataclasses import dataclass

from coaching.figure.body import SIDES
from coaching.figure.bones import Point, reach
from coaching.figure.moment import GROUND, Figure
from coaching.figure.pose import Pose, pose

# How far the outline reaches around a joint.
DEPTHS = {
    "hip": 19.0, "shoulder": 19.0, "head": 21.0, "neck": 14.0, "knee": 13.0, "ankle": 13.0,
    "toe": 11.0, "elbow": 9.0, "hand": 8.0,
}  # fmt: skip
FINGERS = 24.0
DUMBBELL = 27.0
MAT = 9.0  # its thickness
EDGE = 5.0
# Under the mat: one line of words, and what it is long.
WORDS = 27.0
LENGTH = 316.0
BAR: tuple[Point, Point] = ((84, 53.5), (222, 24))
BAR_DEPTH = 4.0
STEPS = 8
# A leg that is straight at its floor and bent above it is highest where that floor is high.
HIGH_FLOOR = 60


@dataclass(frozen=True)
class Frame:
    """A rectangle in the units of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From its left edge to its right one."""
        return self.right - self.left

    @property
    def view(self) -> str:
        """As the viewBox of an SVG writes it, in whole units."""
        return f"{self.left:.0f} {self.top:.0f} {self.width:.0f} {self.bottom - self.top:.0f}"


def spots(figure: Figure, now: Pose) -> list[tuple[Point, float]]:
    """What the outline of a body goes around: points, and how far around them it reaches."""
    around = [(at, DEPTHS[name.split("_")[-1]]) for name, at in now.joints.items()]
    palms = ((now.joints[f"{name}_hand"], now.turns[f"{name}_palm"]) for name in SIDES)
    around += [(reach(hand, turn, FINGERS), 5.0) for hand, turn in palms]
    if figure.weight == "dumbbell":
        around.append((now.joints["near_ankle"], DUMBBELL))
    return around


def poses(figure: Figure) -> list[Pose]:
    """A movement from its bottom to its top, on both sides where it has them, and at rest."""
    sides = (0, 1) if figure.legs == "alternating" else (0,)
    lifts = [step / STEPS for step in range(STEPS + 1)]
    moving = [pose(figure, lift, side) for side in sides for lift in lifts]
    resting = [pose(figure, lift, 0, rest=rest) for lift in (0, 1) for rest in (0.5, 1)]
    return [*moving, *resting, pose(figure, 0, 0, HIGH_FLOOR)]


def frame(figure: Figure, *, words: bool, room: float = 0.0) -> Frame:
    """The frame of a movement. words leaves a line under the mat; room is what is drawn around the
    foot of it besides."""
    around = [spot for now in poses(figure) for spot in spots(figure, now)]
    if room:
        around += [(now.joints["near_ankle"], room) for now in poses(figure)]
    if figure.support == "hanging":
        around += [(end, BAR_DEPTH) for end in BAR]
    bottom = GROUND[figure.support] + MAT + (WORDS if words else 0)
    left = round(min(x - depth for (x, _), depth in around) - EDGE)
    right = round(max(x + depth for (x, _), depth in around) + EDGE)
    return Frame(
        left,
        round(min(y - depth for (_, y), depth in around) - EDGE),
        max(right, left + LENGTH) if words else right,
        round(bottom + (0 if words else EDGE)),
    )
