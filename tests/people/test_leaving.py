"""Guests: how many begin, and that one who has left is gone."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from coaching.practice.models import Workout
from tests.factories.people import UserFactory
from tests.pages import text
from tests.people.forms import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


def begin(client, **said):
    """What a stranger sends: the start this browser was given, and answers to what was asked."""
    name = str(client.get(reverse("start")).context["form"]["workout"].value())
    said = {
        "workout": name,
        "answer_done-before": "regularly",
        "answer_flatten-back": "yes",
        "pain": "0",
        **said,
    }
    return said, client.post(reverse("start"), said)


# The start cookie


def test_the_start_cookie_is_for_https_alone_where_there_is_https(client, settings):
    client.get(reverse("start"))
    assert not client.cookies["start"]["secure"]
    settings.SESSION_COOKIE_SECURE = True
    client.get(reverse("start"), secure=True)
    cookie = client.cookies["start"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert cookie["max-age"] == 3600


def test_it_is_gone_with_who_signs_out(client):
    begin(client)
    client.post(reverse("account_logout"))
    assert client.cookies["start"].value == ""


def test_a_copy_of_it_ends_after_an_hour(client, monkeypatch):
    said, _begun = begin(client)
    copied = client.cookies["start"].value
    later = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: later)
    other = Client()
    other.cookies["start"] = copied
    assert other.post(reverse("start"), said).status_code == 409
    assert "sessionid" not in other.cookies


@pytest.mark.parametrize("door", ["account_logout", "admin:logout"])
def test_no_copy_of_it_leads_back_to_a_guest_who_has_left(client, door):
    said, begun = begin(client)
    copied = {name: client.cookies[name].value for name in ("start", "sessionid")}
    client.post(reverse(door))
    for cookies in (copied, {"start": copied["start"]}):
        other = Client()
        for name, value in cookies.items():
            other.cookies[name] = value
        assert other.post(reverse("start"), said).status_code == 409
        assert reverse("account_login") in other.get(begun.url).url
    assert User.objects.count() == 1


def test_a_member_who_signs_out_comes_back(client):
    member = UserFactory()
    sign_in(client, member.email)
    client.post(reverse("account_logout"))
    assert sign_in(client, member.email).status_code == 302


# How many


def test_more_guests_than_a_clinic_has_wait_and_lose_nothing(client, limits):
    limits["guests"] = "2/h/ip"
    for _guest in range(2):
        assert begin(Client())[1].status_code == 302
    said, answer = begin(client, **{"answer_done-before": "never", "pain": "2"})
    assert answer.status_code == 429
    assert 3500 < int(answer["Retry-After"]) <= 3600
    page = text(answer)
    assert "Press start again in 60 minutes: your answers stay on this page." in page
    assert f'<a href="{reverse("account_login")}">Sign in</a>' in page
    # All that was said is still there, to be sent again.
    form = answer.context["form"]
    assert {name: form[name].value() for name in said} == said
    assert User.objects.count() == Workout.objects.count() == 2


def test_the_limit_is_of_one_address_and_one_hour(limits, monkeypatch):
    limits["guests"] = "1/h/ip"
    begin(Client())
    elsewhere = Client(REMOTE_ADDR="203.0.113.7")
    assert begin(elsewhere)[1].status_code == 302
    assert begin(Client())[1].status_code == 429
    later = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: later)
    assert begin(Client())[1].status_code == 302


def test_who_is_somebody_already_is_not_counted(client, limits):
    limits["guests"] = "1/h/ip"
    said, _begun = begin(client)
    client.cookies.pop("sessionid")
    assert client.post(reverse("start"), said).status_code == 302  # tapped twice
    member = Client()
    sign_in(member, UserFactory(password=PASSWORD).email)
    assert begin(member)[1].status_code == 302


def test_the_number_is_said_in_the_environment():
    from legraises import settings

    assert settings.ACCOUNT_RATE_LIMITS["guests"] == "60/h/ip"
