"""The body on its mat, on its bar, on its knees: where every joint is, by what supports it. Pure
geometry, as in pose.py."""

from collections.abc import Callable
from math import hypot, radians, sin

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
    Point,
    arcsine,
    clamp,
    free_leg,
    heading,
    lying_leg,
    mix,
    reach,
    shifted,
    stands_flat,
    two_bones,
)
from coaching.figure.moment import Figure, Moment

# How much hands under the hips lift them.
UNDER = 10.0
# A hand that has held a leg lies on the mat as a fist.
FIST = 9.0
# A knee on the mat and its ankle at rest from a plank: the toes stay where they can push.
KNEES_DOWN = 19.0
TOES_TUCKED = 30.5
# Hands that are in the way of a rest go to the sides.
BUSY_HANDS = ("reaching", "holding-leg", "out")


def is_still(figure: Figure, leg_rests: bool) -> bool:
    """A leg that does not take part keeps its foot on the mat."""
    return leg_rests or (
        abs(figure.hip_top - figure.hip_bottom) <= 12
        and abs(figure.knee_top - figure.knee_bottom) <= 12
    )


def lying(now: Moment) -> Body:
    """On the back: the head and what rests stay on the mat."""
    under = UNDER if now.figure.hands == "under-hips" else 0.0
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
    resting = apart and now.side == 1, apart and now.side == 0
    for name, leg_rests in zip(SIDES, resting, strict=True):
        across, up = (0.0, 0.0) if name == "near" else FAR
        planted = is_still(now.figure, leg_rests) and stands_flat(now.moving(name))
        base = shifted(hip, (across, 0))
        knee, ankle, turn = lying_leg(base, now.ground, now.bend(name), planted)
        knee, ankle = shifted(knee, (0, up)), shifted(ankle, (0, up))
        body.put_leg(name, knee, ankle, mix(turn, 0, now.rest))
    for name, leg_rests in zip(SIDES, resting, strict=True):
        lying_arm(now, body, name, now.figure.hands, moves=leg_rests)
        if now.rest and now.figure.hands in BUSY_HANDS:
            rested = body.copy()
            lying_arm(now, rested, name, "sides", moves=False)
            body.swing_arm(name, rested, now.rest)
    return body


def lying_arm(now: Moment, body: Body, name: Side, hands: str, *, moves: bool) -> None:
    """Puts an arm where the hands are; one that moves goes overhead as the legs go down."""
    down = now.ground
    hip, shoulder = body.hip("near"), body.shoulder(name)
    if hands == "reaching":
        overhead = 90 + 56 * (1 - now.lift if moves else 0)
        body.put_straight_arm(name, reach(shoulder, overhead, UPPER_ARM + FOREARM))
    elif hands == "holding-leg":
        way = heading(hip, body.joints["far_knee" if now.side else "near_knee"])
        body.put_bent_arm(name, reach(reach(hip, way, 0.62 * THIGH), way - 90, 9), -1)
    elif hands == "out":
        there = (-30, down - WRIST - shoulder[1]) if name == "near" else (9, -30)
        body.put_straight_arm(name, shifted(shoulder, there))
    elif hands == "under-hips":
        body.put_arm(name, (shoulder[0] + 38, down - 20), (hip[0] - 15, down - WRIST), 0)
    elif hands == "under-back" and name == "near":  # the elbow lies towards the viewer
        body.put_arm(name, (shoulder[0] + 14, down - ELBOW), (hip[0] - 46, down - WRIST), 0)
    else:
        elbow = reach(shoulder, -arcsine((down - ELBOW - shoulder[1]) / UPPER_ARM), UPPER_ARM)
        wrist = FIST if now.figure.hands == "holding-leg" else WRIST
        hand = reach(elbow, -arcsine((ELBOW - wrist) / FOREARM), FOREARM)
        body.put_arm(name, elbow, hand, 0)


def hanging(now: Moment) -> Body:
    """Legs forward, trunk a little back: the body stays balanced under the bar. It rests on its
    feet, arms down."""
    lean = 6 * clamp(max(now.bend("near")[0], now.bend("far")[0]) / 90, 0, 1.2)
    bar = (150.0, 36.0)
    hands = {"near": (bar[0] - 17, bar[1] + 7), "far": (bar[0] + 21, bar[1] - 1)}
    shoulder = reach((bar[0], bar[1] + 5), -90 - lean * 0.6, UPPER_ARM + FOREARM - 3)
    trunk = 90 - lean * 0.4
    below = now.ground - SOLE - TRUNK - THIGH - SHANK - shoulder[1]
    shoulder = shifted(shoulder, (0, below * now.rest))
    body = upper_body(reach(shoulder, trunk - 180, TRUNK), trunk, mix(trunk - 14, 88, now.rest))
    for name in SIDES:
        base = trunk - 180 + lean * 0.4
        knee, ankle, turn = free_leg(body.hip(name), base, now.bend(name), 40)
        body.put_leg(name, knee, ankle, mix(turn, 0, now.rest))
        body.put_straight_arm(name, hands[name])
        if now.rest:
            rested = body.copy()
            hang_arm(rested, name)
            body.swing_arm(name, rested, now.rest)
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
    """Elbows under the shoulders, toes on the mat, and the body turned until both touch it. It
    rests on its knees, toes tucked under."""
    shoulder = (302.0, now.ground - ELBOW - UPPER_ARM)
    _, ankle, _ = free_leg(reach((0, 0), 180, TRUNK), 180, now.near, 0)
    drop = (now.ground - TOES_TUCKED) - shoulder[1]
    trunk = heading(ankle, (0, 0)) + arcsine(drop / hypot(*ankle))
    trunk = mix(trunk, KNEES_DOWN, now.rest)
    lifted = KNEES_DOWN + arcsine((TOES_TUCKED - KNEE) / SHANK)
    hip_bend, knee_bend = now.near
    bend = mix(hip_bend, 0, now.rest), mix(knee_bend, lifted, now.rest)
    body = upper_body(reach(shoulder, trunk + 180, TRUNK), trunk, trunk - 10)
    shifts: dict[Side, Point] = {"near": (0, 0), "far": (8, -2)}
    body.joints["far_hip"] = shifted(body.hip("near"), shifts["far"])
    for name, shift in shifts.items():
        knee, ankle, _ = free_leg(body.hip(name), trunk + 180, bend, 0)
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
        body.put_leg(name, knee, ankle, 0.0 if name == stands else mix(turn, 0, now.rest))
    moving = body.joints["near_ankle" if stands == "far" else "far_ankle"]
    for name in SIDES:
        holds = now.figure.hands == "holding-foot" and name != stands
        upright_arm(now.figure, body, name, moving, holds=holds)
        if now.rest:
            rested = body.copy()
            hang_arm(rested, name)
            body.swing_arm(name, rested, now.rest)
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
        hang_arm(body, name, -62 if figure.hands == "holding-foot" else -94)


def hang_arm(body: Body, name: Side, direction: float = -94) -> None:
    """Lets an arm hang in this direction, a little bent."""
    elbow = reach(body.shoulder(name), direction, UPPER_ARM)
    body.put_arm(name, elbow, reach(elbow, direction + 14, FOREARM))


# Where the body is, by what supports it.
SUPPORTS: dict[str, Callable[[Moment], Body]] = {
    "lying": lying,
    "hanging": hanging,
    "all-fours": all_fours,
    "forearms": forearms,
    "half-kneeling": half_kneeling,
    "standing": standing,
}
