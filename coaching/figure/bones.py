"""The body's measures, and what a few joints do together. Pure geometry, as in figure.py.

Directions are degrees counter-clockwise from "to the right"; the y axis points down, as in SVG.
`static/js/figure/bones.js` says the same in the browser.
"""

from math import asin, atan2, cos, degrees, hypot, radians, sin

Point = tuple[float, float]

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
FAR = (4.0, -3.0)  # the far side is drawn a little behind the near one, so that both are seen


def reach(start: Point, direction: float, length: float) -> Point:
    turn = radians(direction)
    return start[0] + length * cos(turn), start[1] - length * sin(turn)


def heading(start: Point, end: Point) -> float:
    return degrees(atan2(start[1] - end[1], end[0] - start[0]))


def mix(low: float, high: float, share: float) -> float:
    return low + (high - low) * share


def clamp(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def arcsine(value: float) -> float:
    return degrees(asin(clamp(value, -1, 1)))


def two_bones(start: Point, target: Point, first: float, second: float, bend: int):
    """The joint between two bones whose ends are known; bend says to which side it points."""
    gap = hypot(target[0] - start[0], target[1] - start[1])
    span = clamp(gap, abs(first - second) + 0.01, first + second - 0.01)
    way = heading(start, target)
    cosine = (first**2 + span**2 - second**2) / (2 * first * span)
    joint = reach(start, way + bend * (90 - arcsine(cosine)), first)
    return joint, reach(start, way, span)


def shifted(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def free_leg(hip: Point, base: float, hip_bend: float, knee_bend: float, pointed: float):
    thigh = base + hip_bend
    knee = reach(hip, thigh, THIGH)
    shank = thigh - knee_bend
    return knee, reach(knee, shank, SHANK), shank + 90 - pointed


def lying_leg(hip: Point, ground: float, bend: tuple[float, float], planted: bool):
    """A leg above the mat: it never goes through it, whatever the numbers say."""
    hip_bend, knee_bend = bend
    height = ground - hip[1]
    straight = clamp(1 - knee_bend / 60, 0, 1)
    heel = mix(SOLE, HEEL_DOWN, straight)
    lowest = max((KNEE - height) / THIGH, mix(-1, (heel - height) / (THIGH + SHANK), straight))
    thigh = max(hip_bend, arcsine(lowest))
    knee = reach(hip, thigh, THIGH)
    flat = arcsine((heel - (ground - knee[1])) / SHANK)
    if planted and knee_bend >= 60 and hip_bend <= 75:
        flat = arcsine((SOLE - (ground - knee[1])) / SHANK)
        return knee, reach(knee, flat, SHANK), 0.0
    shank = max(thigh - knee_bend, flat)
    ankle = reach(knee, shank, SHANK)
    turn = shank + 62 - 22 * clamp(knee_bend / 90, 0, 1)
    return knee, ankle, foot_above(turn, ground - ankle[1])


def foot_above(turn: float, height: float) -> float:
    """Turn the foot until neither heel nor toes go under the mat."""
    if turn > 0:
        return min(turn, max(0, arcsine(height / HEEL_DOWN) - heading((0, 0), (11, -10))))
    toes = heading((0, 0), (TOES[0], -TOES[1]))
    return max(turn, min(0, toes - arcsine(height / hypot(*TOES))))
