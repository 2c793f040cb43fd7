"""What changes a person."""

from allauth.account.models import EmailAddress
from django.db import transaction

from coaching.people.models import User


@transaction.atomic
def leave(*, guest):
    """A guest who signs out is gone for good: no cookie and no session leads back to them."""
    User.objects.filter(pk=guest.pk, email=None).update(is_active=False)


@transaction.atomic
def change_address(*, person, email):
    """Gives an account another address because a superuser says so. The old signs in no more."""
    EmailAddress.objects.filter(user=person).delete()
    person.email = email
    person.save(update_fields=["email"])
    if email:
        EmailAddress.objects.create(user=person, email=email, primary=True)
