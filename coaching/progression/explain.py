"""The sentence behind a decision, in the person's language."""

from django.utils.translation import gettext as _


def sentence(decision, catalogue):
    """Why `decision` chose its variation, made from the facts it used."""
    facts = decision.facts
    if decision.rule == "start-by-answer":
        return facts["why"]
    if decision.rule == "fault-eases":
        # A fault that was archived since has no name any more.
        fault = catalogue.by_slug["fault"].get(facts["fault"])
        facts = {"fault": fault.name if fault else facts["fault"]}
    return SENTENCES[decision.rule]() % facts


SENTENCES = {
    "start-easiest": lambda: _("We begin gently, and go up as soon as your reps say so."),
    "pain-eases": lambda: _("Pain ended the last workout, so we go on one rung easier."),
    "fault-eases": lambda: _(
        "“%(fault)s” ended a set last time, so we go on one rung easier until it stays away."
    ),
    "fifteen-perfect": lambda: _(
        "You did %(perfect)s slow perfect reps in one set. That opens the next rung."
    ),
    "not-practised": lambda: _("You did no reps on this rung last time, so it stays yours."),
    "not-published": lambda: _("Your rung has been taken out. This is the nearest to it."),
    "stay": lambda: _(
        "%(perfect)s of %(done)s were perfect. %(needed)s perfect reps in one set, each lowered "
        "for three seconds or more, open the next rung."
    ),
}
