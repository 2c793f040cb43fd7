from django import forms
from django.utils.translation import gettext_lazy as _

from coaching.people.models import User


class PersonForm(forms.ModelForm):
    """A person, for trainers."""

    class Meta:
        model = User
        fields = [
            "email",
            "time_zone",
            "language",
            "is_active",
            "is_staff",
            "is_superuser",
            "groups",
        ]

    def clean_email(self):
        email = (self.cleaned_data["email"] or "").lower()
        if not email and (self.instance.email or not self.instance.pk):
            raise forms.ValidationError(_("A member has an address. Without one nobody signs in."))
        return email or None
