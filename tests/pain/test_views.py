"""What to look out for: readable by everybody, at any time, and never a diagnosis."""

import pytest
from django.urls import reverse

from coaching.practice import actions
from tests.factories.practice import WorkoutFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


def test_strangers_can_read_it_too(client):
    page = text(client.get(reverse("red_flags")))
    assert "Get emergency help now" in page
    assert "No diagnosis" in page or "not a diagnosis" in page
    assert "you have a" not in page.lower()


def test_a_tap_a_moment_ago_can_be_undone_from_here(as_member, member):
    workout = WorkoutFactory(person=member)
    actions.complete_workout(workout=workout, ending="pain")
    assert reverse("resumption", args=[workout.pk]) in text(as_member.get(reverse("red_flags")))


def test_what_hurts_is_in_no_address(as_member, member):
    workout = WorkoutFactory(person=member)
    response = as_member.post(reverse("step", args=[workout.pk, 1]), {"turn": 1, "pain": 9})
    assert response.url == reverse("red_flags")
    assert "9" not in response.url
