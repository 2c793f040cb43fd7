"""Where somebody begins, or begins anew. Pure: no Django."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.practice.decisions import Decision
from coaching.progression.rules.facts import Rungs


@dataclass(frozen=True)
class Choice:
    """A newcomer's answer to a question (slugs), and what it lets them start at: a slug and its
    rung, or None for no limit."""

    question: str
    answer: str
    start_at: str | None
    rung: int = 0


def starting_rung(choices: Iterable[Choice], *, easiest: str) -> Decision:
    """Where a newcomer begins: on the easiest rung that one of their answers names.

    Where no answer names one, on `easiest` (a slug): the careful side.
    """
    naming = [choice for choice in choices if choice.start_at]
    if not naming:
        return Decision("start-easiest", {"variation": easiest})
    chosen = min(naming, key=lambda choice: choice.rung)
    facts = {
        "variation": chosen.start_at,
        "question": chosen.question,
        "answer": chosen.answer,
    }
    return Decision("start-by-answer", facts)


def not_published(nearest: str) -> Decision:
    """The person's variation is in no Release any more; `nearest` (a slug) takes its place."""
    return Decision("not-published", {"variation": nearest})


def begun_anew(chosen: Decision, *, stood_on: str, rungs: Rungs) -> Decision:
    """Where somebody goes on who was away for long: where their answers lead, never higher than
    where they stood (a slug)."""
    if rungs[stood_on].order >= rungs[str(chosen.facts["variation"])].order:
        return chosen
    return Decision("begun-anew", {"variation": stood_on})
