"""What changes a person."""

from django.db import transaction

from coaching.people.models import User


@transaction.atomic
def leave(*, guest):
    """A guest who signs out is gone for good: no cookie and no session leads back to them."""
    User.objects.filter(pk=guest.pk, email=None).update(is_active=False)
