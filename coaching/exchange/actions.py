"""What is given out, and taken back."""

from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from coaching.exchange.models import CalendarAddress
from coaching.practice.actions.locking import lock


@transaction.atomic
def renew_address(*, person, time_zone=""):
    """Gives a person's calendar another address; the first, where it had none. The old one is gone.

    What reads it says nothing of where the person is, so that is kept here: the zone of the browser
    in which it was asked for.
    """
    lock(person)
    # 256 bits are not for guessing, so tries are not counted.
    new = {"secret": token_urlsafe(32), "made_at": timezone.now()}
    CalendarAddress.objects.update_or_create(person=person, defaults=new)
    if time_zone and time_zone != person.time_zone:
        person.time_zone = time_zone
        person.save(update_fields=["time_zone"])
