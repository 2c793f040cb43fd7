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


def _tension_check(facts, catalogue):
    said = _("Your back did not press down firmly today. That makes it a day for: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


def _lighter_chosen(facts, catalogue):
    said = _("You chose something lighter: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


SENTENCES = {
    "pain-before": _pain_before,
    "tension-check": _tension_check,
    "lighter-chosen": _lighter_chosen,
}
