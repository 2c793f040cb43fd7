"""Guests, signing up, in and out, and a forgotten password."""

import re

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from tests.factories.people import GuestFactory, UserFactory
from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.people.forms import sign_in, sign_up

pytestmark = pytest.mark.django_db


def test_signing_up_keeps_everything_the_guest_did(as_guest):
    workout = WorkoutFactory(person=as_guest.guest)
    sign_up(as_guest)
    member = User.objects.get()
    assert (member.pk, member.email) == (as_guest.guest.pk, "anna@example.org")
    assert not member.is_guest
    assert as_guest.get(reverse("workout", args=[workout.pk])).status_code == 302
    other_device = Client()
    assert sign_in(other_device, "anna@example.org").status_code == 302
    assert other_device.get(reverse("step", args=[workout.pk, 1])).status_code == 200


def test_a_stranger_can_sign_up_too(client):
    sign_up(client)
    assert User.objects.get().email == "anna@example.org"


def test_signing_up_with_a_bad_password_says_what_is_wrong_and_keeps_the_guest(as_guest):
    response = sign_up(as_guest, password1="short")
    assert "too short" in response.content.decode()
    assert User.objects.get().is_guest


def test_an_address_that_is_taken_does_not_take_over_an_account(as_guest):
    UserFactory(email="anna@example.org")
    sign_up(as_guest)
    as_guest.guest.refresh_from_db()
    assert as_guest.guest.is_guest


def test_addresses_differ_by_more_than_capitals():
    UserFactory(email="anna@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="Anna@Example.org")


def test_an_empty_address_is_none():
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="")


def test_signing_in_out_and_with_a_wrong_password(client, member):
    assert "email address and/or password" in sign_in(client, member.email, "no").content.decode()
    assert sign_in(client, member.email).url == reverse("home")
    assert client.post(reverse("account_logout")).url == reverse("home")
    assert client.get(reverse("history")).status_code == 302


def test_a_forgotten_password_is_set_anew(client, member):
    client.post(reverse("account_reset_password"), {"email": member.email})
    link = re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link, follow=True)
    new = "another long and quiet one"
    response = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert response.status_code == 302
    assert sign_in(Client(), member.email, new).url == reverse("home")


def test_signing_in_offers_what_the_guest_did_and_takes_it_only_when_asked(as_guest, member):
    WorkoutFactory(person=as_guest.guest, finished=True)
    sign_in(as_guest, member.email)
    page = as_guest.get(reverse("home"))
    assert page.context["guest_workouts"] == 1
    assert reverse("adoption") in page.content.decode()
    as_guest.post(reverse("adoption"), {"answer": "yes"})
    assert member.workouts.count() == 1
    assert as_guest.get(reverse("home")).context["guest_workouts"] == 0


def test_saying_no_leaves_it_behind(as_guest, member):
    WorkoutFactory(person=as_guest.guest, finished=True)
    sign_in(as_guest, member.email)
    as_guest.post(reverse("adoption"), {"answer": "no"})
    assert member.workouts.count() == 0
    assert as_guest.get(reverse("home")).context["guest_workouts"] == 0


def test_nobody_adopts_a_guest_they_were_not(as_member, member):
    WorkoutFactory(person=GuestFactory(), finished=True)
    as_member.post(reverse("adoption"), {"answer": "yes"})
    assert member.workouts.count() == 0


def test_a_guest_has_no_account_to_change_and_is_asked_to_sign_up(as_guest):
    for name in ("account_email", "account_change_password", "account_set_password"):
        for ask in (as_guest.get, as_guest.post):
            assert ask(reverse(name)).url == reverse("account_signup")


def test_signing_up_twice_with_the_same_form_is_one_account(as_guest):
    sign_up(as_guest)
    assert sign_up(as_guest, email="other@example.org").redirect_chain[-1][0] == reverse("home")
    assert User.objects.get().email == "anna@example.org"


def test_the_place_on_the_ladder_comes_along_where_there_is_none(as_guest, member):
    PlacementFactory(person=as_guest.guest)
    sign_in(as_guest, member.email)
    as_guest.post(reverse("adoption"), {"answer": "yes"})
    assert member.placements.get().variation_id == "lying-raise"


def test_a_nul_in_a_cookie_is_refused_and_does_no_harm(client):
    nul = r'sessionid="\000abc"'  # as a cookie spells it
    assert client.get(reverse("home"), headers={"cookie": nul}).status_code == 400


# Theme and time zone


def test_the_theme_is_kept_in_a_cookie_and_forgotten_again(client):
    client.post(reverse("theme"), {"theme": "dark", "next": "/exercises/"})
    assert 'data-theme="dark"' in client.get(reverse("home")).content.decode()
    client.post(reverse("theme"), {"theme": "auto"})
    assert "data-theme" not in client.get(reverse("home")).content.decode().split(">")[1]


def test_the_theme_leads_back_to_this_site_alone(client):
    url = reverse("theme")
    assert client.post(url, {"theme": "dark", "next": "/exercises/"}).url == "/exercises/"
    assert client.post(url, {"theme": "dark", "next": "https://evil.example/"}).url == "/"


@pytest.mark.parametrize(
    ("cookie", "kept", "shown"),
    [
        ("Pacific/Auckland", "", "Pacific/Auckland"),
        ("", "Europe/Vienna", "Europe/Vienna"),
        ("Nowhere/Land", "Europe/Vienna", "Europe/Vienna"),
        ("../../etc/passwd", "", ""),
    ],
)
def test_the_time_zone_is_the_browsers_or_the_one_last_kept(client, cookie, kept, shown):
    client.force_login(UserFactory(time_zone=kept))
    client.cookies["time_zone"] = cookie
    assert client.get(reverse("home")).wsgi_request.time_zone == shown


def test_a_member_is_known_by_their_address_and_a_guest_by_a_number():
    assert str(UserFactory(email="anna@example.org")) == "anna@example.org"
    assert str(GuestFactory()).startswith("Guest ")


def test_a_user_needs_an_address():
    with pytest.raises(ValueError, match="email"):
        User.objects.create_user("")
