"""“Why this?”: the facts that a decision went by, and what would have changed it.

Tables by the name of the rule, as for the sentences; the numbers are those of the rules.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.progression.explaining import days, health, ladder, load, on_the_way
from coaching.progression.rules.coach import DECLINABLE

RULES = health.RULES | ladder.RULES | load.RULES | days.RULES | on_the_way.RULES


@dataclass(frozen=True)
class Explained:
    """The facts as (label, value), and short sentences about what would have changed it."""

    facts: list[tuple[str, str]]
    otherwise: list[str]


def explain(decision, catalogue):
    """Why a decision is as it is, or None where its sentence is all that there is to say."""
    why = RULES.get(decision.rule)
    if why is None:
        return None
    said = [(fact.label, fact.of(decision.facts, catalogue)) for fact in why.shows]
    otherwise = why.otherwise(decision.facts, catalogue)
    if decision.rule in DECLINABLE and decision.rule != "easy-week":  # which says so itself
        otherwise = [*otherwise, _("A “not yet” from you would have left it as it was.")]
    return Explained([(label, value) for label, value in said if value], otherwise)
