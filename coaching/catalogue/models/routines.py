"""What a workout walks through, and what a newcomer is asked before the first."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models.entry import SENTENCE, Entry
from coaching.catalogue.models.exercises import Drill, Variation


class Question(Entry):
    """Asked of a newcomer, to find the rung to begin on. `body` is the help under it."""

    name = models.CharField(_("question"), max_length=SENTENCE)

    class Meta:
        verbose_name = _("starting question")
        verbose_name_plural = _("starting questions")
        ordering = ["position", "slug"]


class Answer(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    slug = models.SlugField(_("slug"), max_length=60)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.CharField(_("answer"), max_length=80)
    help = models.CharField(_("help"), max_length=SENTENCE, blank=True)
    start_at = models.ForeignKey(
        Variation,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("start at"),
        help_text=_("The hardest rung this answer lets somebody begin on. Empty: no limit."),
    )
    why = models.CharField(_("why"), max_length=SENTENCE, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["question", "slug"], name="answer_slug_once")
        ]

    def __str__(self):
        return self.text


class Routine(Entry):
    summary = models.CharField(_("summary"), max_length=SENTENCE)
    easier_from = models.PositiveSmallIntegerField(
        _("one rung easier from pain"),
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
    """One part of a routine. Which of the optional fields it needs depends on its kind."""

    class Kind(models.TextChoices):
        PLACE = "place", _("place and body")
        DRILL = "drill", _("drill")
        TENSION = "tension", _("tension check")
        FIRST_REP = "first-rep", _("first rep")
        FLOOR = "floor", _("stop point")
        SETS = "sets", _("sets")
        WRAP_UP = "wrap-up", _("wrap-up")

    routine = models.ForeignKey(Routine, models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    title = models.CharField(_("title"), max_length=80)
    instruction = models.CharField(_("instruction"), max_length=SENTENCE)
    action = models.CharField(_("label of the button"), max_length=80)
    drill = models.ForeignKey(Drill, models.PROTECT, null=True, blank=True, verbose_name=_("drill"))
    topics = models.JSONField(_("topics"), default=list, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), null=True, blank=True)
    fallback = models.ForeignKey(
        Variation,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("today's variation instead"),
    )
    angles = models.JSONField(_("angles"), default=list, blank=True)
    sets = models.PositiveSmallIntegerField(_("sets"), null=True, blank=True)
    reps = models.PositiveSmallIntegerField(_("reps"), null=True, blank=True)
    rest = models.PositiveSmallIntegerField(_("rest, seconds"), null=True, blank=True)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["routine", "position"], name="block_position_once")
        ]

    def __str__(self):
        return self.title
