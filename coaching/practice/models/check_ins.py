from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.practice.models.ranges import within
from coaching.practice.rules import PAIN


class CheckIn(models.Model):
    """Pain 0-10 before, after, and the day after a workout. Its moment names it."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("before")
        AFTER = "after", _("after")
        NEXT_DAY = "next-day", _("the day after")

    class Compared(models.TextChoices):
        """The day after, beside how it was before that workout; from least to most."""

        NONE = "none", _("no pain")
        BETTER = "better", _("better than before it")
        SAME = "same", _("the same as before it")
        WORSE = "worse", _("worse than before it")

    workout = models.ForeignKey("Workout", models.CASCADE, related_name="check_ins")
    moment = models.CharField(_("moment"), max_length=10, choices=Moment)
    pain = models.PositiveSmallIntegerField(_("pain, 0 to 10"))
    compared = models.CharField(
        _("compared with before"), max_length=10, choices=Compared, blank=True
    )
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        constraints = [
            models.UniqueConstraint(fields=["workout", "moment"], name="check_in_once_a_moment"),
            models.CheckConstraint(condition=within("pain", PAIN), name="check_in_pain_0_to_10"),
            models.CheckConstraint(
                condition=Q(compared="")
                | Q(compared="none", pain=0, moment="next-day")
                | Q(compared__in=["better", "same", "worse"], moment="next-day"),
                name="check_in_compares_the_next_day",
            ),
        ]

    def __str__(self):
        return f"{self.get_moment_display()}: {self.pain}"
