from ipaddress import IPv6Address, ip_address

from allauth.account.adapter import DefaultAccountAdapter

from coaching.people import limits
from coaching.people.models import User


class Adapter(DefaultAccountAdapter):
    """Where allauth's way of having accounts meets ours of having guests."""

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
