"""A body put together from its bones: trunk and head, then legs, then arms. Pure geometry.

Points and directions are those of bones.py.
"""

from dataclasses import dataclass
from typing import Literal

from coaching.figure.bones import (
    FAR,
    FOOT,
    FOREARM,
    NECK,
    TRUNK,
    UPPER_ARM,
    Point,
    away,
    heading,
    mix,
    reach,
    shifted,
    swung,
    two_bones,
)

# Towards the viewer, or away.
Side = Literal["near", "far"]
SIDES: tuple[Side, Side] = ("near", "far")


@dataclass(frozen=True)
class Body:
    """Every joint, and the direction of the parts that end in the air, by name."""

    joints: dict[str, Point]
    turns: dict[str, float]

    def copy(self) -> "Body":
        """Another body in the same pose."""
        return Body(dict(self.joints), dict(self.turns))

    def hip(self, name: Side) -> Point:
        """The hip of this side."""
        return self.joints["hip" if name == "near" else "far_hip"]

    def shoulder(self, name: Side) -> Point:
        """The shoulder of this side."""
        return self.joints["shoulder" if name == "near" else "far_shoulder"]

    def put_leg(self, name: Side, knee: Point, ankle: Point, turn: float) -> None:
        """A leg whose foot points in the direction `turn`."""
        self.joints[f"{name}_knee"] = knee
        self.joints[f"{name}_ankle"] = ankle
        self.joints[f"{name}_toe"] = reach(ankle, turn, FOOT)
        self.turns[f"{name}_foot"] = turn

    def put_arm(self, name: Side, elbow: Point, hand: Point, turn: float | None = None) -> None:
        """An arm whose palm points in the direction `turn`; None goes on as the forearm does."""
        self.joints[f"{name}_elbow"] = elbow
        self.joints[f"{name}_hand"] = hand
        self.turns[f"{name}_palm"] = heading(elbow, hand) if turn is None else turn

    def put_straight_arm(self, name: Side, hand: Point, turn: float | None = None) -> None:
        """From the shoulder to the hand, drawn longer or shorter where that is needed."""
        shoulder, share = self.shoulder(name), UPPER_ARM / (UPPER_ARM + FOREARM)
        elbow = mix(shoulder[0], hand[0], share), mix(shoulder[1], hand[1], share)
        self.put_arm(name, elbow, hand, turn)

    def put_bent_arm(self, name: Side, hand: Point, bend: int, turn: float | None = None) -> None:
        """Of fixed length: the hand goes as near as it reaches. bend is that of `two_bones`."""
        elbow, hand = two_bones(self.shoulder(name), hand, UPPER_ARM, FOREARM, bend)
        self.put_arm(name, elbow, hand, turn)

    def swing_arm(self, name: Side, other: "Body", share: float) -> None:
        """Turns an arm a share of the way to where it is in another body, of the same trunk."""
        shoulder, ours, theirs = self.shoulder(name), self.joints, other.joints
        bend, end, palm = f"{name}_elbow", f"{name}_hand", f"{name}_palm"
        upper = swung(away(shoulder, ours[bend]), away(shoulder, theirs[bend]), share)
        fore = swung(away(ours[bend], ours[end]), away(theirs[bend], theirs[end]), share)
        elbow = shifted(shoulder, upper)
        turn = mix(self.turns[palm], other.turns[palm], share)
        self.put_arm(name, elbow, shifted(elbow, fore), turn)


def upper_body(hip: Point, trunk: float, neck: float) -> Body:
    """A body without limbs yet: its trunk and its neck point in these directions."""
    shoulder = reach(hip, trunk, TRUNK)
    joints = {
        "hip": hip,
        "far_hip": shifted(hip, FAR),
        "shoulder": shoulder,
        "far_shoulder": shifted(shoulder, FAR),
        "neck": reach(shoulder, (trunk + neck) / 2, 6),
        "head": reach(shoulder, neck, NECK),
    }
    return Body(joints, turns={"head_turn": neck})
