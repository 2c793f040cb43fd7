"""What a workout walks through."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models.entry import SENTENCE, Entry
from coaching.catalogue.models.exercises import Ladder
from coaching.catalogue.schema.blocks import KINDS


class Routine(Entry):
    summary = models.CharField(_("summary"), max_length=SENTENCE)
    ladder = models.ForeignKey(
        Ladder, models.PROTECT, related_name="routines", verbose_name=_("ladder")
    )
    easier_from = models.PositiveSmallIntegerField(
        _("something lighter from pain"),
        default=3,
        validators=[MaxValueValidator(3)],
        help_text=_("May be stricter than 3, never looser."),
    )
    stop_from = models.PositiveSmallIntegerField(
        _("no leg raises from pain"),
        default=4,
        validators=[MaxValueValidator(4)],
        help_text=_("May be stricter than 4, never looser."),
    )
    default = models.BooleanField(_("the one people start with"), default=False)

    class Meta:
        verbose_name = _("routine")
        verbose_name_plural = _("routines")
        ordering = ["position", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["default"], condition=Q(default=True), name="routine_one_default"
            ),
            models.CheckConstraint(
                condition=Q(easier_from__lte=3, stop_from__lte=4)
                & Q(easier_from__lte=models.F("stop_from")),
                name="routine_pain_never_looser",
                violation_error_message=_(
                    "Pain limits may be stricter than 3 and 4, never looser."
                ),
            ),
        ]


class Block(models.Model):
    """One block of a routine: the words that every kind has, and in `settings` the fields that its
    own kind adds, in the shape that catalogue/schema/blocks/ gives them."""

    routine = models.ForeignKey(Routine, models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(
        _("kind"), max_length=20, choices=[(name, _(kind.label)) for name, kind in KINDS.items()]
    )
    title = models.CharField(_("title"), max_length=80)
    instruction = models.CharField(_("instruction"), max_length=SENTENCE)
    action = models.CharField(_("label of the button"), max_length=80)
    settings = models.JSONField(_("settings"), default=dict, blank=True)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        # Two in one place are fine while a trainer moves them; which is first is then the older.
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title
