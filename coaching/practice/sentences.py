"""The sentence behind a decision, made when it is shown, in the language of who reads it.

What this room decides is said here. Rooms above have tables of their own, and the template tag
`{% why decision %}` knows them all.
"""

from django.utils.translation import gettext as _


def sentence(decision, catalogue, sentences):
    """Says why. A rule that nobody knows any more says nothing: what was decided stays decided."""
    say = sentences.get(decision.rule)
    return say(decision.facts, catalogue) if say else ""


def name_of(catalogue, kind, slug):
    """What a thing is called; its slug where it is not in this Release any more."""
    thing = catalogue.by_slug[kind].get(slug)
    return thing.name if thing else slug


def _pain_before(facts, catalogue):
    said = _("Your back hurts at %(pain)s today, so we take something lighter: %(name)s.")
    name = name_of(catalogue, "variation", facts["variation"])
    return said % {"pain": facts["pain"], "name": name}


def _pain_drills(facts, catalogue):
    said = _(
        "Your back hurts at %(pain)s today. This is the gentlest there is, so today has only the "
        "drills, without raises."
    )
    return said % {"pain": facts["pain"]}


def _first_rep(facts, catalogue):
    said = _(
        "Your back did not stay down at %(angle)s°, so today is for something lighter: %(name)s."
    )
    name = name_of(catalogue, "variation", facts["variation"])
    return said % {"angle": facts["angle"], "name": name}


def _first_rep_fewer(facts, catalogue):
    said = _(
        "Your back did not stay down at %(angle)s°. This is the gentlest there is, so today has "
        "%(sets)s sets of %(reps)s at most."
    )
    return said % {name: facts[name] for name in ("angle", "sets", "reps")}


def _fault_lighter(facts, catalogue):
    said = _("“%(fault)s” ended a set, so we go on with something lighter: %(name)s.")
    name = name_of(catalogue, "variation", facts["variation"])
    return said % {"fault": name_of(catalogue, "fault", facts["fault"]), "name": name}


def _fault_fewer(facts, catalogue):
    said = _(
        "“%(fault)s” ended a set. This is the gentlest there is, so the next set has %(reps)s reps "
        "at most. If it comes again, that is it for today."
    )
    return said % {"fault": name_of(catalogue, "fault", facts["fault"]), "reps": facts["reps"]}


def _fault_ends_raises(facts, catalogue):
    said = _(
        "“%(fault)s” came a second time. No more raises today, and no plank or drill after them."
    )
    return said % {"fault": name_of(catalogue, "fault", facts["fault"])}


def _tension_check(facts, catalogue):
    said = _("Your back did not press down firmly today. That makes it a day for: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


def _lighter_chosen(facts, catalogue):
    said = _("You chose something lighter: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


SENTENCES = {
    "pain-before": _pain_before,
    "pain-drills": _pain_drills,
    "first-rep": _first_rep,
    "first-rep-fewer": _first_rep_fewer,
    "fault-lighter": _fault_lighter,
    "fault-fewer": _fault_fewer,
    "fault-ends-raises": _fault_ends_raises,
    "tension-check": _tension_check,
    "lighter-chosen": _lighter_chosen,
}
