"""What was said about pain, read from the rows."""

from coaching.pain.rules import Said


def said_in(workout):
    """What a finished workout said about it; the workout comes `with_pain()`."""
    return Said(
        at=max(filter(None, (workout.finished_at, workout.pain_said_at))),
        before=workout.pain_before,
        after=workout.pain_after,
        next_day=workout.pain_next_day,
        ended=workout.ending == workout.Ending.PAIN,
    )
