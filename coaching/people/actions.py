"""What changes a person."""

from allauth.account.models import EmailAddress
from django.db import transaction

from coaching.people.models import User


@transaction.atomic
def leave(*, guest):
    """A guest who signs out is gone for good: no cookie and no session leads back to them."""
    User.objects.filter(pk=guest.pk, email=None).update(is_active=False)


@transaction.atomic
def sign_up(*, email, password, guest_id=None, time_zone="", language=""):
    """Makes the member whose address was confirmed, of the guest's own row if there is one.

    Raises IntegrityError where somebody else has the address by now.
    """
    guests = User.objects.select_for_update().filter(email=None, is_active=True)
    person = guests.filter(pk=guest_id).first() or User()
    person.email = email
    person.time_zone = person.time_zone or time_zone
    person.language = person.language or language
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


@transaction.atomic
def change_address(*, person, email):
    """Gives an account another address because a superuser says so. The old signs in no more."""
    EmailAddress.objects.filter(user=person).delete()
    person.email = email
    person.save(update_fields=["email"])
    if email:
        EmailAddress.objects.create(user=person, email=email, primary=True)
