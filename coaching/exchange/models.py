"""Where somebody's planned days are read from outside."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

__all__ = ["CalendarAddress"]


class CalendarAddress(models.Model):
    """The secret in the address of a person's calendar. Whoever has it sees the planned days, and
    nothing else; it is no way to sign in. A trainer does not see it: it has no page in the admin.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_address"
    )
    secret = models.CharField(_("secret"), max_length=43, unique=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("address of a calendar")
        verbose_name_plural = _("addresses of calendars")

    def __str__(self):
        return str(self.person)
