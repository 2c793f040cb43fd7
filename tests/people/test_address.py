"""Changing the address of an account, and where the links in mails lead."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from legraises import environment
from tests.factories.people import UserFactory
from tests.pages import text
from tests.people.forms import mailed_link, sign_in

pytestmark = pytest.mark.django_db
OLD, NEW = "anna@example.org", "new@example.org"


@pytest.fixture
def member():
    return UserFactory(email=OLD)


@pytest.fixture
def as_member(member, give_password):
    client = Client()
    sign_in(client, OLD)
    give_password(client)
    return client


def ask(client, email=NEW, action="action_add"):
    return client.post(reverse("account_email"), {"email": email, action: ""}, follow=True)


def address(member):
    member.refresh_from_db()
    return member.email


def test_the_new_one_is_confirmed_first_and_the_old_one_is_told(as_member, member):
    page = text(ask(as_member))
    assert f"{NEW} takes its place as soon as you follow the link" in page
    assert "This site sends no mail." in page
    assert address(member) == OLD
    assert [sent.to for sent in mail.outbox] == [[NEW]]
    Client().post(mailed_link()[1])
    assert address(member) == NEW
    told = mail.outbox[-1]
    assert told.to == [OLD]
    assert f"changed from {OLD} to {NEW}" in told.body
    assert "IP address: 127.0.0.1" in told.body
    assert sign_in(Client(), OLD).status_code == 200
    assert sign_in(Client(), NEW).status_code == 302


def test_without_the_password_nothing_changes(member):
    client = Client()
    client.force_login(member)
    assert "Your password, please" in text(ask(client))
    assert not EmailAddress.objects.filter(email=NEW).exists()
    assert not mail.outbox


def test_nobody_makes_an_address_the_main_one_that_is_not_confirmed(as_member, member):
    ask(as_member)
    ask(as_member, action="action_primary")
    assert address(member) == OLD


def test_a_change_is_taken_back_and_the_own_address_never(as_member, member):
    ask(as_member)
    ask(as_member, OLD, action="action_remove")
    assert address(member) == OLD
    ask(as_member, action="action_remove")
    assert list(EmailAddress.objects.values_list("email", flat=True)) == [OLD]
    Client().post(mailed_link(0)[1])
    assert address(member) == OLD


def test_one_of_several_that_an_account_had_once_is_removed(as_member, member):
    EmailAddress.objects.create(user=member, email="other@example.org", verified=True)
    assert "You can sign in with other@example.org, too." in text(ask(as_member))
    ask(as_member, "other@example.org", action="action_remove")
    assert sign_in(Client(), "other@example.org").status_code == 200


def test_the_last_change_that_was_asked_for_is_the_one(as_member, member):
    ask(as_member)
    ask(as_member, "newer@example.org")
    Client().post(mailed_link(0)[1])
    assert address(member) == OLD
    Client().post(mailed_link(1)[1])
    assert address(member) == "newer@example.org"


def test_the_address_of_somebody_else_is_not_told_and_not_taken(as_member, member):
    UserFactory(email=NEW)
    assert f"{NEW} takes its place" in text(ask(as_member))
    answer = Client().post(mailed_link()[1], follow=True)
    assert "Unable to confirm" in text(answer)
    assert address(member) == OLD
    assert User.objects.filter(email=NEW).count() == 1


# Links in mails


def reset(**headers):
    return Client().post(reverse("account_reset_password"), {"email": OLD}, headers=headers)


@pytest.mark.usefixtures("member")
class TestLinks:
    def test_a_name_that_is_not_ours_gets_no_mail_sent(self):
        assert reset(host="evil.example").status_code == 400
        assert not mail.outbox

    def test_what_a_stranger_forwards_changes_no_link(self, settings):
        settings.ALLOWED_HOSTS = ["coach.example.org"]
        reset(**{"host": "coach.example.org", "x-forwarded-host": "evil.example"})
        assert mailed_link()[0] == "http://coach.example.org"

    @pytest.mark.parametrize("name", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
    def test_a_name_of_the_machine_itself_leads_to_the_configured_one(self, settings, name):
        settings.ALLOWED_HOSTS = ["coach.example.org", "localhost", "127.0.0.1", "[::1]"]
        settings.MAIN_HOST = "coach.example.org"
        reset(host=name)
        assert mailed_link()[0] == "http://coach.example.org"

    @pytest.mark.usefixtures("sends_mail")
    def test_so_does_the_link_of_a_sign_up_and_of_a_change(self, settings, as_member):
        settings.MAIN_HOST = "coach.example.org"
        for name, said in (
            ("account_signup", {"email": "bea@example.org"}),
            ("account_email", {"email": NEW, "action_add": ""}),
        ):
            client = as_member if name == "account_email" else Client()
            client.post(reverse(name), said, headers={"host": "localhost"})
            assert mailed_link()[0] == "http://coach.example.org"


def test_any_name_at_all_is_refused_at_the_start(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "*")
    with pytest.raises(ImproperlyConfigured, match="links that are mailed"):
        environment.allowed_hosts("ALLOWED_HOSTS", "127.0.0.1")
