"""What the server knows of time: how long a plan takes, and what was lowered slowly. Pure.

When things happen in a rep is the browser's: static/js/player/timing.js.
"""

from math import floor

# Only float dust: three seconds are three seconds.
HAIR = 1e-6
# Moving up asks for slow perfect reps, "each lowered for three seconds or more".
CONTROLLED_DESCENT = 3.0


def about_minutes(seconds: float) -> int:
    """For "about 14 min": whole minutes, never none."""
    return max(1, floor(seconds / 60 + 0.5))


def is_controlled(descent_seconds: float | None, *, least: float = CONTROLLED_DESCENT) -> bool:
    """Whether a way down was paced and slow enough to count towards moving up."""
    return descent_seconds is not None and descent_seconds >= least - HAIR
