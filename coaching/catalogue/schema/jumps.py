"""How much is asked before something heavier is opened. Ours, and careful: a trainer may ask for
more, never for less."""

from coaching.catalogue.schema.shapes import Figure

# Degrees: a knee that is bent this much makes the lever of the leg a shorter one.
BENT = 45
# Perfect reps in one set. On a bar or with a weight ten of seven seconds each are long enough.
LEAST, LEAST_LOADED = 15, 10
# Percent of the way between bottom and top that the floor leaves: half, and two thirds before a
# jump; and in how many workouts a gate before a jump is reached.
HALF_WAY, BEFORE_JUMP = 50, 67
WORKOUTS_BEFORE_JUMP = 2


def least_gate(figure: Figure) -> int:
    """The fewest reps that a gate may ask for."""
    is_loaded = figure.support == "hanging" or figure.weight != "none"
    return LEAST_LOADED if is_loaded else LEAST


def is_jump(before: Figure, after: Figure) -> bool:
    """Whether the load jumps from one movement to the next: onto the bar, a weight is added, or two
    straight legs are lifted that were bent, or one."""
    onto_bar = after.support == "hanging" != before.support
    weight_added = before.weight == "none" != after.weight
    return onto_bar or weight_added or (_two_straight(after) and not _two_straight(before))


def _two_straight(figure: Figure) -> bool:
    return figure.legs == "both" and max(figure.knee_bottom, figure.knee_top) < BENT
