"""Where a person stands on a ladder, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Ladder, Variation
from coaching.practice.decisions import Decision

__all__ = ["Placement", "Reply"]


class PlacementQuerySet(models.QuerySet):
    def on(self, ladder):
        """The newest on one ladder (its slug), which is the one that counts, or None."""
        return self.filter(ladder=ladder).first()


class Placement(models.Model):
    """One move on a ladder, with the decision that made it. The newest one counts."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="placements")
    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="+")
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    decided = models.JSONField(_("decision"), help_text=_("Its rule, and the facts it used."))
    placed_at = models.DateTimeField(_("when"), default=timezone.now)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["-placed_at", "-pk"]
        indexes = [models.Index(fields=["person", "ladder", "-placed_at"], name="placement_newest")]

    def __str__(self):
        return f"{self.person}: {self.variation_id}"

    @property
    def decision(self):
        return Decision.from_document(self.decided)


class Reply(models.Model):
    """What a person said to something that the coach offered or planned: taken, or not yet. The
    newest one to a rule counts; how long, is for the rules to say."""

    class Answer(models.TextChoices):
        YES = "yes", _("taken")
        NOT_YET = "not-yet", _("not yet")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="replies")
    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="+")
    offered = models.JSONField(_("offered"), help_text=_("Its rule, and the facts it used."))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    said_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["-said_at", "-pk"]
        indexes = [models.Index(fields=["person", "ladder", "-said_at"], name="reply_newest")]

    def __str__(self):
        return f"{self.decision.rule}: {self.answer}"

    @property
    def decision(self):
        return Decision.from_document(self.offered)
