"""What changes accounts asks for the password, and does nothing before it has it."""

import time
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from tests.factories.people import TrainerFactory, UserFactory
from tests.pages import text
from tests.people.forms import PASSWORD, sign_in

pytestmark = pytest.mark.django_db
PERSON = {"email": "mallory@example.org", "is_active": "on", "is_staff": "on", "is_superuser": "on"}


@pytest.fixture
def superuser():
    return TrainerFactory()


@pytest.fixture
def client(superuser):
    """Of a superuser who has signed in, long ago or just now: that is not the same as giving the
    password for this."""
    client = Client()
    sign_in(client, superuser.email)
    return client


def address(name, *args):
    return reverse(f"admin:coaching_user_{name}", args=args)


def pages(person):
    return [
        reverse("account_email"),
        address("add"),
        address("change", person.pk),
        address("delete", person.pk),
        reverse("admin:auth_group_add"),
    ]


def test_pages_that_change_accounts_ask_and_lead_back(client, give_password):
    for url in pages(UserFactory()):
        asked = client.get(url)
        assert asked.url == f"{reverse('account_reauthenticate')}?next={quote(url)}"
        assert "Your password, please" in text(client.get(asked.url))
    assert "Incorrect password." in text(give_password(client, "a wrong and quiet one", next=url))
    assert client.get(url).status_code == 302
    assert give_password(client, next=url).url == url
    for url in pages(UserFactory()):
        assert client.get(url).status_code == 200


def test_a_script_in_a_superusers_page_makes_nobody_a_superuser(client, give_password):
    mallory = UserFactory(email="mallory@example.org")
    posted = address("change", mallory.pk)
    assert "Nothing was changed yet." in text(client.post(posted, PERSON, follow=True))
    # Neither then, nor when the superuser gives the password for something else, or for this page.
    give_password(client, next=posted)
    for url in (posted, reverse("home")):
        client.get(url)
    assert not User.objects.get(pk=mallory.pk).is_staff
    client.post(posted, PERSON)
    assert User.objects.get(pk=mallory.pk).is_superuser


def test_nobody_is_deleted_in_bulk(client):
    person = UserFactory()
    said = {"action": "delete_selected", "_selected_action": person.pk, "post": "yes"}
    client.post(address("changelist"), said)
    assert User.objects.filter(pk=person.pk).exists()


def test_the_password_holds_for_minutes(client, give_password, monkeypatch):
    give_password(client)
    assert client.get(address("add")).status_code == 200
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.get(address("add")).status_code == 302


def test_looking_asks_for_nothing(client, superuser):
    for url in (address("changelist"), address("history", superuser.pk), reverse("admin:index")):
        assert client.get(url).status_code == 200


def test_changing_the_password_asks_for_the_old_one(client, superuser):
    url = reverse("account_change_password")
    new = "another long and quiet one"
    said = {"password1": new, "password2": new}
    refused = client.post(url, {**said, "oldpassword": new})
    assert "Please type your current password" in text(refused)
    assert client.get(reverse("admin:password_change")).url == url
    client.post(url, {**said, "oldpassword": PASSWORD})
    superuser.refresh_from_db()
    assert superuser.check_password(new)


def test_a_guest_has_no_password_to_give(as_guest):
    assert as_guest.get(reverse("account_reauthenticate")).status_code == 403
