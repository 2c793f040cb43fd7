"""What a person may answer right now, and which steps they may choose."""

from dataclasses import dataclass

from django.http import Http404

from coaching.catalogue.schema import Variation
from coaching.practice.decisions import Decision
from coaching.progression import history
from coaching.progression.rules import coach


def offered(planned, rule, answer):
    """The Decision that an answer is about, or None where it is not there (any more)."""
    if planned is None:
        return None
    both, no_more, seen = planned.advice.offers, planned.declinable, [planned.closed]
    may = {"yes": [*both, *seen], "not-yet": [*both, *no_more]}.get(answer, [])
    found = [each for each in may if each and each.rule == rule]
    if answer == "yes" and rule == "pain-rests":
        return None  # time alone ends that
    return next(iter(found), None)


@dataclass(frozen=True)
class Choice:
    """A step that somebody chooses: what is said about it, and why it stays shut, or None."""

    variation: Variation
    here: Variation
    decision: Decision
    shut: Decision | None

    @property
    def is_up(self):
        return bool(self.decision.facts["up"])

    @classmethod
    def of(cls, person, catalogue, slug):
        """404 for a step that is not there, and for who stands on no ladder yet."""
        variation = catalogue.by_slug["variation"].get(slug)
        placement = variation and person.placements.on(variation.ladder)
        if placement is None or variation.ladder != catalogue.default_routine.ladder:
            raise Http404
        rungs = history.rungs(catalogue)
        known = history.of(person, catalogue, rungs, placement)
        shut = coach.keeps_shut(known, rungs, history.faults(catalogue), slug)
        decision = coach.chosen(slug, known.here, rungs)
        return cls(variation, catalogue.variation(known.here), decision, shut)
