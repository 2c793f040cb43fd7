"""The log of who came in, who did not, and who changed whose account: one line each, with the
number of the account and the address it came from. Never what somebody typed."""

import logging

from allauth.account import signals as allauth
from allauth.account.adapter import get_adapter
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import PermissionDenied

from coaching.people.models import User

logger = logging.getLogger("legraises.security")


def note(what, request, *, account=None, **facts):
    """`account` is a User or nothing; `facts` are words of ours."""
    said = {"account": account.pk if account else "-", "from": _address(request), **facts}
    logger.warning("%s %s", what, " ".join(f"{name}={value}" for name, value in said.items()))


def listen():
    """Django's and allauth's signals are for this log alone."""
    user_login_failed.connect(_failed)
    allauth.user_logged_in.connect(_came_in)
    for signal, what in (
        (allauth.password_changed, "password changed"),
        (allauth.password_set, "password set"),
        (allauth.password_reset, "password reset"),
        (allauth.email_changed, "address changed"),
    ):
        signal.connect(_noting(what), weak=False)


def _noting(what):
    def receive(request, user, **said):
        note(what, request, account=user)

    return receive


def _came_in(request, user, **said):
    if user.is_staff:
        note("trainer signed in", request, account=user)


def _failed(credentials, request=None, **said):
    email = credentials.get("email", "").lower()
    note("sign-in failed", request, account=User.objects.filter(email=email).first())


def _address(request):
    try:
        return get_adapter().get_client_ip(request) if request else "-"
    except PermissionDenied:
        return "-"
