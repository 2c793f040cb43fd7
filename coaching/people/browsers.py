"""What a browser is known by, besides its session: two signed cookies that sign in nobody.

`start` names the start that a stranger's browser was given, so that a first tap whose answer was
lost can be tapped again. `known` names the accounts that were signed in to here, so that others who
guess at them lock out nobody who uses this browser (OWASP: device cookies).
"""

import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

START, KNOWN = "start", "known"
AN_HOUR, A_YEAR = 3600, 365 * 24 * 3600
# Of those who share a tablet, the latest.
MOST_ACCOUNTS = 20


def give_start(response, name):
    _set(response, START, name, AN_HOUR)


def start_given(request):
    # The browser forgets the cookie after its hour. Who has copied it does not, so we ask.
    return request.get_signed_cookie(START, default="", salt=START, max_age=AN_HOUR)


def forget_start(response):
    response.delete_cookie(START)


def remember(request, response, email):
    """This browser has signed in to the account with this address."""
    name, *accounts = _known(request)
    accounts = [each for each in accounts if each != _mark(email)][-MOST_ACCOUNTS + 1 :]
    value = ".".join([name or secrets.token_urlsafe(12), *accounts, _mark(email)])
    _set(response, KNOWN, value, A_YEAR)


def known_as(request, email):
    """The name of this browser, where it has signed in to that account before; or nothing."""
    name, *accounts = _known(request)
    return name if _mark(email) in accounts else ""


def _known(request):
    return request.get_signed_cookie(KNOWN, default="", salt=KNOWN, max_age=A_YEAR).split(".")


def _mark(email):
    """Stands for the account in the cookie, which anybody at this browser can read."""
    return salted_hmac("coaching.people.browsers", email.lower(), algorithm="sha256").hexdigest()


def _set(response, key, value, seconds):
    response.set_signed_cookie(
        key,
        value,
        salt=key,
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
