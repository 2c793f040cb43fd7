"""Workouts as the app itself starts them, so that no test leans on a shape that never occurs."""

import uuid
from datetime import timedelta

import factory
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.practice import actions, rules
from coaching.practice.decisions import Decision
from coaching.practice.models import Rep, RepFault, Workout
from tests.factories.content import current
from tests.factories.people import UserFactory


def prescription(variation=None, *, sets=3, reps=10, floor=None):
    """What the routine of the tests asks for, on one variation."""
    catalogue = current()
    planned = [
        rules.PlannedSets(position, sets, reps, block.rest)
        for position, block in enumerate(catalogue.default_routine.blocks, start=1)
        if block.has_sets
    ]
    chosen = catalogue.variation(variation or "lying-raise-hands-under")
    return rules.Prescription(
        variation=chosen.slug,
        name=chosen.name,
        sets=tuple(planned),
        tempo=chosen.tempo.model_dump(),
        floor=floor,
        decision=Decision("test", {"variation": chosen.slug}),
    )


class WorkoutFactory(factory.django.DjangoModelFactory):
    """A running workout at its first step; `finished=True` for one that is over."""

    class Meta:
        model = Workout

    person = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, person, finished=False, started_at=None, **options):
        workout = actions.start_workout(
            person=person,
            workout_id=uuid.uuid4(),
            release=releases.newest_id(),
            routine=current().default_routine.slug,
            prescription=prescription(**options),
        )
        if started_at:
            workout.started_at = started_at
        if finished:
            workout.finished_at = (started_at or timezone.now()) + timedelta(minutes=14)
            workout.ending = "done"
        workout.save()
        return workout


class RepFactory(factory.django.DjangoModelFactory):
    """A kept rep; `faults` are slugs."""

    class Meta:
        model = Rep
        skip_postgeneration_save = True

    id = factory.LazyFunction(uuid.uuid4)
    number = factory.Sequence(lambda number: number % 50 + 1)
    perfect = True

    @factory.post_generation
    def faults(self, create, slugs):
        for slug in slugs or ():
            RepFault.objects.create(rep=self, fault_id=slug)
        if slugs:
            self.perfect = False
            self.save(update_fields=["perfect"])
