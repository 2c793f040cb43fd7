"""The sentence behind a decision, in the person's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.progression.rules import PERFECT_TO_MOVE_UP


def sentence(decision, variation):
    """Why `decision` chose `variation` (the catalogue's), made from the facts it used."""
    facts = {**decision.facts, "name": variation.name}
    if decision.rule == "start-by-answer":
        return facts["why"]
    return SENTENCES[decision.rule](facts)


def _stay(facts):
    return _(
        "%(perfect)s of %(done)s were perfect. %(needed)s perfect reps in one set, "
        "each lowered for three seconds or more, open the next rung."
    ) % {**facts, "needed": PERFECT_TO_MOVE_UP}


def _fifteen(facts):
    return (
        ngettext(
            "You did %(perfect)s slow perfect rep in one set.",
            "You did %(perfect)s slow perfect reps in one set. That opens the next rung.",
            facts["perfect"],
        )
        % facts
    )


SENTENCES = {
    "start-easiest": lambda facts: _("We begin gently, and go up as soon as your reps say so."),
    "doming-eases": lambda facts: _(
        "A ridge rose along your belly. A lighter rung lets the deep muscles catch up."
    ),
    "fifteen-perfect": _fifteen,
    "not-practised": lambda facts: _("You did no reps on this rung last time, so it stays yours."),
    "stay": _stay,
}
