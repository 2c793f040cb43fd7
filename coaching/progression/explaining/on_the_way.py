"""What changes during a workout, explained."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.progression.explaining import health
from coaching.progression.explaining.words import ANGLE, FAULT, HURT, REPS, SETS, STEP, Why, fact


def _first_rep(facts, catalogue):
    said = _("A first rep that is steady at %(angle)s° would have left today as it was planned.")
    return [said % {"angle": facts["angle"]}]


def _fault(facts, catalogue):
    return [_("Had it ended no set, the next one would have been as it was planned.")]


def _fault_ends_raises(facts, catalogue):
    return [_("Had it come only once, there would have been another, lighter set.")]


def _tension(facts, catalogue):
    return [
        _("A back that presses down firmly in one try would have left today as it was planned.")
    ]


def _chosen(facts, catalogue):
    return [_("Without your choice it would have gone on as it was planned.")]


RULES = {
    "pain-before": Why((HURT, STEP, SETS), health.today),
    "first-rep": Why((ANGLE, STEP), _first_rep),
    "first-rep-fewer": Why((ANGLE, STEP, SETS, REPS), _first_rep),
    "fault-lighter": Why((FAULT, STEP), _fault),
    "fault-fewer": Why((FAULT, STEP, REPS), _fault),
    "fault-ends-raises": Why((FAULT, STEP, SETS), _fault_ends_raises),
    "tension-check": Why((fact(gettext_lazy("Tries"), "tries"), STEP), _tension),
    "lighter-chosen": Why((STEP,), _chosen),
}
