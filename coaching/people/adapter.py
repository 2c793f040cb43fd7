from allauth.account.adapter import DefaultAccountAdapter

from coaching.people.models import User


class Adapter(DefaultAccountAdapter):
    """Where allauth's way of having accounts meets ours of having guests."""

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
