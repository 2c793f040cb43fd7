"""A fault so serious that it ends a set never leads back to the same, today or next time."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.practice import actions
from coaching.practice.models import StepAnswer, Workout
from coaching.progression import plan
from tests.factories.content import current
from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


def begin(member, variation):
    if member.placements.first() is None:
        PlacementFactory(person=member, variation_id=variation)
    workout = WorkoutFactory(person=member, variation=variation)
    actions.check_in(workout=workout, moment="before", pain=0, happened_at=timezone.now())
    for position, said in enumerate([["done"], ["done"], ["firm"], ["stable"] * 2, ["done"]], 1):
        for turn, answer in enumerate(said, start=1):
            StepAnswer.objects.create(workout=workout, position=position, turn=turn, answer=answer)
    return workout


def domes(client, workout, number):
    """The page of a set after its first rep said so."""
    said = {"rep": uuid.uuid4(), "number": 1, "faults": ["doming"]}
    client.post(reverse("set_reps", args=[workout.pk, number]), said)
    return text(client.get(reverse("set", args=[workout.pk, number])))


def complete(client, workout, number):
    return client.post(reverse("set_completion", args=[workout.pk, number]))


def test_the_loud_button_is_what_is_lighter_and_the_rest_leads_to_it(as_member, member):
    workout = begin(member, "hanging-knee-raise")
    page = domes(as_member, workout, 1)
    assert "Go on with: Bent-knee lowering</button>" in page
    rest = text(as_member.get(complete(as_member, workout, 1).url))
    assert "Go on with: Bent-knee lowering" in rest
    assert "Start set 2" not in rest
    assert set(workout.sets.filter(number__gt=1).values_list("variation_id", flat=True)) == {
        "bent-knee-lowering"
    }


def test_on_the_lightest_fewer_and_no_word_of_easier(as_member, member):
    workout = begin(member, "dead-bug")
    page = domes(as_member, workout, 1)
    assert "Rest, then 6 reps at most" in page
    assert "easier" not in page
    rest = text(as_member.get(complete(as_member, workout, 1).url))
    assert "Start set 2: 6 reps" in rest
    assert workout.sets.get(number=2).target == 6


@pytest.mark.parametrize("variation", ["lying-raise", "dead-bug"])
def test_the_second_one_ends_the_raises_and_the_plank(as_member, member, variation):
    workout = begin(member, variation)
    domes(as_member, workout, 1)
    complete(as_member, workout, 1)
    page = domes(as_member, workout, 2)
    assert "came a second time. No more raises today" in page
    assert "To the end of the workout" in page
    assert complete(as_member, workout, 2).url == reverse("step", args=[workout.pk, 8])
    assert workout.sets.count() == 2


def test_taking_the_rep_back_before_going_on_takes_all_of_it_back(as_member, member):
    workout = begin(member, "lying-raise")
    domes(as_member, workout, 1)
    rep = workout.sets.get(number=1).reps.get()
    as_member.post(reverse("rep_retraction", args=[workout.pk, rep.pk]))
    complete(as_member, workout, 1)
    assert not workout.adjustments.exists()
    assert set(workout.sets.values_list("variation_id", flat=True)) == {"lying-raise"}


def test_once_gone_on_from_the_rep_stays(as_member, member):
    """Taken back from a tab that was left open, it would leave a lighter day without its reason."""
    workout = begin(member, "lying-raise")
    domes(as_member, workout, 1)
    rep = workout.sets.get(number=1).reps.get()
    complete(as_member, workout, 1)
    refused = as_member.post(reverse("rep_retraction", args=[workout.pk, rep.pk]))
    assert refused.status_code == 409
    assert "what comes next follows from it. It stays." in text(refused)
    assert workout.adjustments.count() == 1
    assert workout.sets.get(number=1).reps.kept().get() == rep


def test_the_reason_for_the_rest_is_pain_whatever_else_holds_the_plan_back(as_member, member):
    workout = begin(member, "lying-raise")
    domes(as_member, workout, 1)
    as_member.post(reverse("pain", args=[workout.pk]))
    assert plan.for_person(current(), member).decision.rule == "fault-eases"
    home = text(as_member.get(reverse("home")))
    assert "No leg raises until" in home
    assert "Pain ended your workout on" in home
    assert "Doming” ended" not in home


def test_next_time_it_is_two_lighter_and_closed_for_four_workouts(as_member, member):
    workout = begin(member, "lying-raise")
    domes(as_member, workout, 1)
    complete(as_member, workout, 1)
    actions.complete_workout(workout=workout, ending="done")
    planned = plan.for_person(current(), member)
    assert (planned.decision.rule, planned.variation.slug) == ("fault-eases", "single-leg-raise")
    assert "until 4 workouts have gone well without it" in text(as_member.get(reverse("home")))
    ago = timezone.now() - timedelta(days=20)
    Workout.objects.update(started_at=ago, finished_at=ago)
    for clean in range(4):
        planned = plan.for_person(current(), member)
        assert planned.decision.rule == "fault-eases", clean
        later = begin(member, "lying-raise")
        said = {"rep": uuid.uuid4(), "number": 1, "verdict": "perfect"}
        as_member.post(reverse("set_reps", args=[later.pk, 1]), said)
        actions.complete_workout(workout=later, ending="done")
        ago = timezone.now() - timedelta(days=16 - 3 * clean)
        Workout.objects.filter(pk=later.pk).update(started_at=ago, finished_at=ago)
    assert plan.for_person(current(), member).decision.rule == "stay"


@pytest.mark.parametrize(
    ("highest", "floor", "kept"), [(None, 80, 80), (None, 81, None), (45, 35, 35), (45, 40, None)]
)
def test_a_floor_stays_ten_degrees_below_todays_height(as_member, member, highest, floor, kept):
    workout = begin(member, "lying-raise")
    StepAnswer.objects.filter(position=5).delete()
    actions.limit_height(workout=workout, degrees=highest)
    url = reverse("step", args=[workout.pk, 5])
    response = as_member.post(url, {"turn": 1, "floor": floor})
    if kept is None:
        assert response.status_code == 422
        assert "° at most today, so that your legs have room to move." in text(response)
    assert list(workout.floors.values_list("degrees", flat=True)) == ([kept] if kept else [])


def test_a_floor_that_nobody_set_is_not_said_tomorrow(as_member, member):
    workout = begin(member, "lying-raise")
    StepAnswer.objects.filter(position=5).delete()
    as_member.post(reverse("step", args=[workout.pk, 5]), {"turn": 1, "floor": ""})
    actions.complete_workout(workout=workout, ending="done")
    assert not workout.floors.exists()
    assert "your back stayed down to" not in text(as_member.get(reverse("home")))


def test_no_address_leads_past_a_set_that_a_fault_ended(as_member, member):
    workout = begin(member, "lying-raise")
    domes(as_member, workout, 1)
    first = reverse("set", args=[workout.pk, 1])
    for name in ("set", "set_review"):
        assert as_member.get(reverse(name, args=[workout.pk, 2])).url == first
    complete(as_member, workout, 1)
    page = as_member.get(reverse("set", args=[workout.pk, 2]))
    assert page.context["variation"].slug == "bent-knee-lowering"
