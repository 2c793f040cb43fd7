"""What was practised. A workout is frozen when it starts: no later edit rewrites it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Fault, Release, Routine, Variation
from coaching.practice.rules import (
    HIGHEST_ANGLE,
    HIGHEST_REP,
    LONGEST_DESCENT,
    PAIN,
    STOP_POINT,
    JudgedRep,
)

__all__ = ["Adjustment", "CheckIn", "Rep", "RepFault", "StepAnswer", "Workout", "WorkoutSet"]


def within(field, limits):
    low, high = limits
    return Q(**{f"{field}__gte": low, f"{field}__lte": high})


class WorkoutQuerySet(models.QuerySet):
    def running(self):
        return self.filter(finished_at__isnull=True)

    def finished(self):
        return self.filter(finished_at__isnull=False)

    def practised(self):
        """Those in which at least one rep was kept: what was only begun trained nobody."""
        kept = Rep.objects.kept().filter(workout_set__workout=OuterRef("pk"))
        return self.filter(Exists(kept))

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
    floor = models.SmallIntegerField(
        _("floor, °"), null=True, blank=True, help_text=_("Degrees above horizontal, found today.")
    )
    highest_angle = models.SmallIntegerField(
        _("highest angle, °"), null=True, blank=True, help_text=_("How far up the legs go today.")
    )
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=10, choices=Ending, blank=True)

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
                condition=Q(floor__isnull=True) | within("floor", STOP_POINT),
                name="workout_floor_range",
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


class Adjustment(models.Model):
    """One change to what a running workout asks for, with the sentence that explained it."""

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="adjustments")
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    rule = models.SlugField(_("rule"), max_length=40)
    why = models.CharField(_("why"), max_length=400)
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("adjustment")
        verbose_name_plural = _("adjustments")
        ordering = ["happened_at", "pk"]

    def __str__(self):
        return self.why


class StepAnswer(models.Model):
    """What the person said at one part of the routine, and at which turn. The first answer stands.

    Part and turn name it: the same answer posted twice lands on the same row.
    """

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField(_("part"))
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


class WorkoutSetQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(workout__person=person).select_related("workout")


class WorkoutSet(models.Model):
    """One set as it was asked for; `variation` may become an easier one while it has no reps.

    `ended_at` is when the person was done with it. That a fault leaves no further rep to do is seen
    from the reps themselves, so taking that rep back is all it takes.
    """

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="sets")
    number = models.PositiveSmallIntegerField(_("set"))
    position = models.PositiveSmallIntegerField(_("part of the routine"))
    variation = models.ForeignKey(Variation, models.PROTECT, related_name="+")
    target = models.PositiveSmallIntegerField(_("reps asked for"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = WorkoutSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("set")
        verbose_name_plural = _("sets")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["workout", "number"], name="set_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="set_number_from_1"),
            models.CheckConstraint(condition=within("target", (1, HIGHEST_REP)), name="set_target"),
        ]

    def __str__(self):
        return str(_("Set %(number)s") % {"number": self.number})


class RepQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(taken_back_at__isnull=True)

    def judged(self):
        """The reps as plain values, {set's pk: [JudgedRep, …]}, in one query for any number."""
        names = ("pk", "number", "perfect", "descent_seconds", "floor", "taken_back_at")
        rows = self.order_by("workout_set_id", "number", "pk").values_list(
            "workout_set_id", *names, "rep_faults__fault_id"
        )
        found = {}
        for set_pk, *rep, fault in rows:
            found.setdefault(set_pk, {}).setdefault(tuple(rep), []).append(fault)
        return {
            set_pk: [_judged(rep, faults) for rep, faults in reps.items()]
            for set_pk, reps in found.items()
        }


def _judged(rep, faults):
    pk, number, perfect, descent, floor, taken_back_at = rep
    named = tuple(sorted(filter(None, faults)))
    return JudgedRep(
        number=number,
        faults=named,
        off=not perfect and not named,
        descent_seconds=None if descent is None else float(descent),
        id=pk,
        floor=floor,
        taken_back=taken_back_at is not None,
    )


class Rep(models.Model):
    """One repetition. The browser names it, so that posting it twice or late changes nothing.

    A rep that was taken back stays as a row: should its post arrive once more, it is known.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    workout_set = models.ForeignKey(WorkoutSet, models.CASCADE, related_name="reps")
    number = models.PositiveSmallIntegerField(_("rep"))
    perfect = models.BooleanField(_("perfect"))
    faults = models.ManyToManyField(Fault, through="RepFault", related_name="+")
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    descent_seconds = models.DecimalField(
        _("seconds on the way down"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    floor = models.SmallIntegerField(
        _("floor, °"), null=True, blank=True, help_text=_("The stop point while it was done.")
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = RepQuerySet.as_manager()

    class Meta:
        verbose_name = _("rep")
        verbose_name_plural = _("reps")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["workout_set", "number"],
                condition=Q(taken_back_at__isnull=True),
                name="rep_number_once",
            ),
            models.CheckConstraint(condition=within("number", (1, HIGHEST_REP)), name="rep_number"),
            models.CheckConstraint(
                condition=Q(descent_seconds__isnull=True)
                | within("descent_seconds", (0, LONGEST_DESCENT)),
                name="rep_descent_seconds",
            ),
            models.CheckConstraint(
                condition=Q(floor__isnull=True) | within("floor", STOP_POINT),
                name="rep_floor_range",
            ),
        ]

    def __str__(self):
        return str(_("Rep %(number)s") % {"number": self.number})


class RepFault(models.Model):
    rep = models.ForeignKey(Rep, models.CASCADE, related_name="rep_faults")
    fault = models.ForeignKey(Fault, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rep", "fault"], name="rep_fault_once")]

    def __str__(self):
        return self.fault_id


class CheckIn(models.Model):
    """Pain 0-10 before, after, and the day after a workout. Its moment names it."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("before")
        AFTER = "after", _("after")
        NEXT_DAY = "next-day", _("the day after")

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="check_ins")
    moment = models.CharField(_("moment"), max_length=10, choices=Moment)
    pain = models.PositiveSmallIntegerField(_("pain, 0 to 10"))
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        constraints = [
            models.UniqueConstraint(fields=["workout", "moment"], name="check_in_once_a_moment"),
            models.CheckConstraint(condition=within("pain", PAIN), name="check_in_pain_0_to_10"),
        ]

    def __str__(self):
        return f"{self.get_moment_display()}: {self.pain}"
