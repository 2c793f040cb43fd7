"""Histories in which something is said late, twice, or in another tab: what is kept of it, what
it changes, and whether every sentence shown is true."""

import importlib
import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from coaching.practice import actions
from coaching.practice.models import Floor, StepAnswer, Workout
from coaching.progression import plan, sentences
from tests.factories.content import current
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db

RUNG = "lying-raise"


@pytest.fixture
def placed(member):
    PlacementFactory(person=member, variation_id=RUNG)
    return member


def summary(client, workout):
    return text(client.get(reverse("summary", args=[workout.pk])))


def ended(person, ending="pain", ago=timedelta(0), variation=RUNG, **options):
    workout = WorkoutFactory(person=person, variation=variation, **options)
    workout.started_at = workout.finished_at = timezone.now() - ago
    workout.ending = ending
    workout.save()
    return workout


def says_after(client, workout, pain):
    client.post(reverse("check_in", args=[workout.pk]), {"pain": pain})


def planned(person):
    return plan.for_person(current(), person)


def why(decision):
    return sentences.SENTENCES[decision.rule](decision.facts, current())


# Said days later


@pytest.mark.parametrize("pain", [0, 3])
def test_a_good_answer_later_makes_no_rest_longer(as_member, placed, pain):
    workout = ended(placed, ago=timedelta(hours=47))
    actions.check_in(workout=workout, moment="before", pain=2, happened_at=workout.finished_at)
    before = planned(placed).closed_until
    says_after(as_member, workout, pain)
    assert planned(placed).closed_until == before


def test_pain_that_is_still_there_later_rests_from_then(as_member, placed):
    workout = ended(placed, ago=timedelta(hours=47))
    says_after(as_member, workout, 5)
    left = planned(placed).closed_until - timezone.now()
    assert left > timedelta(hours=47)


@pytest.mark.parametrize(("ending", "said"), [("pain", "Pain ended"), ("stopped", "hurt at 6")])
def test_the_day_that_is_named_is_that_of_the_workout(as_member, placed, ending, said):
    workout = ended(placed, ending, ago=timedelta(days=5))
    says_after(as_member, workout, 6)
    home = text(as_member.get(reverse("home")))
    assert said in home
    day = timezone.localtime(workout.finished_at)
    assert f"on {day.day} {day:%B}" in home


def test_no_day_in_the_past_is_named_as_one_to_come(placed):
    ended(placed, ago=timedelta(days=60))
    decision = planned(placed).decision
    assert decision.rule == "pain-eases"
    assert "something lighter until a workout has gone well." in why(decision)
    Workout.objects.update(finished_at=timezone.now() - timedelta(days=20))
    assert "nothing harder before" in why(planned(placed).decision)


def test_nor_on_the_lightest(member):
    PlacementFactory(person=member, variation_id="dead-bug")
    ended(member, ago=timedelta(days=60), variation="dead-bug")
    decision = planned(member).decision
    assert "2 sets of 6 at most until a workout has gone well." in why(decision)


def test_a_pain_of_three_is_told_as_it_is_when_the_day_has_come(as_member, placed):
    workout = ended(placed, "done", ago=timedelta(days=3))
    actions.check_in(workout=workout, moment="before", pain=3, happened_at=workout.finished_at)
    home = text(as_member.get(reverse("home")))
    assert "So nothing harder, and 2 sets at most." in home
    assert "next time" not in home


def test_who_stands_nowhere_on_this_ladder_rests_all_the_same(as_member, member):
    ended(member)
    said = {"pain": 0, "answer_done-before": "regularly", "answer_flatten-back": "yes"}
    response = as_member.post(reverse("start"), {"workout": str(uuid.uuid4()), **said})
    assert response.status_code == 409
    assert "It hurt too much last time" in text(response)
    assert not member.workouts.running().exists()


def test_what_hurt_before_its_first_rep_is_not_what_comes_next(as_member, placed):
    workout = at_the_sets(placed, floor=None)
    RepFactory(workout_set=workout.sets.first(), number=1)
    url = reverse("set_variation", args=[workout.pk, 1])
    as_member.post(url, {"variation": "bent-knee-lowering"})
    as_member.post(reverse("pain", args=[workout.pk]))
    assert planned(placed).variation.slug == "single-leg-raise"


def test_what_to_look_out_for_knows_the_same_pain_as_today(as_member, placed):
    older = ended(placed, "stopped", ago=timedelta(days=6))
    ended(placed, "done", ago=timedelta(days=3))
    says_after(as_member, older, 6)
    for name in ("home", "start", "red_flags"):
        assert "No leg raises until" in text(as_member.get(reverse(name)))


# In another tab


def test_pain_in_a_tab_that_was_left_open_is_kept(as_member, placed):
    workout = ended(placed, "stopped")
    as_member.post(reverse("pain", args=[workout.pk]))
    assert planned(placed).decision.rule == "pain-eases"
    assert planned(placed).closed_until
    assert "Stop here for today" in text(as_member.get(reverse("red_flags")))


def test_pain_in_a_tab_from_another_day_rewrites_no_history(as_member, placed):
    workout = ended(placed, "done", ago=timedelta(days=1))
    as_member.post(reverse("pain", args=[workout.pk]))
    workout.refresh_from_db()
    assert workout.ending == "done"


def test_who_has_said_how_it_was_afterwards_does_not_go_on(as_member, placed):
    """At the end nobody would be asked again, and worse would not be heard."""
    workout = ended(placed)
    url = reverse("resumption", args=[workout.pk])
    assert url in text(as_member.get(reverse("red_flags")))
    says_after(as_member, workout, 0)
    assert url not in text(as_member.get(reverse("red_flags")))
    assert as_member.post(url).status_code == 409


def test_more_pain_from_a_second_tab_still_decides(as_member, placed):
    workout = WorkoutFactory(person=placed, variation=RUNG)
    url = reverse("step", args=[workout.pk, 1])
    as_member.post(url, {"turn": 1, "pain": 0})
    as_member.post(url, {"turn": 1, "pain": 3})
    as_member.post(url, {"turn": 1, "pain": 2})
    assert workout.sets.count() == 2
    assert workout.adjustments.count() == 1
    assert as_member.post(url, {"turn": 1, "pain": 6}).url == reverse("red_flags")
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert planned(placed).closed_until


# The summary


def test_a_day_of_drills_was_not_stopped_before_its_first_rep(as_member, member):
    PlacementFactory(person=member, variation_id="dead-bug")
    workout = WorkoutFactory(person=member, variation="dead-bug")
    as_member.post(reverse("step", args=[workout.pk, 1]), {"turn": 1, "pain": 3})
    for position in (2, 7):
        as_member.post(reverse("step", args=[workout.pk, position]), {"turn": 1})
    as_member.post(reverse("step", args=[workout.pk, 8]), {"turn": 1, "pain": 1})
    page = summary(as_member, workout)
    assert "Only the drills today" in page
    assert "You stopped before the first rep" not in page
    log = text(as_member.get(reverse("history")))
    assert "<b>No reps</b>" in log
    assert "0 perfect of 0" not in log


def begin_short(client, person):
    client.post(reverse("start"), {"workout": str(uuid.uuid4()), "shorter": "yes"})
    return person.workouts.get()


def test_a_short_one_that_pain_ended_is_not_told_as_short(as_member, placed):
    workout = begin_short(as_member, placed)
    as_member.post(reverse("pain", args=[workout.pk]))
    page = summary(as_member, workout)
    assert "You had little time" not in page
    assert "Pain ended your workout on" in page
    assert planned(placed).variation.slug == "bent-knee-lowering"


def test_what_is_lighter_is_no_new_rung(as_member, placed):
    page = summary(as_member, ended(placed))
    assert "Bent-knee lowering" in page
    assert "new rung" not in page.lower()


def test_who_said_five_before_is_not_told_that_the_workout_was_too_much(as_member, placed):
    workout = WorkoutFactory(person=placed, variation=RUNG)
    as_member.post(reverse("step", args=[workout.pk, 1]), {"turn": 1, "pain": 5})
    page = summary(as_member, workout)
    assert "No leg raises until" in page
    assert "more than your back should have" not in page


def test_the_doctor_is_named_while_it_hurts_and_not_weeks_later(as_member, placed):
    workout = ended(placed, "done", ago=timedelta(days=60))
    now = workout.finished_at
    actions.check_in(workout=workout, moment="after", pain=8, happened_at=now)
    assert "today or tomorrow" not in summary(as_member, workout)
    # An older one gets its answer, too, when that is said now.
    older = ended(placed, "stopped", ago=timedelta(days=70))
    says_after(as_member, older, 8)
    page = summary(as_member, older)
    assert "No leg raises until" in page
    assert "today or tomorrow" in page


# Heights


def walk_to_the_sets(workout):
    said = [["done"], ["done"], ["firm"], ["stable", "not"], ["done"]]
    for position, answers in enumerate(said, start=1):
        for turn, answer in enumerate(answers, start=1):
            StepAnswer.objects.create(workout=workout, position=position, turn=turn, answer=answer)
    actions.check_in(workout=workout, moment="before", pain=0, happened_at=timezone.now())


def at_the_sets(person, floor):
    workout = WorkoutFactory(person=person, variation=RUNG, floor=floor)
    walk_to_the_sets(workout)
    actions.limit_height(workout=workout, degrees=45)
    return workout


def test_the_aim_of_today_lies_below_how_far_up_the_legs_go(as_member, placed):
    workout = at_the_sets(placed, floor=60)
    page = as_member.get(reverse("set", args=[workout.pk, 1]))
    assert "up to 45°" in text(page)
    assert page.context["floor"] == 35


def test_a_height_of_another_movement_is_not_said_of_this_one(as_member, placed):
    workout = at_the_sets(placed, floor=None)
    url = reverse("set_variation", args=[workout.pk, 1])
    as_member.post(url, {"variation": "bent-knee-lowering"})
    page = text(as_member.get(reverse("set", args=[workout.pk, 1])))
    assert "Bent-knee lowering" in page
    assert "up to 45°" not in page


def test_a_floor_from_when_the_slider_began_at_45_is_nobodys_finding(as_member, placed):
    untouched, raised, found = (
        ended(placed, "done", ago=timedelta(days=days)) for days in (3, 4, 5)
    )
    for workout, degrees in ((untouched, 45), (raised, 45), (found, 30)):
        Floor.objects.create(workout=workout, variation_id=RUNG, degrees=degrees, source="eye")
    RepFactory(workout_set=raised.sets.first(), number=1, floor=35)
    RepFactory(workout_set=untouched.sets.first(), number=1, floor=45)
    module = importlib.import_module("coaching.migrations.0007_floors_nobody_set")
    module.take_out(apps, None)
    assert set(Floor.objects.values_list("workout", flat=True)) == {raised.pk, found.pk}


def test_doming_on_the_lightest_when_it_is_six_already(as_member, member):
    PlacementFactory(person=member, variation_id="dead-bug")
    workout = WorkoutFactory(person=member, variation="dead-bug", sets=2, reps=6)
    first = workout.sets.first()
    RepFactory(workout_set=first, number=1, faults=["doming"])
    actions.complete_set(workout_set=first)
    assert workout.sets.get(number=2).target == 3
    walk_to_the_sets(workout)
    assert offers_one_more(as_member, workout, 2, reps=3) is False


def offers_one_more(client, workout, number, *, reps):
    for each in range(1, reps + 1):
        RepFactory(workout_set=workout.sets.get(number=number), number=each)
    page = client.get(reverse("set", args=[workout.pk, number]))
    assert page.context["over"] == "target"
    return "One more, perfect" in text(page)


def test_at_most_is_at_most(as_member, member):
    """After pain on the lightest there is no one more; on any other day there is."""
    PlacementFactory(person=member, variation_id="dead-bug")
    ended(member, ago=timedelta(days=3), variation="dead-bug")
    for reps in (6, 10):
        as_member.post(reverse("start"), {"workout": uuid.uuid4(), "next-asked": "yes"})
        workout = member.workouts.running().get()
        walk_to_the_sets(workout)
        assert offers_one_more(as_member, workout, 1, reps=reps) is (reps == 10)
        actions.complete_workout(workout=workout, ending="done")
        Workout.objects.all().delete()


def test_a_plan_of_drills_is_not_called_by_a_movement(as_member, member):
    PlacementFactory(person=member, variation_id="dead-bug")
    for days in (6, 3):
        ended(member, ago=timedelta(days=days), variation="dead-bug")
    for name in ("home", "start"):
        page = text(as_member.get(reverse(name)))
        assert "<h1>Only the drills</h1>" in page
        assert "<h1>Dead bug</h1>" not in page
