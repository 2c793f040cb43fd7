"""When things happen in a rep and a set: the half of the pacer that the server needs too.

The browser's half is ``static/js/player/timing.js`` and ``rushed.js``; ``tests/golden/pacing.json``
binds the two, so a change to one is a change to both. Pure: no Django, and a tempo is anything with
the four numbers (``catalogue.schema.Tempo`` is one).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import Literal, Protocol

StartsAt = Literal["bottom", "top"]
Breath = Literal["out", "in", "steady", ""]

ORDER: dict[StartsAt, tuple[str, ...]] = {
    "bottom": ("lift", "hold", "lower", "pause"),
    "top": ("lower", "pause", "lift", "hold"),
}
# From this length a hold is long enough that people forget to breathe.
LONG_HOLD = 3
# Only float dust: somebody who answers before the pacer is down has not lowered with it.
HAIR = 1e-6
# Moving up takes 15 perfect reps, "each lowered for three seconds or more".
CONTROLLED_DESCENT = 3.0


class Timing(Protocol):
    """Seconds for each part of a rep."""

    @property
    def lift(self) -> float: ...
    @property
    def hold(self) -> float: ...
    @property
    def lower(self) -> float: ...
    @property
    def pause(self) -> float: ...


@dataclass(frozen=True)
class Phase:
    """One stretch of a rep, in seconds from the rep's start."""

    name: str
    start: float
    end: float
    counts: int
    breath: Breath

    @property
    def seconds(self) -> float:
        return self.end - self.start


def counts_in(seconds: float) -> int:
    """How many whole counts are said: a last count shorter than half a second is not."""
    # Not round(): Python rounds halves to even, the browser does not.
    return max(1, floor(seconds + 0.5))


def phases(tempo: Timing, starts_at: StartsAt = "bottom") -> tuple[Phase, ...]:
    """The phases of one rep, which tile it without a gap; those that last no time are left out."""
    return tuple(_phases(tempo, starts_at))


def _phases(tempo: Timing, starts_at: StartsAt) -> Iterator[Phase]:
    start = 0.0
    for name in ORDER[starts_at]:
        seconds = getattr(tempo, name)
        if seconds <= 0:
            continue
        end = start + seconds
        yield Phase(name, start, end, counts_in(seconds), _breath(name, seconds))
        start = end


def _breath(name: str, seconds: float) -> Breath:
    if name == "lift":
        return "out"
    if name == "lower":
        return "in"
    return "steady" if name == "hold" and seconds >= LONG_HOLD else ""


def rep_seconds(tempo: Timing) -> float:
    return phases(tempo)[-1].end


def set_seconds(tempo: Timing, reps: int, *, countdown: float = 0) -> float:
    """How long a set takes at the pacer's speed, with the time to get ready."""
    return countdown + reps * rep_seconds(tempo)


def about_minutes(seconds: float) -> int:
    """For "about 14 min": whole minutes, never none."""
    return max(1, floor(seconds / 60 + 0.5))


def descent_counts(tempo: Timing) -> int:
    """How many of "one-one-thousand, two-one-thousand …" are said on the way down."""
    return counts_in(tempo.lower)


def paced_descent(
    tempo: Timing, answered_at: float, starts_at: StartsAt = "bottom"
) -> float | None:
    """Seconds of a descent that was followed; None if the answer came before the pacer was down.

    ``answered_at`` counts from the start of the rep.
    """
    for phase in phases(tempo, starts_at):
        if phase.name == "lower" and answered_at >= phase.end - HAIR:
            return phase.seconds
    return None


def is_controlled(descent_seconds: float | None, *, least: float = CONTROLLED_DESCENT) -> bool:
    """Whether a way down was paced and slow enough to count towards moving up."""
    return descent_seconds is not None and descent_seconds >= least - HAIR
