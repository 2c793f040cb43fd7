"""What is said of pain, and of faults that end a set."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coaching.pain.rules import MUCH
from coaching.practice import sentences as practice
from coaching.practice.sentences import name_of


def _day(moment):
    """A day as it is said, from the time that a decision keeps."""
    return date_format(timezone.localtime(datetime.fromisoformat(moment)), "j F")


def _hurt(facts, *, is_worse=True):
    """What was said about pain, and when. What counts the day after is mostly that it got worse."""
    said = {
        "before": _("Your back hurt at %(pain)s on %(day)s, before you began."),
        "during": _("Pain ended your workout on %(day)s."),
        "told": _("You said “Pain” on %(day)s."),
        "after": _("Your back hurt at %(pain)s after your workout on %(day)s."),
        "next-day": _("Your back hurt at %(pain)s the day after your workout, on %(day)s."),
    }
    if is_worse and facts["pain"] is not None and facts["pain"] < MUCH:
        said["next-day"] = _("Your back felt worse the day after your workout, on %(day)s.")
    return said[facts["moment"]] % {"pain": facts["pain"], "day": _day(facts["on"])}


def _pain_eases(facts, catalogue):
    if "moment" not in facts:  # kept before decisions said when it hurt
        if facts["variation"] == facts["from"]:
            return _("Pain ended a workout. This is the gentlest there is, so take it slowly.")
        return _("Pain ended a workout, so we go on with something lighter.")
    if facts["until"] is None:
        lighter = _("So we go on with something lighter until a workout has gone well.")
    else:
        lighter = _("So we go on with something lighter, and nothing harder before %(day)s.")
        lighter %= {"day": _day(facts["until"])}
    return f"{_hurt(facts)} {lighter}{_again(facts)}"


def _pain_lightest(facts, catalogue):
    most = {"sets": facts["sets"], "reps": facts["reps"]}
    if facts["until"] is None:
        fewer = _(
            "This is the gentlest there is, so it is %(sets)s sets of %(reps)s at most until a "
            "workout has gone well."
        )
    else:
        fewer = _(
            "This is the gentlest there is, so it is %(sets)s sets of %(reps)s at most until "
            "%(day)s."
        )
        most["day"] = _day(facts["until"])
    return f"{_hurt(facts)} {fewer % most}{_again(facts)}"


def _pain_drills(facts, catalogue):
    if "moment" not in facts:
        return practice.SENTENCES["pain-drills"](facts, catalogue)
    drills = _("This is the gentlest there is, and it hurt again: only the drills, without raises.")
    return f"{_hurt(facts)} {drills}{_again(facts)}"


def _again(facts):
    if "days" in facts:
        said = _("It has hurt for %(days)s days now: let a physio or a doctor see it.")
        return " " + said % {"days": facts["days"]}
    if facts.get("times", 1) < 2:
        return ""
    return " " + _("It has hurt in one workout after the other: read what to look out for.")


def _pain_holds(facts, catalogue):
    return f"{_hurt(facts)} " + _("So nothing harder before %(day)s.") % {
        "day": _day(facts["until"])
    }


def _pain_stays(facts, catalogue):
    stays = _("So nothing harder, and %(sets)s sets at most.") % {"sets": facts["sets"]}
    return f"{_hurt(facts, is_worse=False)} {stays}{_again(facts)}"


def _fault_eases(facts, catalogue):
    fault = name_of(catalogue, "fault", facts["fault"])
    if facts["variation"] == facts["from"]:
        said = _("“%(fault)s” ended a set last time. This is the gentlest there is, so it stays.")
    elif "needed" not in facts:
        said = _("“%(fault)s” ended a set, so we go on with something lighter.")
    else:
        said = _(
            "“%(fault)s” ended a set, so we stay with something lighter until %(needed)s workouts "
            "have gone well without it."
        )
    return said % {"fault": fault, "needed": facts.get("needed")}


def _fault_lightest(facts, catalogue):
    said = _(
        "“%(fault)s” ended a set. This is the gentlest there is, so it is %(sets)s sets of "
        "%(reps)s at most until %(needed)s workouts have gone well without it."
    )
    values = {name: facts[name] for name in ("sets", "reps", "needed")}
    return said % {"fault": name_of(catalogue, "fault", facts["fault"]), **values}


def _fault_closed(facts, catalogue):
    """Whom to see is the fault's own word."""
    said = _("“%(fault)s” ended sets in %(times)s workouts. %(seek)s")
    if facts["times"] == 1:
        said = _("“%(fault)s” ended a set again. %(seek)s")
    fault = catalogue.by_slug["fault"].get(facts["fault"])
    values = {"times": facts["times"], "seek": fault.seek if fault else ""}
    return (said % {"fault": name_of(catalogue, "fault", facts["fault"]), **values}).strip()


def _pain_raises_floor(facts, catalogue):
    said = _("Because it hurt, you begin at %(floor)s°, a hand higher than %(before)s°.")
    return said % {name: facts[name] for name in ("floor", "before")}


SENTENCES = {
    "pain-rests": lambda facts, catalogue: _hurt(facts),
    "pain-eases": _pain_eases,
    "pain-lightest": _pain_lightest,
    "pain-drills": _pain_drills,
    "pain-holds": _pain_holds,
    "pain-stays": _pain_stays,
    "pain-raises-floor": _pain_raises_floor,
    "fault-eases": _fault_eases,
    "fault-lightest": _fault_lightest,
    "fault-closed": _fault_closed,
}
