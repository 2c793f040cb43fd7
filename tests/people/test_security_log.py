"""The log of who came in, who did not, and who changed whose account."""

import logging
from logging import config

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from legraises import settings as real
from legraises.logs import Formatter
from tests.factories.people import TrainerFactory, UserFactory
from tests.people.forms import PASSWORD, mailed_link, sign_in

pytestmark = pytest.mark.django_db
ANNA, NEW = "anna@example.org", "another long and quiet one"


@pytest.fixture
def log(caplog):
    """The lines of the security log, and that no word of anybody is in them."""
    caplog.set_level(logging.INFO)
    security = logging.getLogger("legraises.security")
    security.addHandler(caplog.handler)
    yield lambda: [each.getMessage() for each in caplog.records if each.name == security.name]
    security.removeHandler(caplog.handler)
    for word in (PASSWORD, NEW, "example.org"):
        assert word not in caplog.text


@pytest.fixture
def anna():
    return UserFactory(email=ANNA)


def test_a_failed_sign_in(client, anna, log):
    sign_in(client, ANNA, "a wrong and quiet one", REMOTE_ADDR="203.0.113.7")
    sign_in(client, "nobody@example.org", PASSWORD)
    assert log() == [
        f"sign-in failed account={anna.pk} from=203.0.113.7",
        "sign-in failed account=- from=127.0.0.1",
    ]


@pytest.mark.usefixtures("limits")
def test_a_lock(client, anna, log):
    for number in range(6):
        sign_in(Client(), ANNA, f"a wrong and quiet one {number}")
    assert log()[-1].startswith("locked account=- from=127.0.0.1 counter=tries_from_address,")


def test_a_trainer_signs_in_and_a_member_is_nobodys_business(client, anna, log):
    sign_in(client, ANNA)
    assert not log()
    trainer = TrainerFactory()
    sign_in(Client(), trainer.email)
    assert log() == [f"trainer signed in account={trainer.pk} from=127.0.0.1"]


def test_passwords_and_addresses_that_change(anna, log, give_password):
    client = Client()
    sign_in(client, ANNA)
    give_password(client)
    said = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    client.post(reverse("account_change_password"), said)
    client.post(reverse("account_email"), {"email": "b@example.org", "action_add": ""})
    client.post(mailed_link()[1])
    client.post(reverse("account_reset_password"), {"email": "b@example.org"})
    form = Client()
    page = form.get(mailed_link()[1], follow=True)
    form.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert [line.split(" account")[0] for line in log()] == [
        "password changed",
        "address changed",
        "password reset",
    ]
    assert mail.outbox


def test_what_a_superuser_does_to_others(anna, log, give_password):
    boss = TrainerFactory()
    client = Client()
    sign_in(client, boss.email)
    give_password(client)
    url = reverse("admin:coaching_user_change", args=[anna.pk])
    client.post(url, {"email": "b@example.org", "is_active": "on", "is_staff": "on"})
    client.post(reverse("admin:auth_group_add"), {"name": "Clinic"})
    client.post(reverse("admin:coaching_user_delete", args=[anna.pk]), {"post": "yes"})
    lines = log()[1:]
    by = f"from=127.0.0.1 by={boss.pk}"
    assert lines[0] == f"address changed account={anna.pk} {by}"
    assert lines[1] == (
        f"account changed in the admin account={anna.pk} {by} fields=[email is_staff]"
    )
    assert lines[2].startswith("group changed account=- from=127.0.0.1 group=")
    assert lines[3] == f"account deleted in the admin account={anna.pk} {by}"
    assert not User.objects.filter(pk=anna.pk).exists()


def test_nobody_writes_lines_of_their_own(log):
    record = logging.LogRecord(
        "x", logging.INFO, "", 1, "from\n2026 INFO forged\u2028\x1b[2J", (), None
    )
    assert Formatter().format(record).endswith(r"from\n2026 INFO forged\u2028\x1b[2J")
    client = Client(REMOTE_ADDR="203.0.113.7\nforged")
    sign_in(client, "a@example.org\nforged", PASSWORD)
    assert all("\n" not in line for line in log())


def test_it_goes_to_stderr_once(capsys):
    logging.getLogger("legraises.security")
    try:
        config.dictConfig(real.LOGGING)
        logging.getLogger("legraises.security").warning("seen")
        assert capsys.readouterr().err.count("WARNING legraises.security: seen") == 1
    finally:
        config.dictConfig(real.LOGGING)
