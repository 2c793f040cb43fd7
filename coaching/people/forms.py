from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.fields import EmailField, SetPasswordField
from allauth.account.models import EmailAddress
from allauth.account.utils import setup_user_email
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coaching.people import actions
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
            if user.pk and actions.lock_guest(pk=user.pk) is None:
                raise MemberAlready
            user.save()
            self.custom_signup(request, user)
            setup_user_email(request, user, [EmailAddress(email=user.email)])
        return user


class ChangeAddressForm(allauth.AddEmailForm):
    """allauth's own keeps the change that was asked for last, and takes an account's own address
    for one if it was never confirmed."""

    def save(self, request):
        mine = EmailAddress.objects.filter(user=self.user)
        mine.filter(verified=False).exclude(email=self.user.email).delete()
        return EmailAddress.objects.add_email(
            request, self.user, self.cleaned_data["email"], confirm=True
        )


class AddressForm(forms.Form):
    """What is asked of who signs up where mail goes out."""

    email = EmailField()

    def clean_email(self):
        return get_adapter().clean_email(self.cleaned_data["email"])


class NewPasswordForm(forms.Form):
    """What is asked of who has followed the link."""

    password1 = SetPasswordField(label=_("Password"))

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].user = User(email=email)


class PersonForm(forms.ModelForm):
    """A person, for trainers. The admin says which fields."""

    def clean_email(self):
        email = (self.cleaned_data["email"] or "").lower()
        if not email and (self.instance.email or not self.instance.pk):
            raise forms.ValidationError(_("A member has an address. Without one nobody signs in."))
        return email or None
