"""What is drawn around the joints: the trunk's outline, the mat, the arc, the floor.

Limbs are fixed shapes (their paths are here), moved and turned; only the trunk changes its form.
"""

from math import cos, hypot, pi, sin, sqrt

from coaching.figure.bones import (
    FOREARM,
    LUMBAR,
    SHANK,
    THIGH,
    TRUNK,
    UPPER_ARM,
    Point,
    clamp,
    heading,
    reach,
)
from coaching.figure.moment import GROUND, Figure
from coaching.figure.pose import pose

# Each limb lies along the x axis from its upper joint; its front is up (negative y).
SHAPES = {
    "thigh": (
        "M2-15.5C22-17 44-14 58-11.5C64-10.5 69-10.8 73-9.6C82-7 82 6 74 9"
        "C66 10.5 56 10 44 11.5C30 13.5 14 17 2 16.5C-19 15-19-14 2-15.5Z"
    ),
    "shorts": (
        "M2-16C14-17 26-16.3 38-15C40-5 39.5 5 37.5 13.3C26 15.3 14 17.5 2 17"
        "C-19.5 15.5-19.5-14.5 2-16Z"
    ),
    "shank": (
        "M0-9.5C8-10.4 16-9.6 26-8.6C42-7.2 56-6.4 71-6C77.5-5.5 77.5 5 72 6"
        "C62 6.8 54 7.8 46 9.6C36 12.6 24 14.2 12 11.9C7 10.9 4 10 0 9.5"
        "C-12.5 9-12.5-9 0-9.500Z"
    ),
    "foot": (
        "M-5.5-5.5C-1-8 4-7.5 7-5C12-1 20 0.6 28 2C35.5 3.4 36.5 10 30 10.2"
        "C21 10.6 12 8.8 5 9.9C1 10.5-4 10.8-7.5 10.4C-12 9.8-12 5-9.8 1.5"
        "C-8.5-1-7.5-3.5-5.5-5.5Z"
    ),
    "upper": (
        "M0-9.8C12-10.4 26-9.4 40-7.8C46-7.2 52-7.2 55-6.9C62.5-5.8 62.5 5.8 55 6.9"
        "C44 7.4 24 9 0 9.8C-13 9.2-13-9.2 0-9.8Z"
    ),
    "forearm": (
        "M0-6.9C10-8.2 18-7.8 26-6.8C34-5.8 40-5 46-4.7C51.5-4.3 51.5 4.3 46 4.7"
        "C36 5.4 20 7.6 0 6.9C-8.5 6.2-8.5-6.2 0-6.9Z"
    ),
    "hand": (
        "M-2-4.6C4-5.6 8-7.6 12-7.4C15.5-7 14.5-4.6 17-4.3C21-3.9 26.5-3.4 26.5 0"
        "C26.5 3.4 21 4.2 15 4.8C9 5.4 3 5.2-2 4.6C-6 3.4-6-3.4-2-4.6Z"
    ),
    "palm": (
        "M-3-4.6C3-6 8-5 14-3.2C20-1.8 26.5 0 26.5 2.4C26.5 4.8 20 4.5 12 4.5"
        "C6 4.6 1 5.2-3 4.6C-7 3.2-7-3.2-3-4.6Z"
    ),
    "fist": (
        "M-3-5C-1-8 5-9.5 10-8.8C15-8 17-4 16.5 1C16 6.5 12 9 7 8.8C2 8.6-1.5 7-3 5C-6 2-6-2-3-5Z"
    ),
    "neck": "M-9-10C0-7.6 8-7.2 20-8.5L20 7.5C10 6.5 2 8-9 11.5C-16 9-16-8-9-10Z",
    "head": (
        "M-16.8 8.5C-17.8 12.6-14 15.3-11.2 14.8C-10 15.8-8.6 16-7.4 15.7"
        "C-6.2 16.3-5 16-4 15.6C-3 17.4-2 19-0.6 18.6C1.2 18 2.8 15.8 5.2 15"
        "C10 14.5 14.5 12.5 17.2 8C20.5 2 20-6 15.5-11C10.5-16.5 1-17.5-5.5-14"
        "C-9.5-12-12-9.5-15-8C-18-6.5-18.8 2-16.8 8.5Z"
    ),
    "hair": (
        "M10.5 14C14.8 12.8 17.8 8.5 19 5C21.5-2 20.5-8 16-12C10.5-17.5 1-18.5-6-15"
        "C-9.5-13.2-11-11-12.5-9.5C-10-5.5-6.5-4.5-3-5.5C-2.5-2.5 0 0 3-0.5"
        "C7-0.5 9 3 9.5 7C9.8 9.8 9.8 12 10.5 14Z"
    ),
    "cuff": (
        "M50-10H64C67-10 68-8.5 68-6V7C68 9 67 11 64 11H50C47 11 46 9 46 7V-6C46-8.5 47-10 50-10Z"
    ),
    "dumbbell": (
        "M4-20H20C23-20 25-18 25-15V-8H16V14H25V21C25 24 23 26 20 26H4C1 26-1 24-1 21V14H8V-8"
        "H-1V-15C-1-18 1-20 4-20Z"
    ),
    "breath": "M-13 27C-9 30-5 30-1 27M-15 35C-10 38.5-4 38.5 1 35",
    "tiptoe": (
        "M-5.5-5.5C-1-8 4-7.5 7-5C11-2 15-1.6 18-2.6C20-4 20.5-11.5 25-11.5"
        "C29.5-11.5 29.6-6 29.6-1C29.6 5 30 10 25 10.2C18 10.6 12 8.8 5 9.9"
        "C1 10.5-4 10.8-7.5 10.4C-12 9.8-12 5-9.8 1.5C-8.5-1-7.5-3.5-5.5-5.5Z"
    ),
}
# What a limb's shape is long when nothing foreshortens it.
LENGTHS = {"thigh": THIGH, "shank": SHANK, "upper": UPPER_ARM, "forearm": FOREARM}

# From the back of the picture to its front: part, its shape, its tone.
LAYERS = (
    ("far_upper", "upper", "far"), ("far_forearm", "forearm", "far"), ("far_hand", "hand", "far"),
    ("far_thigh", "thigh", "far"), ("far_shank", "shank", "far"), ("far_foot", "foot", "far"),
    ("far_shorts", "shorts", "far-kit"),
    ("neck", "neck", "near"), ("head", "head", "near"), ("hair", "hair", "hair"),
    ("torso", "", "kit"),
    ("near_thigh", "thigh", "near"), ("near_shank", "shank", "near"), ("near_foot", "foot", "near"),
    ("near_shorts", "shorts", "kit"),
    ("near_upper", "upper", "arm"), ("near_forearm", "forearm", "arm"),
    ("near_hand", "hand", "arm"),
    ("gap", "", "gap"),
)  # fmt: skip

# A knee bent so far, in degrees, and more, is a bent one.
BENT = 30

# The trunk's depth behind and before the line from hip to shoulder, at points along it.
BACK_LINE = (
    (-14, 5), (-10, 12.5), (0, 16.6), (12, 16.8), (26, 16.2), (40, 16.2), (54, 16.6), (66, 16.8),
    (78, 14.8), (87, 10), (92, 5),
)  # fmt: skip
FRONT_LINE = (
    (92, -2), (89, 6), (82, 13), (70, 17.5), (58, 18), (44, 15.6), (30, 13.4), (16, 13.2),
    (4, 13.6), (-8, 11), (-14, 3),
)  # fmt: skip


def number(value: float) -> str:
    """Short, and the same as JavaScript writes it."""
    text = f"{value + 0.0:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def points(*pairs: Point) -> str:
    """As a path and a transform write them: "10 20 30 40"."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def smooth(line: list[Point], closed: bool) -> str:
    """A path through all points (Catmull-Rom, as cubic Béziers)."""
    count = len(line)

    def at(index: int) -> Point:
        return line[index % count] if closed else line[max(0, min(count - 1, index))]

    path = ["M" + points(line[0])]
    for index in range(count if closed else count - 1):
        before, start, end, after = (at(index + step) for step in (-1, 0, 1, 2))
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        path.append("C" + points(first, second, end))
    return "".join(path) + ("Z" if closed else "")


def bump(along: float, height: float, whole: bool) -> tuple[float, float]:
    """How far the spine leaves its straight line at this place, and how steeply. whole bends all of
    it, up to `height`; otherwise the low back alone does."""
    if whole:
        turn = pi * clamp(along / TRUNK, 0, 1)
        slope = height * pi / TRUNK * cos(turn) * 0.75
        beyond = along - clamp(along, 0, TRUNK)
        return height * sin(turn) + slope * beyond, slope
    low, high = LUMBAR
    turn = pi * clamp((along - low) / (high - low), 0, 1)
    return height * sin(turn) ** 2, height * pi / (high - low) * sin(2 * turn)


def height_of(support: str, curve: float) -> float:
    """From degrees of curve to how far the spine moves. Upright, a hollow back is at rest."""
    if support == "all-fours":
        return curve * 0.6
    if support == "lying":
        return max(0.0, curve) * 0.6
    return 3.5 + curve * 0.22


def trunk_point(
    hip: Point, axis: Point, front: Point, along: float, depth: float, rise: tuple[float, float]
) -> Point:
    """A point on the trunk's outline: so far along the spine, so deep before it (front; - behind).

    axis and front are the trunk's own directions, of length 1; rise is what `bump` says there.
    """
    off, slope = rise
    size = hypot(1, slope)
    along, off = along - depth * slope / size, off + depth / size
    return hip[0] + axis[0] * along + front[0] * off, hip[1] + axis[1] * along + front[1] * off


def torso(support: str, hip: Point, shoulder: Point, curve: float, breath: float = 0.0) -> str:
    """The path of the trunk's outline. curve is the back's, in degrees; breath (0 to 1) fills the
    belly."""
    axis = (shoulder[0] - hip[0]) / TRUNK, (shoulder[1] - hip[1]) / TRUNK
    front = -axis[1], axis[0]
    height, whole = height_of(support, curve), support == "all-fours"
    line = []
    for along, depth in BACK_LINE:
        line.append(trunk_point(hip, axis, front, along, -depth, bump(along, height, whole)))
    for along, depth in FRONT_LINE:
        swell = breath * 2.2 * sin(pi * clamp((along - 4) / 82, 0, 1))
        rise = bump(along, height * (1 if whole else 0.8), whole)
        line.append(trunk_point(hip, axis, front, along, depth + swell, rise))
    return smooth(line, closed=True)


def gap(support: str, hip: Point, ground: float, curve: float) -> str:
    """The path of the light under the low back: empty when it lies on the mat."""
    height = height_of(support, curve)
    if support != "lying" or height < 0.8:
        return ""
    low, high = LUMBAR
    line = []
    for step in range(9):
        along = low + (high - low) * step / 8
        line.append((hip[0] - along, ground - bump(along, height, whole=False)[0]))
    return smooth(line, closed=False) + "Z"


def limb(start: Point, end: Point, shape: str) -> str:
    """The transform of a shape of LENGTHS. Arms may point towards the viewer: then they are drawn
    shorter."""
    size = hypot(end[0] - start[0], end[1] - start[1]) / LENGTHS[shape]
    turned = placed(start, heading(start, end))
    return turned if abs(size - 1) < 0.005 else f"{turned} scale({number(size)} 1)"


def placed(point: Point, direction: float) -> str:
    """The transform of a shape that begins at this point and points in this direction."""
    return f"translate({points(point)}) rotate({number(-direction)})"


def scene(
    figure: Figure,
    lift: float = 1.0,
    side: int = 0,
    floor: float | None = None,
    rest: float = 0.0,
) -> dict[str, str]:
    """What changes of every part that moves, by its name in LAYERS: the path of "torso" and "gap",
    the transform of the others; "contact" is "1" where the low back lies on the mat, else "0".

    lift, side, floor and rest are those of `pose`.
    """
    now = pose(figure, lift, side, floor, rest)
    joint, turn = now.joints, now.turns
    parts = {
        "torso": torso(figure.support, joint["hip"], joint["shoulder"], now.curve),
        "gap": gap(figure.support, joint["hip"], GROUND[figure.support], now.curve),
        "contact": str(int(height_of("lying", now.curve) < 0.8)),
        "neck": placed(joint["neck"], heading(joint["neck"], joint["head"])),
        "head": placed(joint["head"], turn["head_turn"]),
    }
    for name in ("near", "far"):
        hip = joint["hip" if name == "near" else "far_hip"]
        shoulder = joint["shoulder" if name == "near" else "far_shoulder"]
        knee, elbow = joint[f"{name}_knee"], joint[f"{name}_elbow"]
        parts |= {
            f"{name}_thigh": limb(hip, knee, "thigh"),
            f"{name}_shank": limb(knee, joint[f"{name}_ankle"], "shank"),
            f"{name}_foot": placed(joint[f"{name}_ankle"], turn[f"{name}_foot"]),
            f"{name}_upper": limb(shoulder, elbow, "upper"),
            f"{name}_forearm": limb(elbow, joint[f"{name}_hand"], "forearm"),
            f"{name}_hand": placed(joint[f"{name}_hand"], turn[f"{name}_palm"]),
        }
    return parts | {
        "hair": parts["head"],
        "near_shorts": parts["near_thigh"],
        "far_shorts": parts["far_thigh"],
    }


def heel(figure: Figure, lift: float, side: int) -> Point:
    """The point whose way through the rep is drawn as an arc: just past the ankle."""
    joint = pose(figure, lift, side).joints
    name = "far" if side and figure.legs != "both" else "near"
    knee, ankle = joint[f"{name}_knee"], joint[f"{name}_ankle"]
    return reach(ankle, heading(knee, ankle), 12)


def arc(figure: Figure, side: int) -> str:
    """The path of the foot's way. Nothing is drawn for a movement whose foot hardly moves."""
    if figure.support not in ("lying", "hanging"):
        return ""
    line = [heel(figure, step / 16, side) for step in range(17)]
    if hypot(line[0][0] - line[-1][0], line[0][1] - line[-1][1]) < 20:
        return ""
    return smooth(line, closed=False)


def sector(figure: Figure, floor: float) -> dict[str, str]:
    """The floor, in degrees: the paths of a line from the hip and of the part below it that is not
    entered. Bent legs meet it with the thigh, and what is below the knee swings past its end."""
    hip = pose(figure, 0, 0, floor).joints["hip"]
    length = THIGH - 13 if figure.knee_bottom >= BENT else THIGH + SHANK + 12
    end, ground = reach(hip, floor, length), GROUND[figure.support]
    mat = hip[0] + sqrt(length**2 - (ground - hip[1]) ** 2), ground
    way = f"A{number(length)} {number(length)} 0 0 0"
    return {
        "line": f"M{points(reach(hip, floor, 24), end)}",
        "wedge": f"M{points(hip, (hip[0], ground), mat)}{way} {points(end)}Z",
    }
