from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import setup_user_email
from django.db import transaction

from coaching.people.models import User


class MemberAlready(Exception):
    """Another tab of theirs was faster."""


class SignupForm(allauth.SignupForm):
    """allauth's own, but kept in one piece, and nobody waits while the password is made safe."""

    def save(self, request):
        adapter = get_adapter()
        user = adapter.new_user(request)
        adapter.save_user(request, user, self, commit=False)
        with transaction.atomic():
            # A guest's row is locked, so that a second tap waits here, and sees what the first did.
            if user.pk and not User.objects.select_for_update().get(pk=user.pk).is_guest:
                raise MemberAlready
            user.save()
            self.custom_signup(request, user)
            setup_user_email(request, user, [EmailAddress(email=user.email)])
        return user
