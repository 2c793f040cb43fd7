"""What comes next, and why. Pure: no Django. A decision carries the facts its sentence needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coaching.catalogue.schema.blocks import AnyBlock
from coaching.practice.decisions import Decision
from coaching.practice.rules import Prescription

# Two or three times a week, never daily: the trunk recovers like any muscle. From the source
# material; 48 hours between two workouts is well supported for novices.
WORKOUTS_A_WEEK = 3
RECOVERY = timedelta(hours=48)


@dataclass(frozen=True)
class Choice:
    """A newcomer's answer to a question (slugs), and what it lets them start at: a slug and its
    rung, or None for no limit."""

    question: str
    answer: str
    start_at: str | None
    rung: int = 0


@dataclass(frozen=True)
class PractisedSet:
    """One set that was done: its variation, and how its reps went."""

    variation: str
    perfect: int
    done: int
    paced: int  # perfect reps that were lowered slowly


@dataclass(frozen=True)
class Rung:
    """Where somebody stands: a variation, what it eases and leads to (slugs), its gate: the slow
    perfect reps in one set that open what it leads to; and its place from light to heavy."""

    slug: str
    gate: int
    lighter: str | None = None
    heavier: str | None = None
    order: int = 0


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


def next_time(rung: Rung, sets: Sequence[PractisedSet]) -> Decision:
    """What a workout of `sets` that was meant for `rung` has earned, as long as nothing is held
    back (holds.py): a long set of slow perfect reps opens the next rung. Otherwise the rung stays,
    and so does the person's patience."""
    mine = [each for each in sets if each.done and each.variation == rung.slug]
    best = max((each.paced for each in mine), default=0)
    if best >= rung.gate and rung.heavier:
        return Decision("gate-passed", {"variation": rung.heavier, "perfect": best})
    if not mine:
        return Decision("not-practised", {"variation": rung.slug})
    perfect, done = sum(each.perfect for each in mine), sum(each.done for each in mine)
    facts = {"perfect": perfect, "done": done, "best": best, "needed": rung.gate}
    return Decision("stay", {"variation": rung.slug, **facts})


def not_published(nearest: str) -> Decision:
    """The person's variation is in no Release any more; `nearest` (a slug) takes its place."""
    return Decision("not-published", {"variation": nearest})


def rested_on(trained_on: date) -> date:
    """The day from which the trunk has recovered from a workout on `trained_on`."""
    return trained_on + RECOVERY


def came_back(*, sets_ended: int, was_there_before: bool) -> bool:
    """Whether a fault that ends sets asks for more than its cue: it ended two in one workout, or
    one after it had spoiled a rep in an earlier workout."""
    return sets_ended > 1 or (sets_ended > 0 and was_there_before)


def shorter(full: Prescription, blocks: Sequence[AnyBlock]) -> Prescription | None:
    """The same workout for somebody with little time: one set, and none of the drills after it.

    The warm-up, the tension check and the questions about pain stay: they decide whether the one
    set is safe. None where nothing could be left out.
    """
    if not full.sets:
        return None
    last = max(each.position for each in full.sets)
    spare = [at for at, block in enumerate(blocks, start=1) if block.is_spare and at > last]
    planned = sum(each.sets for each in full.sets)
    if planned == 1 and not spare:
        return None
    facts = {"sets": 1, "planned": planned, "left_out": len(spare)}
    return replace(
        full,
        sets=(replace(full.sets[0], sets=1),),
        left_out=(*full.left_out, *spare),
        shorter=Decision("short-of-time", facts),
    )
