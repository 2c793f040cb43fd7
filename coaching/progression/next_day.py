"""How the back was the day after a workout: of which one it is asked."""

from django.utils import timezone

from coaching.pain.rules import ASKED_FROM
from coaching.practice.refusals import Refused


def due(person):
    """The workout of which it is to be asked, with its pain, or None. It is the last one, from 18
    hours after its end until it was answered or trained again: nothing gets harder before that."""
    last = person.workouts.finished().telling().with_pain().first()
    return last if last and last.pain_next_day is None and _is_later(last) else None


def check(workout):
    """Raises Refused where it is too early to say, or too late: about a later one is asked then."""
    if not _is_later(workout):
        raise Refused("too-early")
    later = workout.person.workouts.finished().telling().filter(started_at__gt=workout.started_at)
    if later.exists():
        raise Refused("newer-workout")


def _is_later(workout):
    return timezone.now() - workout.finished_at >= ASKED_FROM
