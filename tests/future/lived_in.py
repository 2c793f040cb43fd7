"""Makes the database with content an installation in use: a fault that a trainer has edited and
published, and a member with a workout that is over and one that is running."""

import django


def main():
    django.setup()
    people_come()


def people_come():
    from coaching.catalogue.models import Fault
    from coaching.catalogue.publishing import actions, releases
    from tests.factories.people import TrainerFactory, UserFactory
    from tests.factories.practice import RepFactory, WorkoutFactory
    from tests.factories.progression import PlacementFactory

    trainer, anna = TrainerFactory(), UserFactory(email="anna@example.org")
    PlacementFactory(person=anna)
    practise(WorkoutFactory(person=anna, variation="lying-raise", finished=True), RepFactory)
    Fault.objects.filter(slug="swung").update(cue="Wait for the pendulum to stop.")
    actions.publish(by=trainer)
    releases.forget()
    practise(WorkoutFactory(person=anna, variation="lying-raise"), RepFactory)


def practise(workout, rep):
    first = workout.sets.get(number=1)
    for number, faults in enumerate([[], ["swung"], ["swung", "back-arched"]], start=1):
        rep(workout_set=first, number=number, faults=faults)


if __name__ == "__main__":
    main()
