"""How many reps a set asks for. Pure: no Django."""

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.progression.rules.facts import Count, History, Past, Rung

# Percent perfect: from here on in two workouts running a set asks for more, and below this in one
# for less. From the specification.
MORE_FROM, LESS_BELOW = 90, 70
RUNNING = 2


def target(history: History, rung: Rung) -> int:
    """The reps of a set that the last workout on this rung had earned; the first of its targets
    where there was none."""
    last = next((each for each in history.earning(rung.slug) if each.meant == rung.slug), None)
    return _stage(rung, last.target if last else None)


def change(history: History, rung: Rung) -> Decision | None:
    """More reps, or fewer, than the last workout had; None where it stays."""
    mine = [each for each in history.earning(rung.slug) if each.meant == rung.slug]
    if not mine:
        return None
    now = target(history, rung)
    place, last = rung.targets.index(now), mine[0].on(rung.slug)
    if last.is_enough and last.share < LESS_BELOW and place > 0:
        return _told("reps-shrink", rung, now, rung.targets[place - 1], last)
    if place + 1 < len(rung.targets) and _went_well(mine[:RUNNING], rung, now):
        return _told("reps-grow", rung, now, rung.targets[place + 1], last)
    return None


def fewer(rung: Rung, now: int) -> int:
    """One target back; on the first of them a fifth less."""
    place = rung.targets.index(_stage(rung, now))
    return rung.targets[place - 1] if place else max(1, now - max(1, now // 5))


def _went_well(mine: list[Past], rung: Rung, now: int) -> bool:
    counts = [each.on(rung.slug) for each in mine if _stage(rung, each.target) == now]
    good = [count.is_enough and count.share >= MORE_FROM for count in counts]
    return len(good) == RUNNING and all(good)


def _stage(rung: Rung, reps: int | None) -> int:
    """The target at or below a number of reps: a trainer may have changed them since."""
    below = [each for each in rung.targets if reps is not None and each <= reps]
    return below[-1] if below else rung.targets[0]


def _told(rule: str, rung: Rung, before: int, reps: int, last: Count) -> Decision:
    facts: Facts = {"variation": rung.slug, "reps": reps, "before": before}
    return Decision(rule, {**facts, "perfect": last.perfect, "done": last.done})
