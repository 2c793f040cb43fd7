"""What can be practised, what spoils it, and what is at work."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from coaching.catalogue.models.entry import SENTENCE, Entry, Movement, within
from coaching.catalogue.schema import MOST_WORDS, SPOKEN, Targets, in_few_words


def spoken(text):
    """Refuses in the form what publishing would refuse later."""
    try:
        in_few_words(text)
    except ValueError as error:
        raise ValidationError(
            _("Write at most %(most)s words: it is spoken between two reps."),
            params={"most": MOST_WORDS},
        ) from error


def first_targets():
    return [10, 12, 15]


def rising(numbers):
    """Refuses in the form what publishing would refuse later."""
    try:
        TypeAdapter(Targets).validate_python(numbers)
    except ValueError as error:
        raise ValidationError(
            _("Write one to six numbers from 1 to 50, the fewest first, such as 10, 12, 15.")
        ) from error


class Muscle(Entry):
    class Depth(models.TextChoices):
        SURFACE = "surface", _("at the surface")
        DEEP = "deep", _("deep")

    role = models.CharField(_("what it does"), max_length=SENTENCE)
    depth = models.CharField(_("depth"), max_length=10, choices=Depth)
    region = models.SlugField(_("part of the picture"), max_length=40)

    class Meta:
        verbose_name = _("muscle")
        verbose_name_plural = _("muscles")
        ordering = ["position", "slug"]


class Topic(Entry):
    summary = models.CharField(_("summary"), max_length=SENTENCE)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "slug"]


class Fault(Entry):
    class Severity(models.TextChoices):
        NOTE = "note", _("a note")
        ENDS_REP = "ends-rep", _("ends the rep")
        ENDS_SET = "ends-set", _("ends the set")
        ENDS_WORKOUT = "ends-workout", _("ends the workout")

    class Suggestion(models.TextChoices):
        NONE = "none", _("nothing to offer")
        STOP_HIGHER = "stop-higher", _("stop higher")
        END_SET = "end-set", _("end the set here")
        LIGHTER = "lighter", _("something lighter")
        PAIN = "pain", _("the pain pages")

    class Steering(models.TextChoices):
        FLOOR = "floor", _("a higher floor")
        SLOWER = "slower", _("slower down, fewer reps")
        BREATH = "breath", _("the breath aloud")
        ADVICE = "advice", _("its advice alone")

    notice = models.CharField(_("how to notice it"), max_length=SENTENCE)
    cue = models.CharField(_("cue for the next rep"), max_length=SENTENCE)
    short_cue = models.CharField(
        _("short cue"),
        max_length=SPOKEN,
        blank=True,
        validators=[spoken],
        help_text=_("What is spoken instead of the cue, in eight words or fewer: “Stop higher.”"),
    )
    stronger = models.CharField(_("when it happens twice running"), max_length=SENTENCE)
    severity = models.CharField(_("severity"), max_length=20, choices=Severity)
    suggestion = models.CharField(
        _("what it offers"), max_length=20, choices=Suggestion, default=Suggestion.NONE
    )
    pacer_notices = models.BooleanField(
        _("the pacer notices it"),
        default=False,
        help_text=_("Asked about when somebody answers before the pacer has come down."),
    )
    steers = models.CharField(
        _("where it stays"),
        max_length=20,
        choices=Steering,
        blank=True,
        default="",
        help_text=_("What changes in the next workout where it is the fault of the last three."),
    )
    advice = models.CharField(
        _("advice"),
        max_length=SENTENCE,
        blank=True,
        default="",
        help_text=_("What to change about place, body or habit where it stays."),
    )
    seek = models.CharField(
        _("whom to see"),
        max_length=SENTENCE,
        blank=True,
        default="",
        help_text=_(
            "Where it ended sets in a second workout. What it happened on stays closed until then. "
            "Empty: nothing is closed. Only for a fault that ends the set."
        ),
    )
    icon = models.SlugField(_("icon"), max_length=20)

    class Meta:
        verbose_name = _("fault")
        verbose_name_plural = _("faults")
        ordering = ["position", "slug"]


class Ladder(Entry):
    """Variations in order, light to heavy."""

    summary = models.CharField(_("summary"), max_length=SENTENCE)

    class Meta:
        verbose_name = _("ladder")
        verbose_name_plural = _("ladders")
        ordering = ["position", "slug"]


class Variation(Entry, Movement):
    """One way to do the raise: a rung on a ladder."""

    ladder = models.ForeignKey(
        Ladder, models.PROTECT, related_name="variations", verbose_name=_("ladder")
    )
    # Two on one rung are fine while a trainer reorders the draft; publishing refuses them.
    rung = models.PositiveSmallIntegerField(_("rung"), help_text=_("1 is the easiest."))
    eases_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("eases to"),
        help_text=_("What takes its place when less is asked for. Its load is lower."),
    )
    leads_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("leads to"),
        help_text=_("What comes after it on the way up."),
    )
    targets = models.JSONField(
        _("reps of a set"),
        default=first_targets,
        validators=[rising],
        help_text=_("From the first workouts on it to the last before its gate: 10, 12, 15."),
    )
    gate = models.PositiveSmallIntegerField(
        _("gate"),
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_(
            "Slow perfect reps in one set that open what it leads to: 15 or more, on a bar or with "
            "a weight 10 or more."
        ),
    )
    gate_workouts = models.PositiveSmallIntegerField(
        _("in workouts"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("How many workouts reach the gate: two or more before a jump in load."),
    )
    gate_range = models.PositiveSmallIntegerField(
        _("range, %"),
        default=50,
        validators=[MinValueValidator(50), MaxValueValidator(100)],
        help_text=_(
            "How much of the way between bottom and top the floor leaves: 67 or more before a jump "
            "in load. Nothing where there is no floor."
        ),
    )
    summary = models.CharField(_("summary"), max_length=SENTENCE)
    load_low = models.PositiveSmallIntegerField(_("load from, %"), null=True, blank=True)
    load_high = models.PositiveSmallIntegerField(_("load to, %"), null=True, blank=True)
    has_floor = models.BooleanField(_("has a floor"), default=True)
    faults = models.ManyToManyField(Fault, through="VariationFault")
    muscles = models.ManyToManyField(Muscle, through="VariationMuscle")

    class Meta(Movement.Meta):
        abstract = False
        verbose_name = _("variation")
        verbose_name_plural = _("variations")
        ordering = ["ladder", "rung"]
        constraints = [
            *Movement.Meta.constraints,
            within("gate", (1, 50), "variation_gate_range"),
            within("gate_workouts", (1, 5), "variation_gate_workouts_range"),
            within("gate_range", (50, 100), "variation_gate_range_range"),
            models.CheckConstraint(
                condition=Q(load_low__isnull=True, load_high__isnull=True)
                | Q(load_low__lte=models.F("load_high")),
                name="variation_load_both_or_neither",
                violation_error_message=_("Give both ends of the load, the smaller first."),
            ),
        ]


class VariationFault(models.Model):
    variation = models.ForeignKey(Variation, models.CASCADE, related_name="fault_order")
    fault = models.ForeignKey(Fault, models.PROTECT)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("fault of this variation")
        verbose_name_plural = _("faults, in the order shown")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["variation", "fault"], name="variation_fault_once")
        ]

    def __str__(self):
        return self.fault_id


class VariationMuscle(models.Model):
    class Role(models.TextChoices):
        MOVER = "mover", _("moves")
        HOLDER = "holder", _("holds still")

    variation = models.ForeignKey(Variation, models.CASCADE, related_name="muscle_order")
    muscle = models.ForeignKey(Muscle, models.PROTECT)
    role = models.CharField(_("role"), max_length=10, choices=Role)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("muscle at work")
        verbose_name_plural = _("muscles at work")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["variation", "muscle"], name="variation_muscle_once")
        ]

    def __str__(self):
        return self.muscle_id


class Drill(Entry, Movement):
    """A supporting exercise, done for a number of repetitions or of seconds."""

    summary = models.CharField(_("summary"), max_length=SENTENCE)
    reps = models.PositiveSmallIntegerField(_("repetitions"), null=True, blank=True)
    seconds = models.PositiveSmallIntegerField(_("seconds"), null=True, blank=True)

    class Meta(Movement.Meta):
        abstract = False
        verbose_name = _("drill")
        verbose_name_plural = _("drills")
        ordering = ["position", "slug"]
        constraints = [
            *Movement.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reps__isnull=True, seconds__gte=1)
                | Q(reps__gte=1, seconds__isnull=True),
                name="drill_reps_or_seconds",
                violation_error_message=_("Give repetitions or seconds, one of the two."),
            ),
        ]


class Instruction(models.Model):
    """One numbered sentence of how a variation or a drill is done."""

    variation = models.ForeignKey(
        Variation, models.CASCADE, null=True, blank=True, related_name="instructions"
    )
    drill = models.ForeignKey(
        Drill, models.CASCADE, null=True, blank=True, related_name="instructions"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=80)
    text = models.CharField(_("text"), max_length=SENTENCE)

    class Meta:
        verbose_name = _("instruction")
        verbose_name_plural = _("instructions")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(variation__isnull=True) ^ Q(drill__isnull=True),
                name="instruction_of_one_thing",
            )
        ]

    def __str__(self):
        return self.title
