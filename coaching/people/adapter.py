from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from coaching.people import limits
from coaching.people.models import User

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
LONGEST_ADDRESS = User._meta.get_field("email").max_length


class Adapter(DefaultAccountAdapter):
    """Where allauth's way of having accounts meets ours of having guests."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # Not what it is: docs/adr/0016.
        "email_taken": _(
            "No account could be made with this address. If it is yours, sign in with it, or ask"
            " for a new password."
        ),
    }

    def clean_email(self, email):
        if len(email) > LONGEST_ADDRESS:
            raise ValidationError(
                _("An email address has %(limit)s characters at most. This has %(length)s."),
                params={"limit": LONGEST_ADDRESS, "length": len(email)},
            )
        return email

    def confirm_email(self, request, email_address):
        """Where another account has the address by now, there is an answer and no change."""
        others = User.objects.exclude(pk=email_address.user_id)
        if others.filter(email=email_address.email).exists():
            said = {"email": email_address.email}
            template = "account/messages/email_confirmation_failed.txt"
            self.add_message(request, messages.ERROR, template, said)
            return False
        return super().confirm_email(request, email_address)

    def can_delete_email(self, email_address):
        """Only a change that waits to be confirmed is taken back."""
        return email_address.email != email_address.user.email

    # How often one may guess

    def pre_authenticate(self, request, **credentials):
        self._login_failed_rl_usage = limits.count_guess(request, credentials["email"])

    def _delete_login_attempts_cached_email(self, request, **credentials):
        limits.forget_guesses(request, credentials["email"])

    def get_client_ip(self, request):
        """An IPv4 address that came in through IPv6 is one: all of them are in the same half of the
        IPv6 addresses, and would share the counters."""
        address = ip_address(super().get_client_ip(request))
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return str(mapped or address)

    # Where links in mails lead

    def get_reset_password_from_key_url(self, key):
        return at_main_host(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request, emailconfirmation):
        return at_main_host(super().get_email_confirmation_url(request, emailconfirmation))

    # Guests

    def new_user(self, request):
        """A guest who signs up stays the same row, so all they did is theirs without copying."""
        if request.user.is_authenticated and request.user.is_guest:
            return User.objects.get(pk=request.user.pk)
        return super().new_user(request)

    def save_user(self, request, user, form, commit=True):
        user.time_zone = user.time_zone or request.time_zone
        user.language = user.language or request.language
        return super().save_user(request, user, form, commit)

    def pre_login(self, request, user, **kwargs):
        # Signing in to another account replaces the session, and the guest with it.
        if request.user.is_authenticated and request.user.is_guest and request.user != user:
            request.guest_before = request.user.pk
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request, user, **kwargs):
        # Offered, never done unasked: on a shared tablet the guest may have been somebody else.
        if guest := getattr(request, "guest_before", None):
            request.session["guest_before"] = guest
        return super().post_login(request, user, **kwargs)


def at_main_host(url):
    """Whoever asks may have asked by a name of the machine itself, which is allowed for monitors.
    Who gets the mail is somewhere else."""
    parts = urlsplit(url)
    if settings.MAIN_HOST and parts.hostname in LOOPBACK:
        return parts._replace(netloc=settings.MAIN_HOST).geturl()
    return url
