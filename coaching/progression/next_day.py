"""How the back was the day after a workout: of which one it is asked."""

from datetime import timedelta

from django.utils import timezone

from coaching.pain.rules import ASKED_FROM
from coaching.practice.refusals import Refused
from coaching.progression.rules import easing


def due(person):
    """The workout of which it is to be asked, with its pain, or None. It is the last one, from 18
    hours after its end until it was answered or trained again: nothing gets harder before that."""
    last = person.workouts.finished().telling().with_pain().first()
    return last if last and last.pain_next_day is None and _is_later(last) else None


def asked_today(person):
    """The same for the first page, which asks as long as somebody may well remember; the start of
    the next workout asks for longer."""
    last = due(person)
    is_fresh = last and timezone.now() - last.finished_at < timedelta(days=easing.COMES_BACK)
    return last if is_fresh else None


def check(workout):
    """Raises Refused where it is too early to say, or too late: about a later one is asked then."""
    if not _is_later(workout):
        raise Refused("too-early")
    later = workout.person.workouts.finished().telling().filter(started_at__gt=workout.started_at)
    if later.exists():
        raise Refused("newer-workout")


def _is_later(workout):
    return timezone.now() - workout.finished_at >= ASKED_FROM
