"""What pages read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """One published edition of all content, in the shape of the content files. Never changes.

    `format` says which shape: publishing/upgrades.py brings an older one to today's when it is
    read.
    """

    document = models.JSONField(editable=False)
    format = models.PositiveSmallIntegerField(editable=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("Release")
        verbose_name_plural = _("Releases")
        ordering = ["-pk"]

    def __str__(self):
        return f"{_('Release')} {self.pk}"

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            raise ValueError("A Release never changes. Publish a new one.")
        super().save(*args, **kwargs)


class Shipped(models.Model):
    """What the content files said of each thing when it was last taken over into the draft.

    One row: the whole as a document, so that it is upgraded before it is compared, and a field that
    is new in the schema makes nobody's content look edited.
    """

    document = models.JSONField(editable=False)
    format = models.PositiveSmallIntegerField(editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="shipped_one_row")]

    def __str__(self):
        return f"format {self.format}"
