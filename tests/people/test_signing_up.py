"""Signing up and resetting tell nobody whether an address has an account (docs/adr/0016)."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import get_hasher
from django.core import mail, signing
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from tests.factories.people import UserFactory
from tests.factories.practice import WorkoutFactory
from tests.pages import text
from tests.people.forms import PASSWORD, mailed_link, sign_in, sign_up

pytestmark = pytest.mark.django_db
TAKEN, FREE = "anna@example.org", "bea@example.org"


@pytest.fixture(autouse=True)
def anna():
    return UserFactory(email=TAKEN)


def asked(email, name="account_signup", client=None):
    return (client or Client()).post(reverse(name), {"email": email}, follow=True)


def choose(client, link, password=PASSWORD):
    return client.post(link, {"password1": password}, follow=True)


def without_token(response):
    return re.sub('name="csrfmiddlewaretoken" value="[^"]+"', "", text(response))


# Where mail goes out


@pytest.mark.usefixtures("sends_mail")
class TestByMail:
    @pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
    def test_the_answer_is_the_same_and_only_the_mail_knows(self, name):
        taken, free = asked(TAKEN, name), asked(FREE, name)
        assert taken.redirect_chain == free.redirect_chain
        assert without_token(taken) == without_token(free)
        assert [sent.to for sent in mail.outbox] == [[TAKEN], [FREE]]
        assert User.objects.get().email == TAKEN

    def test_the_owner_is_told_by_mail_that_there_is_one(self):
        asked(TAKEN)
        assert "already exists" in mail.outbox[0].body

    def test_the_link_makes_a_stranger_a_member(self, client):
        asked(FREE, client=client)
        _host, link = mailed_link()
        assert FREE in text(client.get(link))
        choose(client, link)
        assert client.get(reverse("home")).context["user"].email == FREE
        assert EmailAddress.objects.get(email=FREE).verified
        assert sign_in(Client(), FREE).status_code == 302

    def test_a_guest_trains_on_until_the_link_is_followed_and_keeps_it_all(self, as_guest):
        workout = WorkoutFactory(person=as_guest.guest)
        asked(FREE, client=as_guest)
        assert as_guest.get(reverse("step", args=[workout.pk, 1])).status_code == 200
        assert as_guest.get(reverse("home")).context["user"].is_guest
        # On another device, where the mail is read.
        phone = Client()
        choose(phone, mailed_link()[1])
        assert phone.get(reverse("step", args=[workout.pk, 1])).status_code == 200
        assert User.objects.get(email=FREE).pk == as_guest.guest.pk

    def test_a_link_works_once_and_for_no_other_address(self, client):
        asked(FREE, client=client)
        link = mailed_link()[1]
        choose(client, link)
        again = choose(Client(), link, "another long and quiet one")
        assert again.status_code == 404
        assert "This link no longer works" in text(again)
        made_up = signing.dumps({"email": TAKEN, "guest": None}, salt="something else")
        made_up = reverse("account_signup_from_link", args=[made_up])
        assert choose(Client(), made_up).status_code == 404
        assert sign_in(Client(), FREE).status_code == 302

    def test_the_link_ends(self, client, monkeypatch):
        asked(FREE, client=client)
        link = mailed_link()[1]
        later = signing.time.time() + 3 * 24 * 3600 + 60
        monkeypatch.setattr(signing.time, "time", lambda: later)
        assert client.get(link).status_code == 404

    def test_nobody_sits_on_the_address_of_another(self, client):
        mallory = UserFactory()
        EmailAddress.objects.create(user=mallory, email=FREE)  # asked for, never confirmed
        asked(FREE, client=client)
        choose(client, mailed_link()[1])
        assert User.objects.filter(email=FREE).exists()

    def test_a_weak_password_is_refused(self, client):
        asked(FREE, client=client)
        assert "too short" in text(choose(client, mailed_link()[1], "short"))
        assert not User.objects.filter(email=FREE).exists()

    @pytest.mark.usefixtures("limits")
    def test_asking_again_at_once_mails_once(self):
        for _twice in range(2):
            assert "Look into your mail" in text(asked(FREE))
        assert len(mail.outbox) == 1

    def test_a_member_has_nothing_to_sign_up_for(self, as_member):
        assert as_member.get(reverse("account_signup")).url == reverse("home")


# Where none does


def test_without_mail_a_taken_address_is_not_called_so(client):
    page = text(sign_up(client, TAKEN))
    assert "No account could be made with this address." in page
    for word in ("already", "exists", "taken", "registered"):
        assert word not in page.split("<main")[1].replace("Already have an account?", "")


def test_without_mail_the_number_of_tries_is_small(limits):
    limits["sign_ups"] = "2/h/ip"
    answers = [sign_up(Client(), f"p{number}@example.org").status_code for number in range(3)]
    assert answers == [200, 200, 429]


# Signing in


def test_signing_in_says_the_same_of_an_unknown_address(client):
    unknown, known = (
        without_token(sign_in(client, email, "a wrong and quiet one")).replace(email, "")
        for email in (FREE, TAKEN)
    )
    assert "email address and/or password you specified are not correct" in unknown
    assert unknown == known


def test_signing_in_works_as_hard_for_an_unknown_address(client, monkeypatch):
    worked = []
    hasher = get_hasher()
    encode = type(hasher).encode
    monkeypatch.setattr(type(hasher), "encode", lambda *said: worked.append(1) or encode(*said))
    for email in (FREE, TAKEN):
        before = len(worked)
        sign_in(client, email, "a wrong and quiet one")
        assert len(worked) - before == 1, email


# Addresses of any length


LONG = "a" * 60 + "@" + ".".join(["b" * 60] * 3 + ["c" * 8, "example", "org"])


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
@pytest.mark.parametrize("mails", [True, False])
def test_an_address_that_no_table_can_hold_is_refused(client, settings, name, mails):
    assert 254 < len(LONG) < 320
    settings.SENDS_MAIL = mails
    answer = client.post(reverse(name), {"email": LONG, "password1": PASSWORD})
    assert f"has 254 characters at most. This has {len(LONG)}." in text(answer)
    assert "email address and/or password" in text(sign_in(client, LONG))
    assert "at most 320" in text(sign_in(client, LONG + "m" * 90))
    assert not mail.outbox


def test_an_address_that_just_fits_is_an_account(client):
    fits = LONG[len(LONG) - 254 :]
    assert len(fits) == 254
    sign_up(client, fits)
    assert User.objects.filter(email=fits).exists()
