"""The drawn person: a body made of joints, posed by numbers. Pure geometry.

`static/js/figure/` computes the same in the browser and `tests/golden/figure.json` binds the two:
change one and the test says so. Renew it with `python -m tests.figure.test_figure`.

The body is one shape turned about: lying with the head left, it faces up; upright it faces right;
on all fours, head right, it faces the mat. In each, more hip flexion turns the thigh
counter-clockwise and more knee flexion turns the shank back.
"""

from dataclasses import dataclass
from math import hypot, radians, sin

from coaching.figure.bones import (
    BACK,
    ELBOW,
    FAR,
    FOOT,
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
    two_bones,
)


@dataclass(frozen=True)
class Stage:
    """The picture around the body: its size, and how low the mat or the ground is."""

    width: int
    height: int
    ground: float


STAGES = {
    "lying": Stage(432, 240, 204),
    "hanging": Stage(360, 400, 400),
    "all-fours": Stage(432, 240, 204),
    "forearms": Stage(432, 240, 204),
    "half-kneeling": Stage(380, 264, 240),
    "standing": Stage(320, 330, 308),
}


@dataclass(frozen=True)
class Pose:
    """Every joint, the direction of the parts that end in the air, and the back's curve."""

    joints: dict[str, Point]
    turns: dict[str, float]
    curve: float


def bends(figure, lift: float, side: int, floor: float | None):
    """Hip and knee of the near and of the far leg at this height of the rep."""
    bottom = figure.hip_bottom
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


def is_still(figure, leg_rests: bool) -> bool:
    """A leg that does not take part keeps its foot on the mat."""
    return leg_rests or (
        abs(figure.hip_top - figure.hip_bottom) <= 12
        and abs(figure.knee_top - figure.knee_bottom) <= 12
    )


def pose(figure, lift: float = 1.0, side: int = 0, floor: float | None = None) -> Pose:
    """The body at this height of a rep: lift 0 is the bottom, 1 the top."""
    lift = clamp(lift, 0, 1)
    stage = STAGES[figure.support]
    near, far = bends(figure, lift, side, floor)
    curve = mix(figure.back_bottom, figure.back_top, lift)
    body = SUPPORTS[figure.support](figure, stage, near, far, lift, side, curve)
    turns = {name: body.pop(name) for name in TURNS}
    return Pose(joints=body, turns=turns, curve=curve)


TURNS = ("head_turn", "near_foot", "far_foot", "near_palm", "far_palm")


def upper_body(hip: Point, trunk: float, neck: float) -> dict:
    shoulder = reach(hip, trunk, TRUNK)
    return {
        "hip": hip,
        "far_hip": shifted(hip, FAR),
        "shoulder": shoulder,
        "far_shoulder": shifted(shoulder, FAR),
        "neck": reach(shoulder, (trunk + neck) / 2, 6),
        "head": reach(shoulder, neck, NECK),
        "head_turn": neck,
    }


def leg(name: str, knee: Point, ankle: Point, turn: float) -> dict:
    return {
        f"{name}_knee": knee,
        f"{name}_ankle": ankle,
        f"{name}_foot": turn,
        f"{name}_toe": reach(ankle, turn, FOOT),
    }


def arm(name: str, elbow: Point, hand: Point, turn: float | None = None) -> dict:
    palm = heading(elbow, hand) if turn is None else turn
    return {f"{name}_elbow": elbow, f"{name}_hand": hand, f"{name}_palm": palm}


def straight_arm(name: str, shoulder: Point, hand: Point, turn: float | None = None) -> dict:
    share = UPPER_ARM / (UPPER_ARM + FOREARM)
    elbow = mix(shoulder[0], hand[0], share), mix(shoulder[1], hand[1], share)
    return arm(name, elbow, hand, turn)


def bent_arm(name: str, shoulder: Point, hand: Point, bend: int, turn: float | None = None) -> dict:
    return arm(name, *two_bones(shoulder, hand, UPPER_ARM, FOREARM, bend), turn)


def lying(figure, stage, near, far, lift, side, curve) -> dict:
    under = 6.0 if figure.hands == "under-hips" else 0.0
    tucked = clamp(-curve * 0.12, 0, 5)
    hip = (200.0, stage.ground - BACK - under - tucked)
    trunk = 180 + arcsine((under + tucked) / TRUNK)
    body = upper_body(hip, trunk, 180 - arcsine((under + tucked) / TRUNK))
    neck = arcsine((16 - (stage.ground - body["shoulder"][1])) / NECK)
    body["head_turn"] = 180 - neck
    body["head"] = reach(body["shoulder"], 180 - neck, NECK)
    apart = figure.legs != "both"
    body |= leg("near", *lying_leg(hip, stage.ground, near, is_still(figure, apart and side == 1)))
    away = (hip[0] + FAR[0], hip[1])
    knee, ankle, turn = lying_leg(away, stage.ground, far, is_still(figure, apart and side == 0))
    body |= leg("far", shifted(knee, (0, FAR[1])), shifted(ankle, (0, FAR[1])), turn)
    for name, moves in (("near", apart and side == 1), ("far", apart and side == 0)):
        body |= lying_arm(figure, stage, body, name, moves, lift, side)
    return body


def lying_arm(figure, stage, body, name, moves, lift, side) -> dict:
    hip, shoulder = body["hip"], body["shoulder" if name == "near" else "far_shoulder"]
    down = stage.ground
    if figure.hands == "reaching":
        overhead = 90 + 56 * (1 - lift if moves else 0)
        return straight_arm(name, shoulder, reach(shoulder, overhead, UPPER_ARM + FOREARM))
    if figure.hands == "holding-leg":
        knee = body["far_knee" if side else "near_knee"]
        away = heading(hip, knee)
        held = reach(reach(hip, away, 0.62 * THIGH), away - 90, 9)
        return bent_arm(name, shoulder, held, -1)
    if figure.hands == "out":
        way = 1 if name == "near" else -0.75
        return straight_arm(name, shoulder, shifted(shoulder, (-12 * way, 40 * way)))
    if figure.hands == "under-hips":
        elbow = (shoulder[0] + 42, down - 9)
        return arm(name, elbow, (hip[0] - 10, down - WRIST), -2)
    if figure.hands == "under-back" and name == "near":
        elbow = (shoulder[0] + 14, down + 9)  # the elbow lies towards the viewer
        return arm(name, elbow, (hip[0] - 46, down - 1), 4)
    elbow = reach(shoulder, -arcsine((down - ELBOW - shoulder[1]) / UPPER_ARM), UPPER_ARM)
    return arm(name, elbow, reach(elbow, -arcsine((ELBOW - WRIST) / FOREARM), FOREARM), 0)


def hanging(figure, stage, near, far, lift, side, curve) -> dict:
    """Legs forward, trunk a little back: the body stays balanced under the bar."""
    lean = 6 * clamp(max(near[0], far[0]) / 90, 0, 1.2)
    bar = (150.0, 36.0)
    hands = {"near": (bar[0] - 17, bar[1] + 7), "far": (bar[0] + 21, bar[1] - 1)}
    shoulder = reach((bar[0], bar[1] + 5), -90 - lean * 0.6, UPPER_ARM + FOREARM - 3)
    trunk = 90 - lean * 0.4
    hip = reach(shoulder, trunk - 180, TRUNK)
    body = upper_body(hip, trunk, trunk - 14)
    for name, bend in (("near", near), ("far", far)):
        start = body["hip" if name == "near" else "far_hip"]
        body |= leg(name, *free_leg(start, trunk - 180 + lean * 0.4, *bend, 40))
        start = body["shoulder" if name == "near" else "far_shoulder"]
        body |= straight_arm(name, start, hands[name])
    return body


def all_fours(figure, stage, near, far, lift, side, curve) -> dict:
    """Knees and hands stay where they are; the back bends between them and the head follows."""
    thigh = -180 + near[0]
    knee = (148.0, stage.ground - KNEE)
    hip = reach(knee, thigh + 180, THIGH)
    trunk = 14.0
    follow = curve * (0.75 if curve > 0 else 1.5)
    body = upper_body(hip, trunk, clamp(trunk - 8 + follow, -52, 44))
    for name, shift in (("near", (0, 0)), ("far", (9, -2))):
        down = shifted(knee, shift)
        body |= leg(name, down, reach(down, 180, SHANK), 187)
        hand = (body["shoulder"][0] + 7 + shift[0], stage.ground - WRIST - 1 + shift[1])
        start = body["shoulder" if name == "near" else "far_shoulder"]
        body |= straight_arm(name, start, hand, 0)
    body["far_hip"] = reach(body["far_knee"], thigh + 180, THIGH)
    return body


def forearms(figure, stage, near, far, lift, side, curve) -> dict:
    """Elbows under the shoulders, toes on the mat, and the body turned until both touch it."""
    shoulder = (302.0, stage.ground - ELBOW - UPPER_ARM)
    hip = reach((0, 0), 180, TRUNK)
    knee, ankle, _ = free_leg(hip, 180, *near, 0)
    drop = (stage.ground - 30.5) - shoulder[1]
    trunk = heading(ankle, (0, 0)) + arcsine(drop / hypot(*ankle))
    body = upper_body(reach(shoulder, trunk + 180, TRUNK), trunk, trunk - 10)
    for name, shift in (("near", (0, 0)), ("far", (8, -2))):
        start = shifted(body["hip"], shift if name == "far" else (0, 0))
        knee, ankle, _ = free_leg(start, trunk + 180, *near, 0)
        body |= leg(name, knee, ankle, -72)
        elbow = (shoulder[0] + shift[0], stage.ground - ELBOW + shift[1])
        body |= arm(name, elbow, reach(elbow, arcsine(-2 / FOREARM), FOREARM), 0)
        body["hip" if name == "near" else "far_hip"] = start
    return body


def half_kneeling(figure, stage, near, far, lift, side, curve) -> dict:
    """The knee of the straighter hip is on the mat, the other foot stands in front of it."""
    kneels, stands = ("near", "far") if near[0] <= far[0] else ("far", "near")
    back, front = (near, far) if kneels == "near" else (far, near)
    knee = (150.0, stage.ground - KNEE)
    hip = reach(knee, 90 + back[0], THIGH)
    body = upper_body(hip, 90 - clamp(curve * 0.2, -4, 4), 88)
    body |= leg(kneels, knee, reach(knee, 181, SHANK), 189)
    foot = (knee[0] + THIGH * sin(radians(min(front[0], 90))) + 8, stage.ground - SOLE)
    start = hip if stands == "near" else body["far_hip"]
    bent, ankle = two_bones(start, foot, THIGH, SHANK, 1)
    body |= leg(stands, bent, ankle, 0)
    rest = reach(bent, heading(bent, start) - 62, 14)
    for name in ("near", "far"):
        body |= upright_arm(figure, body, name, rest)
    return body


def standing(figure, stage, near, far, lift, side, curve) -> dict:
    """The straighter leg stands."""
    stands = "far" if abs(near[0]) + near[1] >= abs(far[0]) + far[1] else "near"
    ground = (150.0, stage.ground - SOLE)
    firm = far if stands == "far" else near
    hip = reach(reach(ground, 90 + firm[0] - firm[1], SHANK), 90 + firm[0], THIGH)
    hip = shifted(hip, (-FAR[0], 0)) if stands == "far" else hip
    body = upper_body(hip, 90, 88)
    for name, bend in (("near", near), ("far", far)):
        start = shifted(hip, (FAR[0], 0)) if name == "far" else hip
        body["hip" if name == "near" else "far_hip"] = start
        knee, ankle, turn = free_leg(start, -90, *bend, 30)
        body |= leg(name, knee, ankle, 0.0 if name == stands else turn)
    moving = body["near_ankle" if stands == "far" else "far_ankle"]
    for name in ("near", "far"):
        holds = figure.hands == "holding-foot" and (name == "near") == (stands == "far")
        body |= upright_arm(figure, body, name, moving, holds)
    return body


def upright_arm(figure, body, name, target, holds=False) -> dict:
    shoulder = body["shoulder" if name == "near" else "far_shoulder"]
    if figure.hands == "holding-leg":
        return bent_arm(name, shoulder, target, 1)
    if holds:
        return bent_arm(name, shoulder, target, 1)
    if figure.hands == "reaching":
        return straight_arm(name, shoulder, reach(shoulder, 0, UPPER_ARM + FOREARM))
    if figure.support == "half-kneeling":  # hands on the hips: they show that the pelvis is level
        return bent_arm(name, shoulder, shifted(body["hip"], (7, -24)), -1, -30)
    hang = -62 if figure.hands == "holding-foot" else -94
    elbow = reach(shoulder, hang, UPPER_ARM)
    return arm(name, elbow, reach(elbow, hang + 14, FOREARM))


SUPPORTS = {
    "lying": lying,
    "hanging": hanging,
    "all-fours": all_fours,
    "forearms": forearms,
    "half-kneeling": half_kneeling,
    "standing": standing,
}
