"""What changes a person."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from coaching.people.models import User


@transaction.atomic
def leave(*, guest):
    """A guest who signs out is gone for good: no cookie and no session leads back to them."""
    User.objects.filter(pk=guest.pk, email=None).update(is_active=False)


def lock_guest(*, pk):
    """Locks a guest until the end of the transaction, so that a second tap waits here and sees what
    the first did. None where they are a guest no more."""
    return User.objects.select_for_update().filter(pk=pk, email=None, is_active=True).first()


def lock_person(*, pk):
    """The person as they are now, locked until the end of the transaction."""
    return User.objects.select_for_update().get(pk=pk)


def lock_superusers():
    """Those who may do everything, locked until the end of the transaction."""
    superusers = User.objects.filter(is_superuser=True, is_active=True)
    return list(superusers.select_for_update().order_by("pk"))


def sign_up(*, email, password, guest_id=None, time_zone="", language=""):
    """Makes the member whose address was confirmed, of the guest's own row if there is one.

    Raises IntegrityError where somebody else has the address by now.
    """
    safe = make_password(password)  # takes a tenth of a second, for which nobody else should wait
    with transaction.atomic():
        person = lock_guest(pk=guest_id) or User()
        person.email = email
        person.password = safe
        person.time_zone = person.time_zone or time_zone
        person.language = person.language or language
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
