"""Where a person stands on the ladder, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Variation

__all__ = ["Placement"]


class Placement(models.Model):
    """One move on the ladder, with the sentence that explained it. The newest one counts."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="placements")
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=400)
    rule = models.SlugField(_("rule"), max_length=40)
    placed_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("place on the ladder")
        verbose_name_plural = _("places on the ladder")
        ordering = ["-placed_at", "-pk"]
        indexes = [models.Index(fields=["person", "-placed_at"], name="placement_newest")]

    def __str__(self):
        return f"{self.person}: {self.variation_id}"
