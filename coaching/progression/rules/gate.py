"""The way up: what opens the next rung, and what is still missing. Pure: no Django.

Always an offer: nobody is moved up by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.progression.rules import down, floor
from coaching.progression.rules.facts import WELL, History, Past, Rung, Rungs

# Percent of a workout's reps that must be perfect for its long set to count. This number and the
# seven days are the specification's; its three workouts without doming are less than the four clean
# ones that holds.py asks for.
SHARE = WELL
BETWEEN_MOVES = timedelta(days=7)
# A passed gate counts in the last so many workouts on the rung; what did not work keeps what is
# above it shut for so long. Ours: as long as "not yet" holds, and as long as a decision does.
COUNTS_FOR = 4
HELD_FOR = timedelta(days=28)
# An offer that proved too early within that time is not made again for twice as long: nobody goes
# up, down and up in a few weeks.
TOO_EARLY_FOR = 2 * HELD_FOR
FALLS = (*down.MOVES, "pain-eases", "fault-eases")
# Moves that begin the seven days: up, or to where somebody begins.
UP = ("gate-passed", "step-chosen", "start-by-answer", "start-easiest", "begun-anew")


# Named before anything else that is missing.
CAREFUL = ("pain", "fault", "away", "lighter")
# Holds that have a condition of their own; whatever else asks for less keeps it shut, too.
SAID_ALREADY = ("pain", "fault", "back")


@dataclass(frozen=True)
class Gate:
    """How far somebody is from what their rung leads to: `best` of `needed` slow perfect reps in
    one set of the last workout, `passed` of `times` workouts. `missing` names what does not hold
    yet, the nearest first; `until` is the day until which nothing but time is missing."""

    rung: Rung
    heavier: str
    best: int
    needed: int
    passed: int
    times: int
    way: int
    missing: tuple[str, ...]
    until: date | None = None
    share: int = 0

    @property
    def is_open(self) -> bool:
        return not self.missing

    @property
    def short(self) -> int:
        """Reps that the best set was short of it."""
        return max(self.needed - self.best, 0)

    @property
    def is_passed(self) -> bool:
        """Whether the reps themselves are there."""
        return not {"perfect", "share", "again"} & set(self.missing)

    @property
    def waits_for(self) -> str | None:
        """What it waits for first: what looks after the person comes before their reps."""
        return next((each for each in (*CAREFUL, *self.missing) if each in self.missing), None)

    @property
    def told(self) -> Decision:
        """Where it stands: open, or what it waits for."""
        facts: Facts = {
            "variation": self.rung.slug,
            "heavier": self.heavier,
            "best": self.best,
            "needed": self.needed,
            "share": self.share,
        }
        if self.is_open:
            return Decision("gate-open", facts)
        until = self.until.isoformat() if self.until else None
        waits: Facts = {"for": self.waits_for, "until": until, "way": self.way}
        times: Facts = {"passed": self.passed, "times": self.times, "range": self.rung.gate_range}
        return Decision("gate-waits", {**facts, **waits, **times})

    @property
    def offer(self) -> Decision:
        """The move up, with what earned it."""
        facts: Facts = {"variation": self.heavier, "from": self.rung.slug, "perfect": self.best}
        return Decision("gate-passed", {**facts, "needed": self.needed, "share": self.share})


def gate(
    history: History, rungs: Rungs, holds: Sequence[Decision], rest: Decision | None
) -> Gate | None:
    """The gate of where somebody stands, or None at the top. `holds` are what holds the plan back,
    `rest` why today is no day for raises."""
    rung = rungs[history.here]
    if rung.heavier is None or rung.heavier not in rungs:
        return None
    mine = history.earning(rung.slug)
    passing = [each for each in mine[:COUNTS_FOR] if _passes(each, rung)]
    shown = (passing or mine)[:1]
    best = max((each.on(rung.slug).best for each in shown), default=0)
    way = floor.way_left(history, rung)
    until = _until(history, rungs, rung.heavier, rest)
    conditions = {
        "perfect": not shown or best < rung.gate,
        "share": bool(shown) and not passing and best >= rung.gate,
        "again": bool(passing) and len(passing) < rung.gate_workouts,
        "pain": any(hold.rule.startswith("pain") for hold in holds),
        "fault": any(hold.rule.startswith("fault") for hold in holds),
        "range": way < rung.gate_range,
        "next-day": not is_answered(history),
        "away": any(hold.rule.startswith("back") for hold in holds),
        "lighter": any(not hold.rule.startswith(SAID_ALREADY) for hold in holds),
        "time": until is not None,
        "declined": history.is_declined("gate-passed"),
    }
    return Gate(
        rung=rung,
        heavier=rung.heavier,
        best=best,
        needed=rung.gate,
        passed=len(passing),
        times=rung.gate_workouts,
        way=way,
        missing=tuple(name for name, holds_back in conditions.items() if holds_back),
        until=until,
        share=int(shown[0].count.share) if shown else 0,
    )


def is_answered(history: History) -> bool:
    """Whether the day after the last workout is known: nothing gets harder before that."""
    last = next((each for each in history.past if each.practised), None)
    return last is None or last.pain.next_day is not None


def _passes(past: Past, rung: Rung) -> bool:
    best, count = past.on(rung.slug).best, past.count
    return best >= rung.gate and count.share >= SHARE and not past.pain.is_some


def _until(history: History, rungs: Rungs, heavier: str, rest: Decision | None) -> date | None:
    """The day from which time alone keeps `heavier` shut no more; None where that is over."""
    days = [move.day + BETWEEN_MOVES for move in history.moves if move.decision.rule in UP][:1]
    for at, move in enumerate(history.moves):
        was = str(move.decision.facts.get("from"))
        if move.decision.rule not in FALLS or not _is_above(was, history.here, rungs):
            continue
        if move.decision.rule in down.MOVES:
            days.append(move.day + HELD_FOR)
        came = next((each for each in history.moves[at + 1 :] if each.variation == was), None)
        too_early = came and came.decision.rule == "gate-passed" and move.day < came.day + HELD_FOR
        if came and too_early and not _is_above(was, heavier, rungs):
            days.append(came.day + TOO_EARLY_FOR)
    if rest is not None and rest.facts.get("until"):
        days.append(date.fromisoformat(str(rest.facts["until"])[:10]))
    last = max(days, default=history.today)
    return last if last > history.today else None


def _is_above(slug: str, here: str, rungs: Rungs) -> bool:
    return slug in rungs and rungs[slug].order > rungs[here].order
