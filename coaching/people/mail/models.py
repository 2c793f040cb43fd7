"""Letters that are still to be sent. A sent one is deleted, because it may hold a link to reset."""

from django.db import models
from django.utils import timezone

from coaching.people.mail import rules

__all__ = ["Letter"]


class LetterQuerySet(models.QuerySet):
    def due(self, now):
        """What may be tried now, first come first served."""
        return self.filter(next_try_at__lte=now).order_by("next_try_at", "pk")

    def too_old(self, now):
        return self.filter(written_at__lte=now - rules.GIVE_UP_AFTER)


class Letter(models.Model):
    """One mail, as plain text, to one or more addresses."""

    to = models.JSONField()
    sender = models.CharField(max_length=320)
    subject = models.TextField()
    body = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    written_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    objects = LetterQuerySet.as_manager()

    def __str__(self):
        return f"Letter {self.pk}"
