"""Today, the history, progress and a summary: ten years of training should cost little more than
ten workouts do."""

from datetime import timedelta
from statistics import median
from time import perf_counter

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from coaching.practice.models import CheckIn, Floor, Rep, RepFault, Workout, WorkoutSet
from tests.bench.setting import published, signed_in
from tests.factories.people import UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory

FEW, MANY = 10, 1500
EVERY = timedelta(days=2, hours=10)
SETS, REPS = 3, 10
# So many times as long at most, for any of the pages.
MOST = 1.5


def with_workouts(count):
    """A person with `count` workouts, written in bulk as the app writes one: three sets of ten, of
    which every tenth is perfect and the others are to a fifth spoiled, a floor, and pain asked
    about three times."""
    person = UserFactory()
    first = WorkoutFactory(person=person, finished=True)
    PlacementFactory(person=person, variation_id=first.prescription["variation"])
    now = timezone.now() - timedelta(days=2)
    workouts = Workout.objects.bulk_create(
        Workout(
            person=person,
            routine_id=first.routine_id,
            release_id=first.release_id,
            prescription=first.prescription,
            started_at=now - number * EVERY,
            finished_at=now - number * EVERY,
            ending="done",
        )
        for number in range(count)
    )
    first.delete()
    variation = first.prescription["variation"]
    sets = WorkoutSet.objects.bulk_create(
        WorkoutSet(workout=each, number=number, position=7, variation_id=variation, target=REPS)
        for each in workouts
        for number in range(1, SETS + 1)
    )
    reps = Rep.objects.bulk_create(
        (
            RepFactory.build(
                workout_set=each,
                number=number,
                perfect=place % 10 == 0 or number % 5 > 0,
                descent_seconds=3,
            )
            for place, each in enumerate(sets)
            for number in range(1, REPS + 1)
        ),
        batch_size=2000,
    )
    spoiled = (each for each in reps if not each.perfect)
    RepFault.objects.bulk_create(
        (RepFault(rep=each, fault_id="swung") for each in spoiled), batch_size=2000
    )
    Floor.objects.bulk_create(
        Floor(workout=each, variation_id=variation, degrees=30, source="eye") for each in workouts
    )
    CheckIn.objects.bulk_create(
        CheckIn(
            workout=each, moment=moment, pain=1, compared="same" if moment == "next-day" else ""
        )
        for each in workouts
        for moment in CheckIn.Moment.values
    )
    return person


def pages_of(person):
    """Each page as (client, address)."""
    newest = person.workouts.first()
    urls = {name: reverse(name) for name in ("home", "history", "progress")}
    urls["summary"] = reverse("summary", args=[newest.pk])
    client = signed_in(person)
    return {name: (client, url) for name, url in urls.items()}


def page_ms(few, many):
    """Both in turn, so that whatever else this machine does slows both down."""
    took = [[], []]
    for number in range(21):
        for spent, (client, url) in zip(took, (few, many), strict=True):
            started = perf_counter()
            client.get(url)
            if number:
                spent.append((perf_counter() - started) * 1000)
    return map(median, took)


def measure():
    published()
    few, many = pages_of(with_workouts(FEW)), pages_of(with_workouts(MANY))
    if connection.vendor == "postgresql":  # where autovacuum does it after a while
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    said = []
    for name in few:
        short, long = page_ms(few[name], many[name])
        over = ", more than there should be" if long > MOST * short else ""
        said.append(f"{name} {short:.1f} and {long:.1f} ms, {long / short:.2f} ×{over}")
    return f"with {FEW} and {MANY} workouts: {'; '.join(said)}"
