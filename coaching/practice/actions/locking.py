"""Every action locks the workout first, so that of two taps at once one comes after the other."""

from django.utils import timezone

from coaching.practice.models import Workout
from coaching.practice.refusals import Refused


def lock(workout):
    workout.refresh_from_db(
        fields=["finished_at", "ending", "hurt_at", "highest_angle"],
        from_queryset=Workout.objects.select_for_update(),
    )


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
