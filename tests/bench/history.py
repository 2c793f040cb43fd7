"""The history: thousands of workouts should cost what a page of twenty does."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from coaching.practice.models import Rep, Workout, WorkoutSet
from tests.bench.setting import median_ms, published, signed_in
from tests.factories.people import UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory

MANY = 3000
REPS = 10


def with_workouts(count):
    """A person with `count` workouts of one set each, written in bulk from one the app started."""
    person = UserFactory()
    first = WorkoutFactory(person=person, finished=True)
    now = timezone.now()
    workouts = Workout.objects.bulk_create(
        Workout(
            person=person,
            routine_id=first.routine_id,
            release_id=first.release_id,
            prescription=first.prescription,
            started_at=now - timedelta(days=number),
            finished_at=now - timedelta(days=number),
            ending="done",
        )
        for number in range(1, count)
    )
    pattern = first.sets.first()
    sets = WorkoutSet.objects.bulk_create(
        WorkoutSet(
            workout=workout,
            number=1,
            position=pattern.position,
            variation_id=pattern.variation_id,
            target=REPS,
        )
        for workout in workouts
    )
    Rep.objects.bulk_create(
        (
            RepFactory.build(workout_set=each, number=number)
            for each in sets
            for number in range(1, REPS + 1)
        ),
        batch_size=2000,
    )
    return person


def page_ms(count):
    client = signed_in(with_workouts(count))
    return median_ms(lambda _number: client.get(reverse("history")).content, 20)


def measure():
    published()
    few, many = page_ms(20), page_ms(MANY)
    return f"{few:.1f} ms with 20 workouts, {many:.1f} ms with {MANY}: {many / few:.2f} ×"
