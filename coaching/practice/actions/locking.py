"""Who waits for whom. Every action locks through `lock` before it reads what it goes by, so that of
two taps at once one comes after the other.

One order for everybody, or two of them would wait for each other for ever: people first, then
workouts, each by their keys. Most actions need the workout alone. Starting, resuming and adopting
change which workout of somebody's runs, so they lock the people first. Nothing else is locked:
sets, reps, answers and the rest are their workout's, and written under its lock.
"""

from django.http import Http404
from django.utils import timezone

from coaching.people.models import User
from coaching.practice.models import Workout
from coaching.practice.refusals import Refused

# What another request may have changed meanwhile.
CHANGES = {User: ["email"], Workout: ["finished_at", "ending", "hurt_at", "highest_angle"]}


def lock(*rows):
    """Locks these people and workouts until the end of the transaction, in the one order, and reads
    anew what may have changed. 404 for a workout that was given to somebody else meanwhile: looking
    up is the permission check, and this is the second look."""
    for row in sorted(rows, key=lambda row: (isinstance(row, Workout), row.pk)):
        model = row._meta.model
        # Without their keys: other rows may refer to them meanwhile.
        found = model.objects.select_for_update(no_key=True)
        if model is Workout:
            found = found.filter(person=row.person_id)
        try:
            row.refresh_from_db(fields=CHANGES[model], from_queryset=found)
        except model.DoesNotExist as gone:
            raise Http404 from gone


def lock_running(workout):
    lock(workout)
    check_running(workout)


def check_running(workout):
    if not workout.is_running:
        raise Refused("workout-over")


def finish(workout, ending):
    workout.finished_at, workout.ending = timezone.now(), ending
    workout.save(update_fields=["finished_at", "ending"])


def finish_for_pain(workout, happened_at):
    """Ends a workout because it hurts. One that is over already stays as it ended, and keeps when
    it hurt: pain may be heard late, or come from a tab that was left open."""
    if workout.is_running:
        finish(workout, Workout.Ending.PAIN)
    elif workout.ending != Workout.Ending.PAIN or happened_at > workout.finished_at:
        workout.hurt_at = max(happened_at, workout.hurt_at or happened_at)
        workout.save(update_fields=["hurt_at"])
