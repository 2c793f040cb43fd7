"""The body's measures, and what a few joints do together. Pure geometry, as in figure.py.

Lengths and coordinates are units of the picture. Directions are degrees counter-clockwise from "to
the right"; the y axis points down, as in SVG.
`static/js/figure/bones.js` says the same in the browser.
"""

from math import asin, atan2, cos, degrees, hypot, radians, sin

# Where something is in the picture, or how far it is moved: x, y.
Point = tuple[float, float]
# How far hip and knee are bent, in degrees: a leg in line with the trunk is (0, 0).
Bend = tuple[float, float]

# Segment lengths as shares of the body's height (Drillis and Contini, 1966), which is 290 here.
THIGH = 71.0
SHANK = 71.0
UPPER_ARM = 54.0
FOREARM = 46.0
TRUNK = 84.0
NECK = 33.0  # from the shoulder to the middle of the head
FOOT = 29.0  # from the ankle to the toes

# Half-depths: how far each joint stays above whatever it rests on.
BACK = 17.0
KNEE = 10.0
ELBOW = 6.5
WRIST = 4.5
SOLE = 10.0
HEEL = (11.0, 10.0)  # the back corner of the foot, behind and below the ankle
TOES = (29.0, 9.0)  # the front corner
HEEL_DOWN = hypot(*HEEL)

# Where the low back can leave the mat, measured along the trunk from the hip.
LUMBAR = (2.0, 66.0)
FAR: Point = (
    4.0,
    -3.0,
)  # the far side is drawn a little behind the near one, so that both are seen


def reach(start: Point, direction: float, length: float) -> Point:
    """The point that is this far away in a direction."""
    turn = radians(direction)
    return start[0] + length * cos(turn), start[1] - length * sin(turn)


def heading(start: Point, end: Point) -> float:
    """The direction from one point to another, from -180 to 180."""
    return degrees(atan2(start[1] - end[1], end[0] - start[0]))


def mix(low: float, high: float, share: float) -> float:
    """The value a share (0 to 1) of the way from low to high."""
    return low + (high - low) * share


def clamp(value: float, low: float, high: float) -> float:
    """The nearest value that is neither below low nor above high."""
    return max(low, min(high, value))


def arcsine(value: float) -> float:
    """In degrees; what is past -1 or 1, as by float dust, counts as that."""
    return degrees(asin(clamp(value, -1, 1)))


def two_bones(
    start: Point, target: Point, first: float, second: float, bend: int
) -> tuple[Point, Point]:
    """The joint between two bones (their lengths), and where the second ends: at the target, or as
    near as they reach. bend (1 or -1) says to which side the joint points."""
    gap = hypot(target[0] - start[0], target[1] - start[1])
    span = clamp(gap, abs(first - second) + 0.01, first + second - 0.01)
    way = heading(start, target)
    cosine = (first**2 + span**2 - second**2) / (2 * first * span)
    joint = reach(start, way + bend * (90 - arcsine(cosine)), first)
    return joint, reach(start, way, span)


def away(start: Point, end: Point) -> Point:
    """How far it is from one point to the other: to the right and down."""
    return end[0] - start[0], end[1] - start[1]


def swung(before: Point, after: Point, share: float) -> Point:
    """A bone, as `away` says it, that turns a share of the way from one position to another."""
    base = (0.0, 0.0)
    length = mix(hypot(*before), hypot(*after), share)
    return reach(base, mix(heading(base, before), heading(base, after), share), length)


def shifted(point: Point, by: Point) -> Point:
    """The point moved by so much to the right and down."""
    return point[0] + by[0], point[1] + by[1]


def free_leg(hip: Point, base: float, bend: Bend, pointed: float) -> tuple[Point, Point, float]:
    """Knee, ankle and the foot's direction of a leg in the air. base is the direction of a leg in
    line with the trunk; pointed says how many degrees the foot is stretched."""
    hip_bend, knee_bend = bend
    thigh = base + hip_bend
    knee = reach(hip, thigh, THIGH)
    shank = thigh - knee_bend
    return knee, reach(knee, shank, SHANK), shank + 90 - pointed


def stands_flat(bend: Bend) -> bool:
    """A leg drawn up so far, lying, can have its whole foot on the mat."""
    hip_bend, knee_bend = bend
    return knee_bend >= 60 and hip_bend <= 75


def lying_leg(hip: Point, ground: float, bend: Bend, planted: bool) -> tuple[Point, Point, float]:
    """Knee, ankle and the foot's direction of a leg above the mat, whose y is ground: it never goes
    through it, whatever the numbers say. planted keeps a drawn-up foot flat on it."""
    hip_bend, knee_bend = bend
    height = ground - hip[1]
    straight = clamp(1 - knee_bend / 60, 0, 1)
    heel = mix(SOLE, HEEL_DOWN, straight)
    lowest = max((KNEE - height) / THIGH, mix(-1, (heel - height) / (THIGH + SHANK), straight))
    thigh = max(hip_bend, arcsine(lowest))
    knee = reach(hip, thigh, THIGH)
    flat = arcsine((heel - (ground - knee[1])) / SHANK)
    if planted:
        flat = arcsine((SOLE - (ground - knee[1])) / SHANK)
        return knee, reach(knee, flat, SHANK), 0.0
    shank = max(thigh - knee_bend, flat)
    ankle = reach(knee, shank, SHANK)
    turn = shank + 62 - 22 * clamp(knee_bend / 90, 0, 1)
    return knee, ankle, foot_above(turn, ground - ankle[1])


def foot_above(turn: float, height: float) -> float:
    """The foot's direction, turned until neither heel nor toes go under the mat, which is `height`
    below the ankle."""
    if turn > 0:
        return min(turn, max(0, arcsine(height / HEEL_DOWN) - heading((0, 0), (11, -10))))
    toes = heading((0, 0), (TOES[0], -TOES[1]))
    return max(turn, min(0, toes - arcsine(height / hypot(*TOES))))
