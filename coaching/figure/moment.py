"""What a pose is made from: a movement's numbers, and one moment of its rep. Pure geometry."""

from dataclasses import dataclass
from typing import Protocol

from coaching.figure.body import Side
from coaching.figure.bones import Bend, mix


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
    @property
    def weight(self) -> str: ...


# The y of the mat or the ground, by what the body is supported by.
GROUND = {
    "lying": 204.0,
    "hanging": 412.0,
    "all-fours": 204.0,
    "forearms": 204.0,
    "half-kneeling": 240.0,
    "standing": 308.0,
}

# How both legs are bent at rest: lying, drawn up with the feet on the mat; upright, straight. The
# others rest at the bottom of their movement.
RESTS: dict[str, Bend] = {"lying": (45, 118), "hanging": (0, 0), "standing": (0, 0)}


@dataclass(frozen=True)
class Moment:
    """One moment of a rep: the bends of both legs and the curve of the back (+ arched) in degrees.

    lift is 0 at the bottom of the rep and 1 at its top; side 1 swaps legs that differ; rest is how
    far the body has gone to rest.
    """

    figure: Figure
    ground: float
    near: Bend
    far: Bend
    lift: float
    side: int
    curve: float
    rest: float

    def moving(self, name: Side) -> Bend:
        """How far the leg of this side is bent in its rep."""
        return self.near if name == "near" else self.far

    def bend(self, name: Side) -> Bend:
        """How far it is bent now, on its way to rest."""
        hip, knee = moving = self.moving(name)
        hip_rest, knee_rest = RESTS.get(self.figure.support, moving)
        return mix(hip, hip_rest, self.rest), mix(knee, knee_rest, self.rest)
