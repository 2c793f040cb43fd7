"""What leads down, pain and doming aside (holds.py): reps that do not go well, a tension check that
stays loose, a first rep that is not steady, and the person's own wish. Pure: no Django."""

from collections.abc import Iterable

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.practice.rules import EASED_REPS, EASED_SETS
from coaching.progression.rules.facts import History, Past, Rungs

# Two workouts running with fewer than half perfect. From the specification.
RUNNING, HALF = 2, 50
# What made a workout lighter on the way, and what it is called when it comes in two running.
LOOSE = {"tension-check": "tension-eases"}
UNSTEADY = {"first-rep": "unsteady-eases", "first-rep-fewer": "unsteady-eases"}
# The moves down that keep what is above them shut for a while: what did not work last week would
# not work this week either.
MOVES = ("sloppy-eases", "tension-eases", "unsteady-eases")


def found(history: History, rungs: Rungs) -> Iterable[Decision]:
    """All that leads down from where somebody stands."""
    here = rungs[history.here]
    mine = history.mine(here.slug)
    yield from _sloppy(mine, rungs, here.slug)
    yield from _twice(mine, rungs, here.slug, LOOSE)
    yield from _twice(mine, rungs, here.slug, UNSTEADY)
    yield from _chosen(history, mine, rungs)


def _sloppy(mine: list[Past], rungs: Rungs, here: str) -> Iterable[Decision]:
    practised = [count for each in mine if each.tells and (count := each.on(here)).done][:RUNNING]
    if len(practised) < RUNNING or not all(
        count.is_enough and count.share < HALF for count in practised
    ):
        return
    lighter = rungs[here].lighter
    counted = {
        "perfect": sum(count.perfect for count in practised),
        "done": sum(count.done for count in practised),
    }
    if lighter is None:
        fewer = {"sets": EASED_SETS, "reps": EASED_REPS}
        yield Decision("sloppy-lightest", {"variation": here, **counted, **fewer})
    else:
        yield Decision("sloppy-eases", {"variation": lighter, "from": here, **counted})


def _twice(mine: list[Past], rungs: Rungs, here: str, rules: dict[str, str]) -> Iterable[Decision]:
    told = [
        decision
        for past in [each for each in mine if each.tells or each.changed][:RUNNING]
        if (decision := next((each for each in past.changed if each.rule in rules), None))
    ]
    if len(told) < RUNNING:
        return
    last = told[0]
    to = str(last.facts["variation"])
    if to in rungs and rungs[to].order < rungs[here].order:
        facts: Facts = {"variation": to, "from": here, "times": RUNNING}
        yield Decision(rules[last.rule], facts)


def _chosen(history: History, mine: list[Past], rungs: Rungs) -> Iterable[Decision]:
    """Something lighter that was chosen in the last workout stays, until it is chosen otherwise."""
    last = next(iter(history.past), None)
    if last is None or last not in mine:
        return
    chosen = [each for each in last.changed if each.rule == "lighter-chosen"]
    to = str(chosen[-1].facts["variation"]) if chosen else history.here
    if to in rungs and rungs[to].order < rungs[history.here].order:
        yield Decision("lighter-kept", {"variation": to, "from": history.here})
