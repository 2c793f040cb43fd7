"""What all content has in common, and the numbers that draw and pace a movement."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.schema import HALF, RANGES

# As long as the schema's sentences, so that the admin takes nothing that publishing refuses.
SENTENCE = 300


def degrees(label, limits, **options):
    low, high = limits
    return models.SmallIntegerField(
        label, validators=[MinValueValidator(low), MaxValueValidator(high)], **options
    )


def seconds(label, default):
    return models.DecimalField(
        label,
        max_digits=4,
        decimal_places=1,
        default=default,
        validators=[MinValueValidator(0), MaxValueValidator(10)],
    )


def within(field, limits, name):
    low, high = limits
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": low, f"{field}__lte": high}),
        name=name,
    )


class Entry(models.Model):
    """What every piece of content has: a slug that logs can name for ever."""

    slug = models.SlugField(
        _("slug"),
        primary_key=True,
        max_length=60,
        help_text=_("Part of the page's address. It cannot change once it is used."),
    )
    name = models.CharField(_("name"), max_length=80)
    body = models.TextField(_("text"))
    position = models.PositiveSmallIntegerField(_("order shown"), default=0)
    archived_at = models.DateTimeField(
        _("archived"),
        null=True,
        blank=True,
        help_text=_("Archived content is left out of the next Release; what was logged stays."),
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class Movement(models.Model):
    """The numbers that draw and pace one movement. Degrees and seconds; see schema.Figure."""

    class Support(models.TextChoices):
        LYING = "lying", _("lying on the back")
        HANGING = "hanging", _("hanging from a bar")
        ALL_FOURS = "all-fours", _("on hands and knees")
        FOREARMS = "forearms", _("on the forearms")
        HALF_KNEELING = "half-kneeling", _("on one knee")
        STANDING = "standing", _("standing")

    class Legs(models.TextChoices):
        BOTH = "both", _("both together")
        ONE = "one", _("one, the other rests")
        ALTERNATING = "alternating", _("in turn")

    class Hands(models.TextChoices):
        SIDES = "sides", _("by the sides")
        UNDER_HIPS = "under-hips", _("under the hips")
        OUT = "out", _("out to the sides")
        REACHING = "reaching", _("reaching up")
        UNDER_BACK = "under-back", _("under the low back")
        BAR = "bar", _("on the bar")
        FLOOR = "floor", _("on the floor")
        HOLDING_LEG = "holding-leg", _("holding the leg")
        HOLDING_FOOT = "holding-foot", _("holding the foot")

    class Weight(models.TextChoices):
        NONE = "none", _("no weight")
        ANKLES = "ankles", _("ankle weights")
        DUMBBELL = "dumbbell", _("dumbbell between the feet")

    class StartsAt(models.TextChoices):
        BOTTOM = "bottom", _("the bottom")
        TOP = "top", _("the top")

    support = models.CharField(_("position"), max_length=20, choices=Support)
    legs = models.CharField(_("legs"), max_length=20, choices=Legs, default=Legs.BOTH)
    hands = models.CharField(_("hands"), max_length=20, choices=Hands)
    weight = models.CharField(_("weight"), max_length=20, choices=Weight, default=Weight.NONE)
    starts_at = models.CharField(_("starts at"), max_length=10, choices=StartsAt, default="bottom")
    hip_bottom = degrees(_("hip at the bottom, °"), RANGES["hip"])
    hip_top = degrees(_("hip at the top, °"), RANGES["hip"])
    knee_bottom = degrees(_("knee at the bottom, °"), RANGES["knee"], default=0)
    knee_top = degrees(_("knee at the top, °"), RANGES["knee"], default=0)
    other_hip = degrees(_("hip of the resting leg, °"), RANGES["hip"], null=True, blank=True)
    other_knee = degrees(_("knee of the resting leg, °"), RANGES["knee"], null=True, blank=True)
    back_bottom = degrees(_("curve of the low back at the bottom, °"), RANGES["back"], default=0)
    back_top = degrees(_("curve of the low back at the top, °"), RANGES["back"], default=0)
    lift = seconds(_("seconds to lift"), 2)
    hold = seconds(_("seconds to hold"), 1)
    lower = seconds(_("seconds to lower"), 3)
    pause = seconds(_("seconds to pause"), 1)

    lift_words = models.CharField(
        _("words for the lift"),
        max_length=HALF,
        blank=True,
        help_text=_(
            "Shown large and spoken while breathing out, such as “Round your back”. Empty: “Lift”."
        ),
    )
    lower_words = models.CharField(
        _("words for the way down"),
        max_length=HALF,
        blank=True,
        help_text=_("The same while breathing in. Empty: “Lower”."),
    )

    class Meta:
        abstract = True
        constraints = [
            within("hip_bottom", RANGES["hip"], "%(class)s_hip_bottom_range"),
            within("hip_top", RANGES["hip"], "%(class)s_hip_top_range"),
            within("knee_bottom", RANGES["knee"], "%(class)s_knee_bottom_range"),
            within("knee_top", RANGES["knee"], "%(class)s_knee_top_range"),
            within("other_hip", RANGES["hip"], "%(class)s_other_hip_range"),
            within("other_knee", RANGES["knee"], "%(class)s_other_knee_range"),
            within("back_bottom", RANGES["back"], "%(class)s_back_bottom_range"),
            within("back_top", RANGES["back"], "%(class)s_back_top_range"),
            within("lift", (0, 10), "%(class)s_lift_range"),
            within("hold", (0, 10), "%(class)s_hold_range"),
            within("lower", (1, 10), "%(class)s_lower_range"),
            within("pause", (0, 10), "%(class)s_pause_range"),
        ]
