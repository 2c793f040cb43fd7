"""Floor, reps, tempo, and the fault that steers them, explained."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.progression.explaining.words import (
    FAULT,
    FLOOR,
    FLOOR_BEFORE,
    LAST_PERFECT,
    REPS,
    STEP,
    Why,
    degrees,
    fact,
    percent,
)
from coaching.progression.rules import faults, floor, targets

LEAST_PERFECT = fact(gettext_lazy("Perfect reps, at least"), "share", say=percent)
REPS_NOW = fact(gettext_lazy("Reps a set"), "reps")
REPS_BEFORE = fact(gettext_lazy("Reps a set before"), "before")


def _floor_test(facts, catalogue):
    said = _(
        "With less than %(share)s %% perfect, or pain above %(pain)s, it would have stayed at "
        "%(before)s°."
    )
    return [said % {"share": floor.SHARE, "pain": floor.MOST_PAIN, "before": facts["before"]}]


def _floor_back(facts, catalogue):
    passed = _(
        "With %(share)s %% perfect at %(tested)s°, without pain and without stopping higher, it "
        "would have become your floor."
    )
    again = _("After %(needed)s workouts it can be tried again.")
    return [
        passed % {"share": floor.SHARE, "tested": facts["tested"]},
        again % {"needed": facts["needed"]},
    ]


def _persists(facts, catalogue):
    said = _(
        "Had it spoiled less than %(at_once)s %% of the reps in the last workout, and less than "
        "%(persists)s %% in one of the last two, its cue alone would have been said."
    )
    return [said % {"at_once": faults.AT_ONCE, "persists": faults.PERSISTS}]


def _reps_grow(facts, catalogue):
    said = _(
        "With less than %(share)s %% perfect in one of the last %(times)s workouts it would have "
        "stayed at %(before)s."
    )
    values = {"share": targets.MORE_FROM, "times": targets.RUNNING, "before": facts["before"]}
    return [said % values]


def _reps_shrink(facts, catalogue):
    said = _("With %(share)s %% perfect it would have stayed at %(before)s reps a set.")
    return [said % {"share": targets.LESS_BELOW, "before": facts["before"]}]


def _focus(facts, catalogue):
    few = _("A fault that spoils fewer than %(least)s reps in %(workouts)s workouts is no focus.")
    other = _("One that spoiled more reps than it would have been chosen instead.")
    return [few % {"least": faults.AT_LEAST, "workouts": faults.LOOKS_BACK}, other]


STEERS = (FAULT, FLOOR, FLOOR_BEFORE, REPS, STEP)
RULES = {
    "floor-test": Why((FLOOR, FLOOR_BEFORE, LEAST_PERFECT, STEP), _floor_test),
    "floor-back": Why(
        (
            FLOOR,
            fact(gettext_lazy("Floor that was tried"), "tested", say=degrees),
            fact(gettext_lazy("Workouts until it is tried again"), "needed"),
            STEP,
        ),
        _floor_back,
    ),
    "floor-raised": Why(STEERS, _persists),
    "reps-grow": Why((REPS_NOW, REPS_BEFORE, LAST_PERFECT, STEP), _reps_grow),
    "reps-shrink": Why((REPS_NOW, REPS_BEFORE, LAST_PERFECT, STEP), _reps_shrink),
    "slower": Why(
        (*STEERS, fact(gettext_lazy("Seconds more on the way down"), "seconds")), _persists
    ),
    "breath-steers": Why(STEERS, _persists),
    "advice-steers": Why(STEERS, _persists),
    "focus": Why(
        (
            FAULT,
            fact(gettext_lazy("Reps it spoiled"), "times"),
            fact(gettext_lazy("Workouts looked at"), "workouts"),
        ),
        _focus,
    ),
}
