"""What was practised. A workout is frozen when it starts: no later edit rewrites it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Fault, Release, Routine, Variation
from coaching.practice.decisions import Decision
from coaching.practice.rules import (
    FLOOR,
    HIGHEST_ANGLE,
    HIGHEST_REP,
    LONGEST_DESCENT,
    PAIN,
    SOME_PAIN,
    JudgedRep,
)

__all__ = [
    "Adjustment",
    "CheckIn",
    "Floor",
    "Rep",
    "RepFault",
    "StepAnswer",
    "Workout",
    "WorkoutSet",
]


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

    def telling(self):
        """Those that say something about what comes next: practised, gone through to the end, or
        with pain, whether or not there was a rep."""
        kept = Rep.objects.kept().filter(workout_set__workout=OuterRef("pk"))
        hurt = CheckIn.objects.filter(workout=OuterRef("pk"), pain__gte=SOME_PAIN)
        ended = Q(ending__in=[Workout.Ending.DONE, Workout.Ending.PAIN])
        return self.filter(ended | Q(hurt_at__isnull=False) | Exists(kept) | Exists(hurt))

    def with_pain(self):
        """Adds `pain_before`, `pain_after` and `pain_next_day`, 0-10 or None, and `pain_said_at`,
        when pain was last asked for after the workout."""

        def said(moment):
            return CheckIn.objects.filter(workout=OuterRef("pk"), moment=moment)

        later = CheckIn.objects.filter(workout=OuterRef("pk")).exclude(moment="before")
        return self.annotate(
            pain_before=Subquery(said("before").values("pain")),
            pain_after=Subquery(said("after").values("pain")),
            pain_next_day=Subquery(said("next-day").values("pain")),
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

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="floors")
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


class WorkoutSetQuerySet(models.QuerySet):
    def of(self, person):
        return (
            self.filter(workout__person=person)
            .select_related("workout")
            .with_floor()
            .with_company()
        )

    def with_floor(self):
        """Adds `floor`: today's of the set's own variation, in degrees, or None."""
        floors = Floor.objects.filter(workout=OuterRef("workout"), variation=OuterRef("variation"))
        return self.annotate(floor=Subquery(floors.values("degrees")))

    def with_done(self):
        """Adds `done`: whether a rep of it was kept."""
        return self.annotate(done=Exists(Rep.objects.kept().filter(workout_set=OuterRef("pk"))))

    def practised_in(self, workouts):
        """The variations (slugs) of which reps were kept, in order: {workout's pk: [slug, …]}."""
        done = self.filter(workout__in=workouts).with_done().filter(done=True)
        found = {}
        for workout, slug in done.order_by("number").values_list("workout", "variation"):
            found.setdefault(workout, {})[slug] = None
        return {workout: list(slugs) for workout, slugs in found.items()}

    def with_company(self):
        """Adds `of`: how many sets its block has by now, itself among them."""
        others = self.model.objects.filter(
            workout=OuterRef("workout"), position=OuterRef("position")
        ).order_by()
        total = others.values("position").annotate(total=Count("pk")).values("total")
        return self.annotate(of=Subquery(total))


class WorkoutSet(models.Model):
    """One set as it was asked for; `variation` may become an easier one while it has no reps.

    `ended_at` is when the person was done with it. That a fault leaves no further rep to do is seen
    from the reps themselves, so taking that rep back is all it takes.
    """

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="sets")
    number = models.PositiveSmallIntegerField(_("set"))
    position = models.PositiveSmallIntegerField(_("position of the block"))
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
        names = (
            "pk", "number", "perfect", "descent_seconds", "floor", "judged_by", "taken_back_at",
        )  # fmt: skip
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
    pk, number, perfect, descent, floor, judged_by, taken_back_at = rep
    named = tuple(sorted(filter(None, faults)))
    return JudgedRep(
        number=number,
        faults=named,
        off=not perfect and not named,
        descent_seconds=None if descent is None else float(descent),
        id=pk,
        floor=floor,
        judged_by=judged_by,
        taken_back=taken_back_at is not None,
    )


class Rep(models.Model):
    """One repetition. The browser names it, so that posting it twice or late changes nothing.

    A rep that was taken back stays as a row: should its post arrive once more, it is known.
    """

    class Judge(models.TextChoices):
        """Who noticed how it was. A camera and a phone may come."""

        PERSON = "person", _("the person")
        PACER = "pacer", _("the pacer")

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
        _("floor, °"), null=True, blank=True, help_text=_("The one while it was done.")
    )
    judged_by = models.CharField(_("judged by"), max_length=10, choices=Judge, default=Judge.PERSON)
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
                condition=Q(floor__isnull=True) | within("floor", FLOOR),
                name="rep_floor_range",
            ),
            models.CheckConstraint(
                condition=Q(judged_by__in=["person", "pacer"]), name="rep_judged_by"
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
