from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import Fault, Variation
from coaching.practice.models.floors import Floor
from coaching.practice.models.ranges import within
from coaching.practice.rules import FLOOR, HIGHEST_REP, LONGEST_DESCENT, JudgedRep


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

    workout = models.ForeignKey("Workout", models.CASCADE, related_name="sets")
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
