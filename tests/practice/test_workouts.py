"""Starting, answering and ending: each once, whoever says it how often."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema.blocks.base import Said
from coaching.practice import actions, screens
from coaching.practice.course import course_of
from coaching.practice.decisions import Decision
from coaching.practice.models import CheckIn, Floor, StepAnswer, Workout
from coaching.practice.refusals import Refused
from tests.factories.content import LADDER, current
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import WorkoutFactory, prescription

pytestmark = pytest.mark.django_db


def start(person, workout_id=None):
    return actions.start_workout(
        person=person,
        workout_id=workout_id or uuid.uuid4(),
        release=releases.newest_id(),
        routine=current().default_routine.slug,
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
    return actions.answer_step(
        workout=workout,
        position=position,
        turn=turn,
        said=Said(answer, **said),
        happened_at=timezone.now(),
    )


def todays(workout):
    return set(workout.sets.values_list("variation_id", flat=True))


def test_starting_twice_with_the_same_name_is_one_workout(member):
    name = uuid.uuid4()
    assert start(member, name) == start(member, name)
    assert Workout.objects.count() == 1


def test_a_second_workout_beside_a_running_one_is_refused(member):
    start(member)
    with pytest.raises(Refused, match="already have a workout running"):
        start(member)
    with pytest.raises(IntegrityError), transaction.atomic():
        Workout.objects.create(
            person=member,
            release_id=releases.newest_id(),
            routine_id=current().default_routine.slug,
            prescription={},
        )


def test_the_name_of_somebody_elses_workout_is_refused(member):
    theirs = WorkoutFactory()
    with pytest.raises(Refused, match="not started by you"):
        start(member, theirs.pk)


def test_the_sets_are_planned_from_the_prescription():
    workout = WorkoutFactory(sets=2, reps=8)
    assert list(workout.sets.values_list("number", "target")) == [(1, 8), (2, 8)]


@pytest.mark.parametrize(("pain", "rung"), [(0, 4), (2, 4), (3, 3)])
def test_pain_before_decides_the_rung_of_today(pain, rung):
    workout = WorkoutFactory()
    answer(workout, 1, pain=pain)
    assert todays(workout) == {current().rungs(LADDER)[rung - 1].slug}
    assert CheckIn.objects.get().pain == pain


def test_pain_of_four_means_no_leg_raises_today():
    workout = WorkoutFactory()
    answer(workout, 1, pain=4)
    workout.refresh_from_db()
    assert workout.ending == "pain"


def test_three_loose_tension_checks_make_it_a_day_for_the_fallback():
    workout = WorkoutFactory()
    fallback = current().default_routine.blocks[2].fallback
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
    assert first.decision == Decision(
        "pain-before", {"pain": 3, "variation": "bent-knee-lowering", "sets": 2}
    )
    assert second.decision == Decision("tension-check", {"tries": 3, "variation": "dead-bug"})


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
    workout_set = workout.sets.model.objects.of(workout.person).first()
    assert screens.SetScreen(workout_set, [], current()).figure.hip_top == 45


def test_not_stable_at_45_makes_the_day_lighter_and_limits_no_height():
    workout = WorkoutFactory()
    answer(workout, 4, "not", turn=1)
    workout.refresh_from_db()
    assert workout.highest_angle is None
    assert todays(workout) == {"bent-knee-lowering"}
    facts = {"angle": 45, "variation": "bent-knee-lowering"}
    assert workout.adjustments.get().decision == Decision("first-rep", facts)


def test_pain_of_three_takes_a_set_off_and_on_the_lightest_all_of_them():
    workout, lightest = WorkoutFactory(), WorkoutFactory(variation="dead-bug")
    actions.report_pain_before(workout=workout, pain=3)
    actions.report_pain_before(workout=lightest, pain=3)
    assert workout.sets.count() == 2
    assert not lightest.sets.exists()
    course = course_of(lightest, current())
    assert [step.block.kind for step in course.steps] == ["arrival", "drill", "drill", "wrap-up"]


def test_a_part_that_comes_later_cannot_be_answered_yet():
    workout = WorkoutFactory()
    with pytest.raises(Refused, match="comes later"):
        actions.answer_step(
            workout=workout, position=8, turn=1, said=Said(pain=0), happened_at=timezone.now()
        )
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
    assert len(todays(workout) & {current().default_routine.blocks[2].fallback}) == 0
    assert StepAnswer.objects.filter(position=3).count() == 1


def test_the_first_answer_stands():
    workout = WorkoutFactory()
    answer(workout, 5, floor=26)
    answer(workout, 5, floor=60)
    assert workout.floors.get().degrees == 26


def test_a_finished_workout_takes_no_answers():
    workout = WorkoutFactory(finished=True)
    with pytest.raises(Refused, match="finished"):
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
    decision = Decision("test", {"variation": "dead-bug"})
    actions.adjust(workout=workout, decision=decision, from_set=1)
    assert begun.variation_id != "dead-bug"
    begun.refresh_from_db()
    assert begun.variation_id != "dead-bug"
    assert workout.sets.get(number=2).variation_id == "dead-bug"


def test_signing_in_can_bring_along_what_the_guest_did():
    guest, member = GuestFactory(), UserFactory()
    done, running = WorkoutFactory(person=guest, finished=True), WorkoutFactory(person=guest)
    WorkoutFactory(person=member)
    actions.adopt_workouts(guest=guest, person=member)
    assert member.workouts.filter(pk=done.pk).exists()
    # One of the account's is running: that of the guest goes on with the guest.
    assert guest.workouts.get() == running
    actions.complete_workout(workout=member.workouts.running().get(), ending="done")
    actions.adopt_workouts(guest=guest, person=member)
    assert member.workouts.running().get() == running


@pytest.mark.parametrize(
    "wrong", [{"highest_angle": 120}, {"highest_angle": 1}, {"ending": "done"}]
)
def test_the_database_refuses_what_makes_no_sense(wrong):
    workout = WorkoutFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Workout.objects.filter(pk=workout.pk).update(**wrong)


def test_the_database_refuses_pain_of_eleven():
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(workout=WorkoutFactory(), moment="before", pain=11)


@pytest.mark.parametrize("degrees", [120, -1])
def test_the_database_refuses_a_floor_that_nobody_has(degrees):
    workout = WorkoutFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Floor.objects.create(
            workout=workout, variation_id="lying-raise", degrees=degrees, source="eye"
        )


def test_a_floor_belongs_to_its_variation_and_says_where_it_came_from():
    workout = WorkoutFactory()
    answer(workout, 5, floor=26)
    floor = workout.floors.get()
    assert (floor.variation_id, floor.source) == ("lying-raise-hands-under", "eye")
    assert course_of(workout, current()).floor == 26
    actions.adjust(workout=workout, decision=Decision("test", {"variation": "dead-bug"}))
    assert course_of(workout, current()).floor is None
    actions.complete_workout(workout=workout, ending="done")
    assert Floor.objects.last_of(workout.person, "lying-raise-hands-under") == 26
    assert Floor.objects.last_of(workout.person, "dead-bug") is None
