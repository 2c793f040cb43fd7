"""Signing in to an account in the middle of a workout that was begun as a guest: docs/adr/0017."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from coaching.people.models import User
from coaching.practice import actions
from coaching.practice.models import Floor
from tests.browser import workouts
from tests.factories.people import GuestFactory
from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_guest(guest):
    client = Client()
    client.force_login(guest)
    client.guest = guest
    return client


def sign_in(client, email):
    said = {"login": email, "password": "a long and quiet password"}
    return client.post(reverse("account_login"), said)


@pytest.fixture
def signed_in(as_guest, member):
    """A browser that was a guest with a workout over and one running, and is a member now."""
    WorkoutFactory(person=as_guest.guest, finished=True)
    as_guest.running = workouts.at_set(as_guest.guest)
    sign_in(as_guest, member.email)
    return as_guest


def tap(client, *, number=1, workout=None):
    said = {"rep": uuid.uuid4(), "number": number, "verdict": "perfect"}
    url = reverse("set_reps", args=[(workout or client.running).pk, 1])
    return client.post(url, said, headers={"HX-Request": "true"})


def whose(workout):
    workout.refresh_from_db()
    return workout.person


def told(client):
    return [str(each) for each in get_messages(client.get(reverse("home")).wsgi_request)]


def test_the_next_tap_of_a_running_workout_is_kept_with_the_account(signed_in, member):
    home = text(signed_in.get(reverse("home")))
    assert "Go on with it, and it is in your account." in home
    assert "You did 1 workout here as a guest." not in home  # one thing after the other
    assert whose(signed_in.running) != member  # signing in alone moves nothing
    assert "How was rep 2?" in tap(signed_in).text
    assert whose(signed_in.running) == member
    assert member.workouts.count() == 1  # what is over is only offered
    page = signed_in.get(reverse("set", args=[signed_in.running.pk, 1]))
    assert "this workout is in your account now" in text(page)
    home = signed_in.get(reverse("home"))
    assert "You did 1 workout here as a guest." in text(home)
    assert home.context["running"] == signed_in.running
    assert Floor.objects.last_of(member, "lying-raise") is None
    actions.complete_workout(workout=signed_in.running, ending="done")
    assert Floor.objects.last_of(member, "lying-raise") == 26


def test_going_on_from_the_first_page_is_the_same(signed_in, member):
    page = signed_in.get(reverse("workout", args=[signed_in.running.pk]), follow=True)
    assert "Start" in text(page)
    assert whose(signed_in.running) == member


def test_where_the_account_has_one_running_it_stays_with_the_guest(signed_in, member):
    other = WorkoutFactory(person=member)
    assert "So is one of your account." in text(signed_in.get(reverse("home")))
    for number in (1, 2):
        assert f"How was rep {number + 1}?" in tap(signed_in, number=number).text
    assert whose(signed_in.running) == signed_in.guest
    assert [each for each in told(signed_in) if "stays with the guest" in each] != []
    tap(signed_in, number=3)
    assert told(signed_in) == []  # once
    end = signed_in.post(reverse("completion", args=[signed_in.running.pk]), follow=True)
    assert "3 perfect of 3" in text(end)
    signed_in.post(reverse("adoption"), {"answer": "yes"})
    assert whose(signed_in.running) == member
    other.refresh_from_db()
    assert other.is_running


def test_one_of_the_account_that_was_left_behind_is_no_reason(signed_in, member):
    left = WorkoutFactory(person=member, started_at=timezone.now() - timedelta(hours=7))
    tap(signed_in)
    assert whose(signed_in.running) == member
    left.refresh_from_db()
    assert left.ending == "stopped"


def test_adopting_does_not_end_what_is_running(signed_in, member):
    signed_in.post(reverse("adoption"), {"answer": "yes"})
    assert "How was rep 2?" in tap(signed_in).text
    assert whose(signed_in.running) == member
    assert member.workouts.count() == 2


def test_a_guest_who_was_somebody_else_is_heard_to_the_end_and_not_shown(signed_in, member):
    signed_in.post(reverse("adoption"), {"answer": "no"})
    home = signed_in.get(reverse("home"))
    assert (home.context["guest_workouts"], home.context["guest_running"]) == (0, None)
    assert "How was rep 2?" in tap(signed_in).text
    url = reverse("pain", args=[signed_in.running.pk])
    for _twice in range(2):  # the second when it is over
        assert signed_in.post(url).status_code == 302
    assert whose(signed_in.running) == signed_in.guest
    assert signed_in.running.ending == "pain"
    assert signed_in.get(reverse("summary", args=[signed_in.running.pk])).status_code == 404
    assert not member.workouts.exists()


def test_pain_that_a_guest_said_counts_for_who_goes_on_and_for_who_adopts(as_guest, member):
    PlacementFactory(person=member)
    over = WorkoutFactory(person=as_guest.guest)
    as_guest.post(reverse("pain", args=[over.pk]))
    sign_in(as_guest, member.email)
    assert "No leg raises until" not in text(as_guest.get(reverse("home")))
    as_guest.post(reverse("adoption"), {"answer": "yes"})
    assert "No leg raises until" in text(as_guest.get(reverse("home")))


def test_pain_in_what_went_on_is_the_accounts(signed_in, member):
    PlacementFactory(person=member)
    signed_in.post(reverse("pain", args=[signed_in.running.pk]))
    assert whose(signed_in.running) == member
    assert "No leg raises until" in text(signed_in.get(reverse("home")))


def test_a_number_said_of_a_workout_that_is_over_stays_with_it(signed_in):
    over = signed_in.guest.workouts.finished().get()
    signed_in.post(reverse("check_in", args=[over.pk]), {"pain": 6})
    assert over.check_ins.get().pain == 6
    assert whose(over) == signed_in.guest


def test_what_was_another_guests_or_is_somebodys_account_by_now_is_not_there(signed_in):
    theirs = workouts.at_set(GuestFactory())
    assert tap(signed_in, workout=theirs).status_code == 404
    User.objects.filter(pk=signed_in.guest.pk).update(email="somebody@example.org")
    assert tap(signed_in).status_code == 404


def test_after_signing_out_there_is_no_way_back(signed_in, member):
    signed_in.post(reverse("account_logout"))
    assert tap(signed_in).status_code == 401
    sign_in(signed_in, member.email)
    assert tap(signed_in).status_code == 404
