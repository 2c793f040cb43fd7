from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Variation
from coaching.practice.models.ranges import within
from coaching.practice.rules import FLOOR


class FloorQuerySet(models.QuerySet):
    def last_of(self, person, variation):
        """The floor that somebody found last in a finished workout of this variation (a slug), in
        degrees, or None: another movement has another floor."""
        mine = self.filter(
            workout__person=person, workout__finished_at__isnull=False, variation=variation
        )
        return mine.order_by("-workout__started_at").values_list("degrees", flat=True).first()


class Floor(models.Model):
    """The lowest angle at which the back stayed down in one workout, of one variation."""

    class Source(models.TextChoices):
        EYE = "eye", _("by eye")
        PHONE = "phone", _("with a phone")
        CAMERA = "camera", _("with a camera")

    workout = models.ForeignKey("Workout", models.CASCADE, related_name="floors")
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    degrees = models.SmallIntegerField(_("floor, °"), help_text=_("Above horizontal."))
    source = models.CharField(_("how it was found"), max_length=10, choices=Source)
    found_at = models.DateTimeField(_("when"), default=timezone.now)

    objects = FloorQuerySet.as_manager()

    class Meta:
        verbose_name = _("floor")
        verbose_name_plural = _("floors")
        constraints = [
            models.UniqueConstraint(fields=["workout", "variation"], name="floor_once_a_variation"),
            models.CheckConstraint(condition=within("degrees", FLOOR), name="floor_range"),
        ]

    def __str__(self):
        return f"{self.variation_id}: {self.degrees}°"
