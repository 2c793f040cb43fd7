"""Takes the letters to the mail server, in a thread beside those that make pages."""

import logging
import os
import smtplib
import threading

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import Error, close_old_connections

from coaching.people.mail import actions, rules

# Another process may have left a letter behind, and one that was put back is due a minute later.
SECONDS_BETWEEN_LOOKS = 30

log = logging.getLogger(__name__)
_wanted = threading.Event()
_running = {"pid": None}


def start():
    """Sends what is due from now on, until the process ends. Once is enough, and twice is once."""
    if _running["pid"] != os.getpid():
        _running["pid"] = os.getpid()
        threading.Thread(target=_run, name="mail", daemon=True).start()


def wake():
    """A letter has been written: it need not wait for the next look."""
    start()
    _wanted.set()


def _run():
    while True:
        _wanted.clear()
        try:
            send_due()
        except Error as error:
            log.warning("Letters cannot be looked at: %s", type(error).__name__)
        finally:
            close_old_connections()
        _wanted.wait(SECONDS_BETWEEN_LOOKS)


def send_due():
    """Tries every letter that is due. Nothing holds the database while a mail server is asked."""
    while letter := actions.take():
        try:
            _send(letter)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _words in error.recipients.values()]
            if rules.refused_for_good(codes):
                actions.throw_away(letter=letter, reason=codes)
            else:
                actions.put_back(letter=letter, reason=codes)
        except (OSError, smtplib.SMTPException) as error:
            # Its class alone: its text may name the person.
            actions.put_back(letter=letter, reason=type(error).__name__)
        except Exception as error:
            log.exception("Letter %s cannot be made", letter.pk)
            actions.put_back(letter=letter, reason=type(error).__name__)
        else:
            actions.throw_away(letter=letter)


def _send(letter):
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.body,
        letter.sender,
        letter.to,
        headers=letter.headers,
        connection=get_connection(settings.MAIL_THROUGH),
    )
    if letter.html:
        mail.attach_alternative(letter.html, "text/html")
    mail.send()
