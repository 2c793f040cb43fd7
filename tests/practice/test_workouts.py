"""Starting, answering and ending: each once, whoever says it how often."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.practice import actions, run, screens, steps
from coaching.practice.models import CheckIn, StepAnswer, Workout
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import WorkoutFactory, prescription

pytestmark = pytest.mark.django_db


def start(person, workout_id=None):
    return actions.start_workout(
        person=person,
        workout_id=workout_id or uuid.uuid4(),
        release=releases.current_id(),
        routine=releases.current().default_routine.slug,
        prescription=prescription(),
    )


def before(workout, position):
    """Answers every part before `position`, as somebody would who got there."""
    for part, said in enumerate([["done"], ["done"], ["firm"], ["stable"] * 2], start=1):
        for turn, each in enumerate(said if part < position else [], start=1):
            StepAnswer.objects.get_or_create(
                workout=workout, position=part, turn=turn, defaults={"answer": each}
            )


def answer(workout, position, answer="done", *, turn=1, **said):
    before(workout, position)
    cleaned = {"turn": turn, "answer": answer, "happened_at": timezone.now(), **said}
    steps.keep(run.read(workout), position, cleaned)


def todays(workout):
    return set(workout.sets.values_list("variation_id", flat=True))


def test_starting_twice_with_the_same_name_is_one_workout(member):
    name = uuid.uuid4()
    assert start(member, name) == start(member, name)
    assert Workout.objects.count() == 1


def test_a_second_workout_beside_a_running_one_is_refused(member):
    start(member)
    with pytest.raises(actions.Refused, match="already have a workout running"):
        start(member)
    with pytest.raises(IntegrityError), transaction.atomic():
        Workout.objects.create(
            person=member,
            release_id=releases.current_id(),
            routine_id=releases.current().default_routine.slug,
            prescription={},
        )


def test_the_name_of_somebody_elses_workout_is_refused(member):
    theirs = WorkoutFactory()
    with pytest.raises(actions.Refused, match="not started by you"):
        start(member, theirs.pk)


def test_the_sets_are_planned_from_the_prescription():
    workout = WorkoutFactory(sets=2, reps=8)
    assert list(workout.sets.values_list("number", "target")) == [(1, 8), (2, 8)]


@pytest.mark.parametrize(("pain", "rung"), [(0, 4), (2, 4), (3, 3)])
def test_pain_before_decides_the_rung_of_today(pain, rung):
    workout = WorkoutFactory()
    answer(workout, 1, pain=pain)
    assert todays(workout) == {releases.current().rungs[rung - 1].slug}
    assert CheckIn.objects.get().pain == pain


def test_pain_of_four_means_no_leg_raises_today():
    workout = WorkoutFactory()
    answer(workout, 1, pain=4)
    workout.refresh_from_db()
    assert workout.ending == "pain"


def test_three_loose_tension_checks_make_it_a_day_for_the_fallback():
    workout = WorkoutFactory()
    fallback = run.read(workout).routine.blocks[2].fallback
    for turn in (1, 2):
        answer(workout, 3, "not", turn=turn)
        assert fallback not in todays(workout)
    answer(workout, 3, "not", turn=3)
    assert todays(workout) == {fallback}


def test_what_changes_on_the_way_is_kept_with_its_reason():
    workout = WorkoutFactory()
    answer(workout, 1, pain=3)
    for turn in (1, 2, 3):
        answer(workout, 3, "not", turn=turn)
    first, second = workout.adjustments.all()
    assert first.rule == "pain-before"
    assert first.why.startswith("Your back hurts at 3 today, so we take one rung less:")
    assert second.why.startswith("Your back did not press down firmly today.")


def test_three_loose_tension_checks_do_not_make_a_dead_bug_harder():
    workout = WorkoutFactory(variation="dead-bug")
    for turn in (1, 2, 3):
        answer(workout, 3, "not", turn=turn)
    assert todays(workout) == {"dead-bug"}
    assert not workout.adjustments.exists()


def test_not_stable_at_90_stays_at_45_today():
    workout = WorkoutFactory()
    before(workout, 4)
    answer(workout, 4, "stable", turn=1)
    assert workout.highest_angle is None
    answer(workout, 4, "not", turn=2)
    workout.refresh_from_db()
    assert workout.highest_angle == 45
    workout_set = workout.sets.select_related("workout").first()
    assert screens.SetScreen(workout_set, []).figure.hip_top == 45


def test_a_part_that_comes_later_cannot_be_answered_yet():
    workout = WorkoutFactory()
    cleaned = {"turn": 1, "answer": "done", "happened_at": timezone.now(), "pain": 0}
    with pytest.raises(actions.Refused, match="comes later"):
        steps.keep(run.read(workout), 8, cleaned)
    workout.refresh_from_db()
    assert workout.is_running


def test_a_workout_left_behind_for_hours_gives_way_to_a_new_one(member):
    left = start(member)
    left.started_at -= actions.LEFT_BEHIND
    left.save()
    start(member)
    left.refresh_from_db()
    assert left.ending == "stopped"


def test_two_loaded_copies_agree_on_how_it_ended():
    workout = WorkoutFactory()
    copy = Workout.objects.get(pk=workout.pk)
    actions.complete_workout(workout=workout, ending="pain")
    actions.complete_workout(workout=copy, ending="stopped")
    assert Workout.objects.get(pk=workout.pk).ending == "pain"


def test_the_same_loose_tension_check_sent_thrice_is_one():
    workout = WorkoutFactory()
    for _again in range(3):
        answer(workout, 3, "not", turn=1)
    assert len(todays(workout) & {run.read(workout).routine.blocks[2].fallback}) == 0
    assert StepAnswer.objects.filter(position=3).count() == 1


def test_the_first_answer_stands():
    workout = WorkoutFactory()
    answer(workout, 5, floor=26)
    answer(workout, 5, floor=60)
    workout.refresh_from_db()
    assert workout.floor == 26


def test_a_finished_workout_takes_no_answers():
    workout = WorkoutFactory(finished=True)
    with pytest.raises(actions.Refused, match="finished"):
        answer(workout, 5, floor=26)


def test_how_it_ended_first_stays():
    workout = WorkoutFactory()
    actions.complete_workout(workout=workout, ending="pain")
    actions.complete_workout(workout=workout, ending="done")
    workout.refresh_from_db()
    assert workout.ending == "pain"


def test_an_easier_variation_does_not_touch_a_set_that_was_begun():
    workout = WorkoutFactory()
    begun = workout.sets.get(number=1)
    actions.complete_set(workout_set=begun)
    actions.adjust(workout=workout, variation="dead-bug", rule="test", why="Because.", from_set=1)
    assert begun.variation_id != "dead-bug"
    begun.refresh_from_db()
    assert begun.variation_id != "dead-bug"
    assert workout.sets.get(number=2).variation_id == "dead-bug"


def test_signing_in_can_bring_along_what_the_guest_did():
    guest, member = GuestFactory(), UserFactory()
    done, running = WorkoutFactory(person=guest, finished=True), WorkoutFactory(person=guest)
    WorkoutFactory(person=member)
    actions.adopt_workouts(guest=guest, person=member)
    assert member.workouts.filter(pk__in=[done.pk, running.pk]).count() == 2
    assert member.workouts.running().count() == 1


@pytest.mark.parametrize("wrong", [{"floor": 120}, {"floor": -1}, {"ending": "done"}])
def test_the_database_refuses_what_makes_no_sense(wrong):
    workout = WorkoutFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Workout.objects.filter(pk=workout.pk).update(**wrong)


def test_the_database_refuses_pain_of_eleven():
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(workout=WorkoutFactory(), moment="before", pain=11)
