"""Starting what was planned."""

from django.db import transaction

from coaching.people.models import User
from coaching.practice import actions as practice
from coaching.progression.models import Placement


@transaction.atomic
def start(*, person, workout_id, plan, release, pain=None, time_zone=""):
    """Starts the planned workout, for a new guest where `person` is None. Returns the workout.

    A move on the ladder is kept with its reason. `pain` is 0-10 where it was asked already.
    Raises practice.Refused, and then nothing is kept.
    """
    if person is None:
        person = User.objects.create_guest(time_zone=time_zone)
    workout = practice.start_workout(
        person=person,
        workout_id=workout_id,
        release=release,
        routine=plan.routine.slug,
        prescription=plan.prescription,
    )
    # Asked of the table, not of the plan: a start that is sent twice moves once.
    if person.placements.values_list("variation_id", flat=True).first() != plan.variation.slug:
        Placement.objects.create(
            person=person, variation_id=plan.variation.slug, why=plan.why, rule=plan.decision.rule
        )
    if pain is not None:
        practice.report_pain_before(workout=workout, pain=pain)
    return workout


@transaction.atomic
def adopt(*, guest, person):
    """Gives an account what was done as a guest: the workouts, and the place on the ladder where
    the account has none of its own."""
    practice.adopt_workouts(guest=guest, person=person)
    if not person.placements.exists():
        guest.placements.update(person=person)
