"""Pain, and faults that end a set, explained."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.pain.rules import MUCH, REST, SOME
from coaching.progression.explaining.words import (
    FAULT,
    FLOOR,
    FLOOR_BEFORE,
    FROM,
    HURT,
    LIMITS,
    STEP,
    UNTIL,
    WHEN,
    Why,
    day,
    fact,
    step,
)
from coaching.progression.rules import faults

TIMES = fact(
    gettext_lazy("Workouts in which it hurt too much"),
    "times",
    say=lambda _catalogue, times: str(times or ""),
)
DAYS = fact(gettext_lazy("Days since it began to hurt"), "days")
NEEDED = fact(gettext_lazy("Workouts without it that open it again"), "needed")


def leaves_all():
    said = _(
        "Pain of %(most)s or less, no worse than before the workout, leaves the plan as it is."
    )
    return said % {"most": SOME - 1}


def _rests(facts, catalogue):
    said = _("Pain of %(most)s or less, no worse than before the workout, needs no such rest.")
    hours = _("After %(hours)s hours without more of it the rest is over: nothing else ends it.")
    return [
        said % {"most": MUCH - 1},
        hours % {"hours": round(REST.total_seconds() / 3600)},
    ]


def _eases(facts, catalogue):
    if facts.get("until"):
        opens = _("From %(day)s on, and after a workout that went well, more is open again.")
        return [leaves_all(), opens % {"day": day(facts["until"])}]
    return [leaves_all(), _("A workout that goes well, without pain, would end it.")]


def _drills(facts, catalogue):
    if "moment" in facts:
        return _eases(facts, catalogue)
    return today(facts, catalogue)


def today(facts, catalogue):
    """What pain before a workout would have left as it was: the routine says from where on."""
    limit = min(catalogue.default_routine.pain.easier_from, facts["pain"]) - 1
    said = _("Pain of %(most)s or less would have left today as it was planned.")
    return [said % {"most": limit}]


def _holds(facts, catalogue):
    return [leaves_all(), _("Once that day is past, the pain holds nothing back any more.")]


def _stays(facts, catalogue):
    return [leaves_all(), _("A workout that goes well, without pain, would end it.")]


def _pain_floor(facts, catalogue):
    return [leaves_all()]


def _fault_eases(facts, catalogue):
    stayed = _("Had it ended no set, you would have gone on with: %(name)s.")
    lines = [stayed % {"name": step(catalogue, facts["from"])}]
    if "needed" in facts:
        opens = _("After %(needed)s workouts that go well without it, that is open again.")
        lines.append(opens % {"needed": facts["needed"]})
    return lines


def _fault_closed(facts, catalogue):
    lines = []
    if facts["times"] >= faults.CLOSES_AT:
        fewer = _("In fewer than %(times)s workouts it would have closed nothing.")
        lines.append(fewer % {"times": faults.CLOSES_AT})
    return [*lines, _("Once somebody has looked at it, and you say so, the raises open again.")]


HURTS = (HURT, WHEN, FROM, STEP, *LIMITS, UNTIL, TIMES, DAYS)
RULES = {
    "pain-rests": Why(HURTS, _rests),
    "pain-eases": Why(HURTS, _eases),
    "pain-lightest": Why(HURTS, _eases),
    "pain-drills": Why(HURTS, _drills),
    "pain-holds": Why(HURTS, _holds),
    "pain-stays": Why(HURTS, _stays),
    "pain-raises-floor": Why((FLOOR, FLOOR_BEFORE, STEP), _pain_floor),
    "fault-eases": Why((FAULT, FROM, STEP, *LIMITS, NEEDED), _fault_eases),
    "fault-lightest": Why((FAULT, FROM, STEP, *LIMITS, NEEDED), _fault_eases),
    "fault-closed": Why(
        (FAULT, fact(gettext_lazy("Workouts in which it ended a set"), "times")), _fault_closed
    ),
}
