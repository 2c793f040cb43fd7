"""Letters go out after the commit, are tried again, and are gone when they were sent."""

import logging
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from coaching.people.mail import actions, rules, sender
from coaching.people.mail.models import Letter
from tests.factories.people import UserFactory


class Server(EmailBackend):
    """A mail server with moods: each one is what the next letter meets."""

    moods = []

    def send_messages(self, messages):
        if self.moods and (mood := self.moods.pop(0)):
            raise mood
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def mail_server(settings, monkeypatch):
    settings.EMAIL_BACKEND = "coaching.people.mail.backend.Backend"
    settings.MAIL_THROUGH = f"{__name__}.Server"
    # The tests send by themselves: a thread would use a connection of its own.
    monkeypatch.setattr(sender, "start", lambda: None)
    Server.moods = []
    return Server


def write(subject="Hello"):
    mail.EmailMessage(subject, "A word.", "us@example.org", ["anna@example.org"]).send()


def later(minutes):
    Letter.objects.update(next_try_at=timezone.now() - timedelta(minutes=minutes))


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_told_to_nobody():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


def test_a_reset_is_answered_before_anything_is_sent(client, db, mail_server):
    UserFactory(email="anna@example.org")
    answer = client.post(reverse("account_reset_password"), {"email": "anna@example.org"})
    assert answer.status_code == 302
    assert mail.outbox == []
    sender.send_due()
    (letter,) = mail.outbox
    assert letter.to == ["anna@example.org"]
    assert "/accounts/password/reset/key/" in letter.body
    assert not Letter.objects.exists(), "a link to reset is kept no longer than it has to be"


@pytest.mark.parametrize(
    "mood",
    [
        ConnectionRefusedError("no"),
        TimeoutError(),
        smtplib.SMTPServerDisconnected("bye"),
        smtplib.SMTPAuthenticationError(535, b"no"),
        smtplib.SMTPRecipientsRefused({"anna@example.org": (451, b"later")}),
    ],
    ids=lambda mood: type(mood).__name__,
)
def test_what_failed_is_tried_again_later(db, mail_server, caplog, mood):
    mail_server.moods = [mood]
    write()
    sender.send_due()
    assert mail.outbox == []
    assert Letter.objects.get().tries == 1
    assert "was not sent at try 1" in caplog.text
    assert "anna" not in caplog.text
    sender.send_due()
    assert mail.outbox == [], "not at once"
    later(minutes=1)
    sender.send_due()
    assert len(mail.outbox) == 1


def test_one_that_fails_keeps_no_other_waiting(db, mail_server):
    mail_server.moods = [TimeoutError()]
    write("first")
    write("second")
    sender.send_due()
    assert [letter.subject for letter in mail.outbox] == ["second"]


def test_an_address_that_is_refused_for_good_is_not_asked_again(db, mail_server, caplog):
    mail_server.moods = [smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"nobody")})]
    write()
    sender.send_due()
    assert not Letter.objects.exists()
    assert "is refused for good: [550]" in caplog.text


def test_after_a_day_a_letter_is_thrown_away(db, mail_server, caplog):
    write()
    long_ago = timezone.now() - timedelta(hours=25)
    Letter.objects.update(written_at=long_ago, next_try_at=long_ago)
    with caplog.at_level(logging.ERROR):
        sender.send_due()
    assert mail.outbox == []
    assert not Letter.objects.exists()
    assert "could not be sent for a day" in caplog.text


def test_who_has_taken_a_letter_has_it_alone_for_a_while(db):
    write()
    assert actions.take() is not None
    assert actions.take() is None
    after = timezone.now() + rules.LEASE
    assert actions.take(now=after).tries == 2, "its sender may have been killed"


def test_everything_that_a_letter_has_arrives(db):
    told = mail.EmailMultiAlternatives(
        "Ünder the mat", "Plain – ü", "Us <us@example.org>", ["a@example.org"], headers={"X-A": "b"}
    )
    told.attach_alternative("<p>Rich</p>", "text/html")
    told.send()
    sender.send_due()
    (letter,) = mail.outbox
    sent = letter.message()
    assert (sent["Subject"], sent["X-A"]) == ("=?utf-8?q?=C3=9Cnder_the_mat?=", "b")
    assert letter.body == "Plain – ü"
    assert letter.alternatives[0][0] == "<p>Rich</p>"


def test_what_a_letter_has_no_room_for_is_refused(db):
    with pytest.raises(ValueError, match="no attachments"):
        mail.EmailMessage(
            "s", "b", "a@example.org", ["b@example.org"], bcc=["c@example.org"]
        ).send()


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 30), (5, 30), (60, 30)]
)
def test_the_waits_grow_and_end_growing(tries, minutes):
    now = timezone.now()
    assert rules.next_try(tries, now) - now == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("codes", "for_good"), [([550], True), ([550, 451], False), ([451], False), ([], False)]
)
def test_what_is_refused_for_good(codes, for_good):
    assert rules.refused_for_good(codes) is for_good
