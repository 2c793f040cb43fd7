"""Workouts that are where a test begins, so that not every test walks the whole way."""

import uuid

from django.urls import reverse

from coaching.practice import actions
from coaching.practice.models import StepAnswer
from tests.factories.practice import RepFactory, WorkoutFactory

ANSWERS = [("done",), ("done",), ("firm",), ("stable", "stable"), ("done",)]


def at_step(person, position, *, variation="lying-raise", **options):
    """A running workout whose steps before `position` are answered."""
    workout = WorkoutFactory(person=person, variation=variation, **options)
    for number, said in enumerate(ANSWERS[: position - 1], start=1):
        for turn, answer in enumerate(said, start=1):
            StepAnswer.objects.create(workout=workout, position=number, turn=turn, answer=answer)
    if position > 1:
        actions.check_in(workout=workout, moment="before", pain=0, happened_at=workout.started_at)
    return workout


def at_set(person, *, floor=26, reps=(), **options):
    """A running workout in its first set, with these reps said: tuples of fault slugs."""
    workout = at_step(person, len(ANSWERS) + 1, **options)
    this_set = first_set(workout)
    if floor is not None:
        actions.keep_floor(workout=workout, variation=this_set.variation_id, degrees=floor)
    fill(this_set, reps)
    return workout


def fill(workout_set, reps):
    for number, faults in enumerate(reps, start=1):
        RepFactory(
            id=uuid.uuid4(),
            workout_set=workout_set,
            number=number,
            perfect=not faults,
            faults=faults,
        )


def first_set(workout):
    return workout.sets.get(number=1)


def finished(person, *, reps=((), ("back-arched",), ()), ending="done", pain=1, **options):
    """A workout that is over, with one set done."""
    workout = at_set(person, reps=reps, **options)
    actions.complete_set(workout_set=first_set(workout))
    if pain is not None:
        actions.check_in(workout=workout, moment="after", pain=pain, happened_at=workout.started_at)
    actions.complete_workout(workout=workout, ending=ending)
    return workout


def set_url(workout, number=1):
    return reverse("set", args=[workout.pk, number])


def step_url(workout, position):
    return reverse("step", args=[workout.pk, position])
