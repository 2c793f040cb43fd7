"""Two taps at the same moment: one is kept, the other is told so, and nothing is half written.

Needs rows that can be locked from several connections, so it runs on PostgreSQL.
"""

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from coaching.practice.models import Rep, Workout
from tests.factories.people import GuestFactory
from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
AT_ONCE = 6


def at_once(ask):
    """The status codes of ask(number), called by several clients at the same moment."""
    ready, codes = threading.Barrier(AT_ONCE), []

    def run(number):
        try:
            ready.wait()
            codes.append(ask(number).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(codes)


@pytest.fixture
def tap(member):
    """A way to post as the member from a connection of one's own."""

    def post(url, said):
        client = Client(raise_request_exception=False)
        client.force_login(member)
        return client.post(url, said)

    return post


def rep(number=1, name=None):
    return {"rep": str(name or uuid.uuid4()), "number": number, "verdict": "perfect"}


def test_the_same_rep_at_once_is_one(member, tap):
    first_set = WorkoutFactory(person=member).sets.first()
    url, said = reverse("set_reps", args=[first_set.workout_id, 1]), rep()
    assert at_once(lambda _number: tap(url, said)) == [302] * AT_ONCE
    assert Rep.objects.count() == 1


def test_different_reps_of_the_same_number_at_once_are_one_and_refusals(member, tap):
    first_set = WorkoutFactory(person=member).sets.first()
    url = reverse("set_reps", args=[first_set.workout_id, 1])
    assert at_once(lambda _number: tap(url, rep())) == [302] + [409] * (AT_ONCE - 1)
    assert Rep.objects.count() == 1


def test_ten_reps_at_once_are_all_kept(member, tap):
    first_set = WorkoutFactory(person=member).sets.first()
    url = reverse("set_reps", args=[first_set.workout_id, 1])
    assert at_once(lambda number: tap(url, rep(number + 1))) == [302] * AT_ONCE
    assert Rep.objects.count() == AT_ONCE


def test_a_rep_while_the_workout_ends_is_kept_or_refused_and_never_half(member, tap):
    workout = WorkoutFactory(person=member)
    reps, end = reverse("set_reps", args=[workout.pk, 1]), reverse("pain", args=[workout.pk])
    codes = at_once(lambda number: tap(reps, rep(number + 1)) if number else tap(end, {}))
    assert set(codes) <= {302, 409}
    assert Rep.objects.count() == codes.count(302) - 1
    assert Workout.objects.get().ending == "pain"


def test_the_same_start_at_once_is_one_workout(member, tap):
    PlacementFactory(person=member)
    said = {"workout": str(uuid.uuid4())}
    assert at_once(lambda _number: tap(reverse("start"), said)) == [302] * AT_ONCE
    assert Workout.objects.count() == 1


def test_two_starts_at_once_are_one_workout_and_a_refusal(member, tap):
    PlacementFactory(person=member)
    codes = at_once(lambda _number: tap(reverse("start"), {"workout": str(uuid.uuid4())}))
    assert codes == [302] + [409] * (AT_ONCE - 1)
    assert Workout.objects.count() == 1


def test_a_strangers_start_tapped_many_times_at_once_is_one_guest(client):
    form = client.get(reverse("start")).context["form"]
    said = {
        "workout": str(form["workout"].value()),
        "pain": "0",
        "answer_done-before": "regularly",
        "answer_flatten-back": "yes",
    }
    cookie = client.cookies["start"].value

    def tap_as_stranger(_number):
        stranger = Client(raise_request_exception=False)
        stranger.cookies["start"] = cookie
        return stranger.post(reverse("start"), said)

    codes = at_once(tap_as_stranger)
    assert set(codes) <= {302, 409}
    assert Workout.objects.count() == User.objects.count() == 1


def test_signing_up_twice_at_once_is_one_account():
    guest = GuestFactory()
    said = {"email": "anna@example.org", "password1": "a long and quiet password"}

    def sign_up(_number):
        client = Client(raise_request_exception=False)
        client.force_login(User.objects.get(pk=guest.pk))
        return client.post(reverse("account_signup"), said)

    assert set(at_once(sign_up)) <= {200, 302}
    assert User.objects.get().email == "anna@example.org"


def test_three_guests_who_want_the_same_address_at_once_have_an_answer():
    guests = [GuestFactory() for _number in range(AT_ONCE)]
    said = {"email": "anna@example.org", "password1": "a long and quiet password"}

    def sign_up(number):
        client = Client(raise_request_exception=False)
        client.force_login(guests[number])
        return client.post(reverse("account_signup"), said)

    assert set(at_once(sign_up)) <= {200, 302}
    assert User.objects.filter(email="anna@example.org").count() == 1
