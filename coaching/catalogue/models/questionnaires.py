"""Questions with a purpose: the newcomer's, and the red flags."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models.entry import SENTENCE, Entry
from coaching.catalogue.models.exercises import Variation


class Questionnaire(Entry):
    class Purpose(models.TextChoices):
        NEWCOMER = "newcomer", _("where a newcomer begins")
        RED_FLAGS = "red-flags", _("red flags")

    purpose = models.CharField(_("what it is for"), max_length=20, choices=Purpose)

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering = ["position", "slug"]


class Question(models.Model):
    class Urgency(models.TextChoices):
        EMERGENCY = "emergency", _("get help now")
        SOON = "soon", _("see a doctor soon")
        ASK_FIRST = "ask-first", _("ask before training")

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    slug = models.SlugField(_("slug"), max_length=60)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.CharField(_("question"), max_length=SENTENCE)
    help = models.TextField(_("help"), blank=True)
    urgency = models.CharField(
        _("urgency"),
        max_length=20,
        choices=Urgency,
        null=True,
        blank=True,
        help_text=_("What a yes asks for. Only red flags have one."),
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["questionnaire", "position"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "slug"], name="question_slug_once")
        ]

    def __str__(self):
        return self.text


class Answer(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    slug = models.SlugField(_("slug"), max_length=60)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.CharField(_("answer"), max_length=120)
    help = models.CharField(_("help"), max_length=SENTENCE, blank=True)
    start_at = models.ForeignKey(
        Variation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
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
