"""What kind of day it is in a few words: the headline of the first page, and the aim of the day."""

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.practice.sentences import name_of

# What changes the load of one workout, the strongest first.
CHANGES = ("floor-test", "reps-grow", "slower", "floor-raised", "pain-raises-floor", "reps-shrink")


def headline(planned):
    """The plan in a few words, for a day on which it may be trained."""
    sets = sum(each.sets for each in planned.sets)
    if not sets:
        return _("Only the drills")
    if planned.advice.is_easy_week:
        return _("An easy week: %(sets)s") % {"sets": _sets(sets)}
    if planned.decision.rule.startswith("back"):
        return _("Welcome back: %(sets)s") % {"sets": _sets(sets)}
    change = main_change(planned)
    if change and change.rule == "floor-test":
        return _("%(sets)s, and a lower floor") % {"sets": _sets(sets).capitalize()}
    if change and change.rule == "reps-grow":
        return _("%(reps)s reps a set") % {"reps": change.facts["reps"]}
    if planned.is_easier:
        return _("Something lighter: %(name)s") % {"name": planned.variation.name}
    return planned.variation.name


def _sets(count):
    said = ngettext("%(count)s set", "%(count)s sets", count)
    return said % {"count": apnumber(count)}


def main_change(planned):
    """The Decision that changes the load of this workout most, or None."""
    told = {each.rule: each for each in planned.advice.also}
    return next((told[rule] for rule in CHANGES if rule in told), None)


def reason(planned):
    """The Decision whose sentence stands below the headline: what asks for more has earned that."""
    change = main_change(planned)
    return change if change and change.rule in ("floor-test", "reps-grow") else planned.decision


def aim(planned):
    """What to go for today, short enough for a chip, or None."""
    change = main_change(planned)
    facts = change.facts if change else {}
    if change and change.rule == "floor-test":
        return _("test %(floor)s°") % {"floor": facts["floor"]}
    if change and change.rule == "reps-grow":
        return _("hold %(reps)s") % {"reps": facts["reps"]}
    if change and change.rule == "slower":
        return _("lower slower")
    if planned.advice.focus and planned.sets:
        name = name_of(planned.catalogue, "fault", planned.advice.focus)
        return _("watch: %(fault)s") % {"fault": name}
    return None


def changes(planned):
    """What is different about this workout, as Decisions, but for the reason that is said already.
    An eased plan is a change of its own."""
    said = reason(planned)
    eased = [planned.decision] if planned.is_easier else []
    return [each for each in (*eased, *planned.advice.also) if each is not said]
