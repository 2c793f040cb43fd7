"""Letters: written down with what they are about, and taken out when they have gone."""

import logging

from django.db import connection, transaction
from django.utils import timezone

from coaching.people.mail import rules
from coaching.people.mail.models import Letter

log = logging.getLogger(__name__)


@transaction.atomic
def write(*, messages):
    """Keeps Django's EmailMessages as Letters, in the transaction of what they tell of: what was
    rolled back is told to nobody. Raises ValueError for what a Letter has no room for."""
    letters = [_letter(message) for message in messages]
    return Letter.objects.bulk_create(letters)


def _letter(message):
    if message.attachments or message.cc or message.bcc or message.reply_to:
        raise ValueError("A letter has no attachments, copies or other address for answers.")
    html = [text for text, kind in getattr(message, "alternatives", ()) if kind == "text/html"]
    return Letter(
        to=list(message.to),
        sender=message.from_email,
        subject=message.subject,
        body=message.body,
        html=html[0] if html else "",
        headers=message.extra_headers,
    )


@transaction.atomic
def take(*, now=None):
    """The next Letter that is due, or None. For a while it is due for nobody else."""
    now = now or timezone.now()
    _give_up(now)
    due = Letter.objects.due(now)
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True)
    letter = due.first()
    if letter is not None:
        letter.tries += 1
        letter.next_try_at = now + rules.LEASE
        letter.save(update_fields=["tries", "next_try_at"])
    return letter


def _give_up(now):
    for pk in Letter.objects.too_old(now).values_list("pk", flat=True):
        log.error("Letter %s could not be sent for a day and is thrown away.", pk)
        Letter.objects.filter(pk=pk).delete()


@transaction.atomic
def put_back(*, letter, reason):
    """Keeps a Letter that could not be sent, to be tried again."""
    next_try_at = rules.next_try(letter.tries, timezone.now())
    Letter.objects.filter(pk=letter.pk).update(next_try_at=next_try_at)
    log.warning("Letter %s was not sent at try %s: %s", letter.pk, letter.tries, reason)


@transaction.atomic
def throw_away(*, letter, reason=None):
    """Takes out a Letter that has gone, or that nobody will ever take, for that reason."""
    Letter.objects.filter(pk=letter.pk).delete()
    if reason:
        log.error("Letter %s is refused for good: %s", letter.pk, reason)
