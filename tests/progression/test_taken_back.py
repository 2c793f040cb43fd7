"""A number of 4 or more before starting that was a slip of the thumb: taken back, nothing is left
of it. Histories of it, through the pages."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.practice.models import CheckIn, Workout
from coaching.progression import plan
from tests.factories.content import current
from tests.pages import text

pytestmark = pytest.mark.django_db

RUNG = "lying-raise"
UNDO = "was a wrong tap: choose again"


def says(client, workout, pain):
    return client.post(reverse("step", args=[workout.pk, 1]), {"turn": 1, "pain": pain})


def undo(client, workout):
    return client.post(reverse("resumption", args=[workout.pk]), follow=True)


def flags(client):
    return text(client.get(reverse("red_flags")))


def before(workout):
    return list(workout.check_ins.filter(moment="before").values_list("pain", flat=True))


def expect_nothing_left(client, person):
    """Neither now nor in the plan."""
    assert plan.for_person(current(), person).closed is None
    assert "hurt at" not in text(client.get(reverse("home")))
    assert UNDO not in flags(client)


def test_it_is_asked_anew_and_nothing_is_left_of_it(as_member, member, workout):
    says(as_member, workout, 7)
    assert f"7 {UNDO}" in flags(as_member)
    page = undo(as_member, workout)
    assert "How much does your back hurt right now?" in text(page)
    assert before(workout) == []
    expect_nothing_left(as_member, member)
    assert says(as_member, workout, 0).url == reverse("step", args=[workout.pk, 2])
    as_member.post(reverse("completion", args=[workout.pk]))
    planned = plan.for_person(current(), member)
    assert (planned.decision.rule, planned.variation.slug) == ("test", RUNG), "where they stood"
    expect_nothing_left(as_member, member)


def test_so_it_is_for_a_newcomer(client):
    said = {
        "workout": uuid.uuid4(),
        "answer_done-before": "regularly",
        "answer_flatten-back": "yes",
        "pain": 8,
    }
    assert client.post(reverse("start"), said).url == reverse("red_flags")
    workout = Workout.objects.get()
    assert f"8 {UNDO}" in flags(client)
    assert "How much does your back hurt right now?" in text(undo(client, workout))
    expect_nothing_left(client, workout.person)
    assert says(client, workout, 1).url == reverse("step", args=[workout.pk, 2])
    assert before(workout) == [1]


def test_twice_and_in_a_second_tab(as_member, workout):
    for pain in (5, 6):
        says(as_member, workout, pain)
        undo(as_member, workout)
    says(as_member, workout, 0)
    undo(as_member, workout)  # from a page that was left open
    workout.refresh_from_db()
    assert workout.is_running
    assert before(workout) == [0]


def test_ten_minutes_later_it_stays(as_member, workout):
    says(as_member, workout, 5)
    Workout.objects.update(finished_at=timezone.now() - timedelta(minutes=11))
    assert UNDO not in flags(as_member)
    answer = undo(as_member, workout)
    assert answer.status_code == 409
    assert "That was too long ago to take back." in text(answer)
    assert before(workout) == [5]


def test_who_has_said_how_it_was_afterwards_has_meant_it(as_member, workout):
    says(as_member, workout, 5)
    as_member.post(reverse("check_in", args=[workout.pk]), {"pain": 5})
    assert UNDO not in flags(as_member)
    assert undo(as_member, workout).status_code == 409


def test_a_number_that_had_eased_the_day_stands_again(as_member, workout):
    """Three was said, and six by a slip in a page that was left open: today is lighter once."""
    says(as_member, workout, 3)
    says(as_member, workout, 6)
    undo(as_member, workout)
    assert before(workout) == [3]
    assert workout.adjustments.count() == 1
    assert workout.sets.first().variation_id == "bent-knee-lowering"
    page = as_member.get(reverse("workout", args=[workout.pk]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("step", args=[workout.pk, 2])


def test_a_number_that_was_said_after_pain_opens_nothing(as_member, workout):
    says(as_member, workout, 0)
    as_member.post(reverse("pain", args=[workout.pk]))
    says(as_member, workout, 6)  # from the first part, left open
    assert UNDO not in flags(as_member)
    assert undo(as_member, workout).status_code == 409
    assert CheckIn.objects.get().pain == 6
