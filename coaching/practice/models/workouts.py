import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Release, Routine, Variation
from coaching.practice.decisions import Decision
from coaching.practice.models.check_ins import CheckIn
from coaching.practice.models.floors import Floor
from coaching.practice.models.ranges import within
from coaching.practice.models.sets import Rep
from coaching.practice.rules import HIGHEST_ANGLE, SOME_PAIN


class WorkoutQuerySet(models.QuerySet):
    def running(self):
        return self.filter(finished_at__isnull=True)

    def finished(self):
        return self.filter(finished_at__isnull=False)

    def practised(self):
        """Those in which at least one rep was kept: what was only begun trained nobody."""
        kept = Rep.objects.kept().filter(workout_set__workout=OuterRef("pk"))
        return self.filter(Exists(kept))

    def telling(self):
        """Those that say something about what comes next: practised, gone through to the end, or
        with pain, whether or not there was a rep."""
        kept = Rep.objects.kept().filter(workout_set__workout=OuterRef("pk"))
        hurt = CheckIn.objects.filter(workout=OuterRef("pk"), pain__gte=SOME_PAIN)
        ended = Q(ending__in=[Workout.Ending.DONE, Workout.Ending.PAIN])
        return self.filter(ended | Q(hurt_at__isnull=False) | Exists(kept) | Exists(hurt))

    def with_pain(self):
        """Adds `pain_before`, `pain_after` and `pain_next_day`, 0-10 or None, `pain_compared`, how
        the day after was beside before, and `pain_said_at`, when pain that counts was last said
        after the workout: who then says that it is gone rests no longer for it."""

        def said(moment):
            return CheckIn.objects.filter(workout=OuterRef("pk"), moment=moment)

        counts = Q(pain__gte=SOME_PAIN) | Q(compared=CheckIn.Compared.WORSE)
        later = CheckIn.objects.filter(counts, workout=OuterRef("pk")).exclude(moment="before")
        return self.annotate(
            pain_before=Subquery(said("before").values("pain")),
            pain_after=Subquery(said("after").values("pain")),
            pain_next_day=Subquery(said("next-day").values("pain")),
            pain_compared=Subquery(said("next-day").values("compared")),
            pain_said_at=Subquery(later.order_by("-happened_at").values("happened_at")[:1]),
        )

    def with_floor(self):
        """Adds `floor`, in degrees: the first that was found in it, or None."""
        floors = Floor.objects.filter(workout=OuterRef("pk")).order_by("found_at", "pk")
        return self.annotate(floor=Subquery(floors.values("degrees")[:1]))

    def with_tally(self):
        """Adds `done` and `perfect`, the reps that were kept.

        Counted for the rows of a page alone: a join would count a lifetime to show twenty.
        """
        kept = Rep.objects.kept().filter(workout_set__workout=OuterRef("pk")).order_by()
        return self.annotate(done=_count(kept), perfect=_count(kept.filter(perfect=True)))


def _count(rows):
    total = rows.values("workout_set__workout").annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(total), 0)


class Workout(models.Model):
    """One person's run through a routine. The browser may name it, so starting twice is once."""

    class Ending(models.TextChoices):
        DONE = "done", _("finished")
        STOPPED = "stopped", _("stopped early")
        PAIN = "pain", _("ended because of pain")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="workouts")
    routine = models.ForeignKey(Routine, models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    prescription = models.JSONField(help_text=_("What it was asked to do; see rules.Prescription."))
    highest_angle = models.SmallIntegerField(
        _("highest angle, °"), null=True, blank=True, help_text=_("How far up the legs go today.")
    )
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=10, choices=Ending, blank=True)
    hurt_at = models.DateTimeField(
        _("hurt"), null=True, blank=True, help_text=_("Where “Pain” was heard after it had ended.")
    )

    objects = WorkoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("workout")
        verbose_name_plural = _("workouts")
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["person", "-started_at"], name="workout_history")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(finished_at__isnull=True),
                name="workout_one_running",
            ),
            models.CheckConstraint(
                condition=Q(highest_angle__isnull=True) | within("highest_angle", HIGHEST_ANGLE),
                name="workout_highest_angle_range",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, ending="")
                | Q(finished_at__isnull=False) & ~Q(ending=""),
                name="workout_finished_says_how",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.started_at:%Y-%m-%d}"

    @property
    def is_running(self):
        return self.finished_at is None

    @property
    def todays_variation(self):
        """Its slug: that of the first set, since later ones may have become lighter. A day without
        sets is still meant for one."""
        first = self.sets.values_list("variation_id", flat=True).first()
        return first or self.prescription["variation"]


class Adjustment(models.Model):
    """One change to what a running workout asks for, with the decision that made it."""

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="adjustments")
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    decided = models.JSONField(_("decision"), help_text=_("Its rule, and the facts it used."))
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("adjustment")
        verbose_name_plural = _("adjustments")
        ordering = ["happened_at", "pk"]

    def __str__(self):
        return f"{self.variation_id}: {self.decision.rule}"

    @property
    def decision(self):
        return Decision.from_document(self.decided)


class StepAnswer(models.Model):
    """What the person said at one step, and at which turn. The first answer stands.

    Position and turn name it: the same answer posted twice lands on the same row.
    """

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField(_("position of the block"))
    turn = models.PositiveSmallIntegerField(_("turn"), default=1)
    answer = models.CharField(_("answer"), max_length=20)
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("answer to a step")
        verbose_name_plural = _("answers to steps")
        ordering = ["position", "turn"]
        constraints = [
            models.UniqueConstraint(
                fields=["workout", "position", "turn"], name="step_answered_once"
            )
        ]

    def __str__(self):
        return f"{self.position}: {self.answer}"
