"""The drawn person: a body made of joints, posed by numbers. Pure geometry.

`static/js/figure/` computes the same in the browser and `tests/golden/figure.json` binds the two:
change one and the test says so. Renew it with `python -m tests.figure.test_figure`.

The body is one shape turned about: lying with the head left, it faces up; upright it faces right;
on all fours, head right, it faces the mat. In each, more hip flexion turns the thigh
counter-clockwise and more knee flexion turns the shank back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot, radians, sin
from typing import Protocol

from coaching.figure.body import SIDES, Body, Side, upper_body
from coaching.figure.bones import (
    BACK,
    ELBOW,
    FAR,
    FOREARM,
    KNEE,
    NECK,
    SHANK,
    SOLE,
    THIGH,
    TRUNK,
    UPPER_ARM,
    WRIST,
    Bend,
    Point,
    arcsine,
    clamp,
    free_leg,
    heading,
    lying_leg,
    mix,
    reach,
    shifted,
    two_bones,
)


class Figure(Protocol):
    """What is drawn: the numbers of a movement, in degrees (catalogue.schema.Figure)."""

    @property
    def support(self) -> str: ...
    @property
    def legs(self) -> str: ...
    @property
    def hands(self) -> str: ...
    @property
    def hip_bottom(self) -> int: ...
    @property
    def hip_top(self) -> int: ...
    @property
    def knee_bottom(self) -> int: ...
    @property
    def knee_top(self) -> int: ...
    @property
    def other_hip(self) -> int | None: ...
    @property
    def other_knee(self) -> int | None: ...
    @property
    def back_bottom(self) -> int: ...
    @property
    def back_top(self) -> int: ...


@dataclass(frozen=True)
class Stage:
    """The picture around the body: its size, and the y of the mat or the ground."""

    width: int
    height: int
    ground: float


# By what the body is supported by, in the units of the picture.
STAGES = {
    "lying": Stage(432, 240, 204),
    "hanging": Stage(360, 400, 400),
    "all-fours": Stage(432, 240, 204),
    "forearms": Stage(432, 240, 204),
    "half-kneeling": Stage(380, 264, 240),
    "standing": Stage(320, 330, 308),
}


@dataclass(frozen=True)
class Moment:
    """One moment of a rep: the bends of both legs and the curve of the back (+ arched) in degrees.

    lift is 0 at the bottom of the rep and 1 at its top; side 1 swaps legs that differ.
    """

    figure: Figure
    ground: float
    near: Bend
    far: Bend
    lift: float
    side: int
    curve: float

    def bend(self, name: Side) -> Bend:
        """How far the leg of this side is bent."""
        return self.near if name == "near" else self.far


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


def is_still(figure: Figure, leg_rests: bool) -> bool:
    """A leg that does not take part keeps its foot on the mat."""
    return leg_rests or (
        abs(figure.hip_top - figure.hip_bottom) <= 12
        and abs(figure.knee_top - figure.knee_bottom) <= 12
    )


def pose(figure: Figure, lift: float = 1.0, side: int = 0, floor: float | None = None) -> Pose:
    """The body at this height of a rep: lift 0 is the bottom, 1 the top. side 1 swaps legs that
    differ; floor, in degrees, is as low as they go."""
    lift = clamp(lift, 0, 1)
    near, far = bends(figure, lift, side, floor)
    curve = mix(figure.back_bottom, figure.back_top, lift)
    ground = STAGES[figure.support].ground
    body = SUPPORTS[figure.support](Moment(figure, ground, near, far, lift, side, curve))
    return Pose(body.joints, body.turns, curve)


def lying(now: Moment) -> Body:
    """On the back: the head and what rests stay on the mat."""
    under = 6.0 if now.figure.hands == "under-hips" else 0.0
    tucked = clamp(-now.curve * 0.12, 0, 5)
    hip = (200.0, now.ground - BACK - under - tucked)
    tilt = arcsine((under + tucked) / TRUNK)
    body = upper_body(hip, 180 + tilt, 180 - tilt)
    shoulder = body.shoulder("near")
    neck = arcsine((16 - (now.ground - shoulder[1])) / NECK)
    body.turns["head_turn"] = 180 - neck
    body.joints["head"] = reach(shoulder, 180 - neck, NECK)
    apart = now.figure.legs != "both"
    # The arm moves on the side whose leg rests.
    near_rests, far_rests = apart and now.side == 1, apart and now.side == 0
    body.put_leg("near", *lying_leg(hip, now.ground, now.near, is_still(now.figure, near_rests)))
    away = (hip[0] + FAR[0], hip[1])
    knee, ankle, turn = lying_leg(away, now.ground, now.far, is_still(now.figure, far_rests))
    body.put_leg("far", shifted(knee, (0, FAR[1])), shifted(ankle, (0, FAR[1])), turn)
    lying_arm(now, body, "near", moves=near_rests)
    lying_arm(now, body, "far", moves=far_rests)
    return body


def lying_arm(now: Moment, body: Body, name: Side, *, moves: bool) -> None:
    """Puts an arm where the hands are; one that moves goes overhead as the legs go down."""
    hands, down = now.figure.hands, now.ground
    hip, shoulder = body.hip("near"), body.shoulder(name)
    if hands == "reaching":
        overhead = 90 + 56 * (1 - now.lift if moves else 0)
        body.put_straight_arm(name, reach(shoulder, overhead, UPPER_ARM + FOREARM))
    elif hands == "holding-leg":
        away = heading(hip, body.joints["far_knee" if now.side else "near_knee"])
        body.put_bent_arm(name, reach(reach(hip, away, 0.62 * THIGH), away - 90, 9), -1)
    elif hands == "out":
        way = 1 if name == "near" else -0.75
        body.put_straight_arm(name, shifted(shoulder, (-12 * way, 40 * way)))
    elif hands == "under-hips":
        body.put_arm(name, (shoulder[0] + 42, down - 9), (hip[0] - 10, down - WRIST), -2)
    elif hands == "under-back" and name == "near":  # the elbow lies towards the viewer
        body.put_arm(name, (shoulder[0] + 14, down + 9), (hip[0] - 46, down - 1), 4)
    else:
        elbow = reach(shoulder, -arcsine((down - ELBOW - shoulder[1]) / UPPER_ARM), UPPER_ARM)
        hand = reach(elbow, -arcsine((ELBOW - WRIST) / FOREARM), FOREARM)
        body.put_arm(name, elbow, hand, 0)


def hanging(now: Moment) -> Body:
    """Legs forward, trunk a little back: the body stays balanced under the bar."""
    lean = 6 * clamp(max(now.near[0], now.far[0]) / 90, 0, 1.2)
    bar = (150.0, 36.0)
    hands = {"near": (bar[0] - 17, bar[1] + 7), "far": (bar[0] + 21, bar[1] - 1)}
    shoulder = reach((bar[0], bar[1] + 5), -90 - lean * 0.6, UPPER_ARM + FOREARM - 3)
    trunk = 90 - lean * 0.4
    body = upper_body(reach(shoulder, trunk - 180, TRUNK), trunk, trunk - 14)
    for name in SIDES:
        base = trunk - 180 + lean * 0.4
        body.put_leg(name, *free_leg(body.hip(name), base, now.bend(name), 40))
        body.put_straight_arm(name, hands[name])
    return body


def all_fours(now: Moment) -> Body:
    """Knees and hands stay where they are; the back bends between them and the head follows."""
    thigh = -180 + now.near[0]
    knee = (148.0, now.ground - KNEE)
    trunk = 14.0
    follow = now.curve * (0.75 if now.curve > 0 else 1.5)
    neck = clamp(trunk - 8 + follow, -52, 44)
    body = upper_body(reach(knee, thigh + 180, THIGH), trunk, neck)
    shifts: dict[Side, Point] = {"near": (0, 0), "far": (9, -2)}
    for name, shift in shifts.items():
        down = shifted(knee, shift)
        body.put_leg(name, down, reach(down, 180, SHANK), 187)
        hand = (body.shoulder("near")[0] + 7 + shift[0], now.ground - WRIST - 1 + shift[1])
        body.put_straight_arm(name, hand, 0)
    body.joints["far_hip"] = reach(body.joints["far_knee"], thigh + 180, THIGH)
    return body


def forearms(now: Moment) -> Body:
    """Elbows under the shoulders, toes on the mat, and the body turned until both touch it."""
    shoulder = (302.0, now.ground - ELBOW - UPPER_ARM)
    _, ankle, _ = free_leg(reach((0, 0), 180, TRUNK), 180, now.near, 0)
    drop = (now.ground - 30.5) - shoulder[1]
    trunk = heading(ankle, (0, 0)) + arcsine(drop / hypot(*ankle))
    body = upper_body(reach(shoulder, trunk + 180, TRUNK), trunk, trunk - 10)
    shifts: dict[Side, Point] = {"near": (0, 0), "far": (8, -2)}
    body.joints["far_hip"] = shifted(body.hip("near"), shifts["far"])
    for name, shift in shifts.items():
        knee, ankle, _ = free_leg(body.hip(name), trunk + 180, now.near, 0)
        body.put_leg(name, knee, ankle, -72)
        elbow = (shoulder[0] + shift[0], now.ground - ELBOW + shift[1])
        body.put_arm(name, elbow, reach(elbow, arcsine(-2 / FOREARM), FOREARM), 0)
    return body


def half_kneeling(now: Moment) -> Body:
    """The knee of the straighter hip is on the mat, the other foot stands in front of it."""
    near_kneels = now.near[0] <= now.far[0]
    kneels, stands = SIDES if near_kneels else SIDES[::-1]
    knee = (150.0, now.ground - KNEE)
    hip = reach(knee, 90 + now.bend(kneels)[0], THIGH)
    body = upper_body(hip, 90 - clamp(now.curve * 0.2, -4, 4), 88)
    body.put_leg(kneels, knee, reach(knee, 181, SHANK), 189)
    front = radians(min(now.bend(stands)[0], 90))
    foot = (knee[0] + THIGH * sin(front) + 8, now.ground - SOLE)
    start = body.hip(stands)
    bent, ankle = two_bones(start, foot, THIGH, SHANK, 1)
    body.put_leg(stands, bent, ankle, 0)
    rest = reach(bent, heading(bent, start) - 62, 14)
    for name in SIDES:
        upright_arm(now.figure, body, name, rest)
    return body


def standing(now: Moment) -> Body:
    """The straighter leg stands."""
    near, far = now.near, now.far
    stands: Side = "far" if abs(near[0]) + near[1] >= abs(far[0]) + far[1] else "near"
    hip_bend, knee_bend = now.bend(stands)
    knee = reach((150.0, now.ground - SOLE), 90 + hip_bend - knee_bend, SHANK)
    hip = reach(knee, 90 + hip_bend, THIGH)
    hip = shifted(hip, (-FAR[0], 0)) if stands == "far" else hip
    body = upper_body(hip, 90, 88)
    body.joints["far_hip"] = shifted(hip, (FAR[0], 0))
    for name in SIDES:
        knee, ankle, turn = free_leg(body.hip(name), -90, now.bend(name), 30)
        body.put_leg(name, knee, ankle, 0.0 if name == stands else turn)
    moving = body.joints["near_ankle" if stands == "far" else "far_ankle"]
    for name in SIDES:
        holds = now.figure.hands == "holding-foot" and name != stands
        upright_arm(now.figure, body, name, moving, holds=holds)
    return body


def upright_arm(
    figure: Figure, body: Body, name: Side, target: Point, *, holds: bool = False
) -> None:
    """Puts an arm where the hands are; one that holds the leg goes to the target."""
    shoulder = body.shoulder(name)
    if holds or figure.hands == "holding-leg":
        body.put_bent_arm(name, target, 1)
    elif figure.hands == "reaching":
        body.put_straight_arm(name, reach(shoulder, 0, UPPER_ARM + FOREARM))
    elif figure.support == "half-kneeling":  # on the hips: they show that the pelvis is level
        body.put_bent_arm(name, shifted(body.hip("near"), (7, -24)), -1, -30)
    else:
        hang = -62 if figure.hands == "holding-foot" else -94
        elbow = reach(shoulder, hang, UPPER_ARM)
        body.put_arm(name, elbow, reach(elbow, hang + 14, FOREARM))


# Where the body is, by what supports it.
SUPPORTS: dict[str, Callable[[Moment], Body]] = {
    "lying": lying,
    "hanging": hanging,
    "all-fours": all_fours,
    "forearms": forearms,
    "half-kneeling": half_kneeling,
    "standing": standing,
}
