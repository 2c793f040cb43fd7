"""The coach: from what somebody did to what comes next, and why. Pure: no Django.

What holds somebody back comes first and stands beside everything else; what asks for more is one
thing at a time: the floor, then the reps, and the next rung only ever as an offer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.progression.rules import (
    down,
    easing,
    faults,
    floor,
    gate,
    holds,
    rest,
    starting,
    targets,
)
from coaching.progression.rules.facts import Count, Faults, History, Past, Replied, Rung, Rungs
from coaching.progression.rules.gate import Gate

# Seconds more on the way down where a fault asks for slower ones. A tempo is never quickened.
SLOWER_BY = 1


@dataclass(frozen=True)
class Advice:
    """What comes next.

    `decision` says on which variation, and why, with at most so many sets and reps in its facts;
    `also` what else changes about this workout. `target` are the reps that were earned, `reps`
    those that are asked for; `sets` at most so many, None for as many as the routine has. `floor`
    is what to begin with and `found` what was last known, in degrees; `slower` are seconds more on
    the way down. `offers` wait for a yes. `closed` says why no raises are done at all, `rests` why
    a rest is better, which may be overruled. `gate` is None at the top. `share_of` halves the sets
    in an easy week.
    """

    decision: Decision
    target: int
    reps: int
    sets: int | None = None
    floor: int | None = None
    found: int | None = None
    slower: int = 0
    also: tuple[Decision, ...] = ()
    offers: tuple[Decision, ...] = ()
    closed: Decision | None = None
    rests: Decision | None = None
    focus: str | None = None
    breath_aloud: bool = False
    is_easy_week: bool = False
    gate: Gate | None = None

    @property
    def variation(self) -> str:
        return str(self.decision.facts["variation"])


def advise(history: History, rungs: Rungs, known: Faults) -> Advice:
    """All of it. `rungs` are the variations, `known` the faults, by slug."""
    rests = rest.rest(history.trained, history.today)
    closed = closing(history.past, history.replies, known, history.now)
    safe = holds.found(history.past, rungs, history.now)
    # What is declined asks for nothing less, and still for nothing more.
    all_asked = [*down.found(history, rungs), *easing.coming_back(history, rungs)]
    asked = [each for each in all_asked if not _is_declined(each, history)]
    way_up = gate.gate(history, rungs, [*safe, *all_asked], rests)
    decision = holds.strictest(_earned(history, way_up), [*safe, *asked], rungs)
    easy = easing.easy_week(history)
    is_extra = rests is not None
    may_grow = (
        not (safe or all_asked or easy or is_extra)
        and decision.rule in GROWS_WITH
        and gate.is_answered(history)
    )
    today = _Today(history, rungs[str(decision.facts["variation"])], decision, may_grow)
    if holds.newly_hurt(history.past, "pain-raises-floor"):
        today.raise_floor()
    focus = faults.focus(history.past, known)
    steered = today.steer(focus, known) if focus else None
    today.change_load(way_up)
    offers = [way_up.offer] if way_up and way_up.is_open and not (closed or easy) else []
    if not (closed or easy or safe or asked) and (offer := easing.offer(history)):
        offers.append(offer)
    return Advice(
        decision=decision,
        target=today.target,
        reps=today.reps,
        sets=_number(decision.facts.get("sets")),
        floor=today.floor,
        found=today.found,
        slower=SLOWER_BY if steered == "slower" else 0,
        also=(*today.also, *([easy] if easy else []), *([_extra(rests)] if rests else [])),
        offers=tuple(offers),
        closed=closed,
        rests=rests,
        focus=focus.fault if focus else None,
        breath_aloud=steered == "breath",
        is_easy_week=easy is not None,
        gate=way_up,
    )


# Where nothing holds somebody back.
GROWS_WITH = ("stay", "gate-waits", "gate-open", "at-the-top")


def closing(
    past: Sequence[Past], replies: Sequence[Replied], known: Faults, now: datetime
) -> Decision | None:
    """Why no raises at all for now, or None: a fault that is to be seen, or too much pain. Where it
    is both, what no day ends."""
    return faults.closed(past, replies, known) or holds.rest([each.pain for each in past], now)


def _earned(history: History, way_up: Gate | None) -> Decision:
    """What the last workout says, as long as it was meant for where the person stands."""
    here: dict[str, str | int | float | None] = {"variation": history.here}
    if not history.is_published:
        return starting.not_published(history.here)
    mine = history.mine(history.here)
    last = next(iter(mine), None)
    if last is not None and last.is_extra:
        last = next(iter(history.earning(history.here)), last)
    if last is None and history.moves:
        return Decision(history.moves[0].decision.rule, {**history.moves[0].decision.facts, **here})
    count = last.on(history.here) if last else Count()
    if not count.done:
        return Decision("not-practised", here)
    counted = {"perfect": count.perfect, "done": count.done}
    if way_up is None:
        return Decision("at-the-top", {**here, **counted})
    if "perfect" not in way_up.missing:
        return way_up.told
    told: Facts = {"heavier": way_up.heavier, "best": way_up.best, "needed": way_up.needed}
    return Decision("stay", {**here, **told, **counted})


def _is_declined(asked: Decision, history: History) -> bool:
    reply = history.reply_to(asked.rule)
    if asked.rule == "lighter-kept" and reply and reply.at < history.past[0].pain.at:
        return False  # chosen once more since
    return history.is_declined(asked.rule)


def _extra(rests: Decision) -> Decision:
    """A workout on a day of rest: allowed, and kept as one."""
    return Decision("extra", dict(rests.facts))


def _number(value: str | float | None) -> int | None:
    return None if value is None else int(value)


class _Today:
    """The load of one workout while it is worked out: its floor and its reps."""

    def __init__(self, history: History, rung: Rung, decision: Decision, may_grow: bool) -> None:
        self.history, self.rung, self.decision = history, rung, decision
        self.may_grow = may_grow
        self.also: list[Decision] = []
        self.found = floor.found(history, rung)
        self.floor = self.found
        self.target = targets.target(history, rung)
        self.slower = self.steered = False

    @property
    def reps(self) -> int:
        return self._at_most(targets.fewer(self.rung, self.target) if self.slower else self.target)

    def _at_most(self, reps: int) -> int:
        most = self.decision.facts.get("reps")
        return reps if most is None else min(reps, int(most))

    def steer(self, focus: faults.Focus, known: Faults) -> str | None:
        """Says today's focus, and does what is done about a fault that persists. Returns what."""
        steers = known[focus.fault].steers if focus.persists else ""
        told = {"fault": focus.fault, "variation": self.rung.slug}
        change: Decision | None = None
        # What persists asks for nothing more, even where the answer to it is declined.
        self.may_grow = self.may_grow and not focus.persists
        if steers == "floor" and self.floor == self.found:
            change = floor.raised(self.history, self.rung, "floor-raised", focus.fault)
        elif steers == "slower":
            fewer = self._at_most(targets.fewer(self.rung, self.target))
            change = Decision("slower", {**told, "seconds": SLOWER_BY, "reps": fewer})
        elif steers in ("breath", "advice"):
            change = Decision(f"{steers}-steers", told)
        if change is None or self.history.is_declined(change.rule):
            self.also.append(focus.decision)
            return None
        self.slower, self.steered = steers == "slower", steers in ("slower", "floor")
        if steers == "floor":
            self._set_floor(change)
        else:
            self.also.append(change)
        return steers

    def raise_floor(self) -> None:
        """Because it hurt."""
        self._set_floor(floor.raised(self.history, self.rung, "pain-raises-floor"))

    def change_load(self, way_up: Gate | None) -> None:
        """One step more or less, where nothing else asks for less already."""
        if back := floor.back(self.history, self.rung):
            if self.floor == self.found:
                self.also.append(back)
            return
        change = targets.change(self.history, self.rung)
        if change and self.history.is_declined(change.rule):
            change = None
        if change and change.rule == "reps-shrink" and not self.steered:
            self._set_reps(change)
        if not self.may_grow:
            return
        is_due = bool(way_up and way_up.missing[:1] == ("range",))
        lower = floor.lower(self.history, self.rung, is_due=is_due)
        if lower and not self.history.is_declined(lower.rule):
            self._set_floor(lower)
        elif lower and self._said_not_yet_today(lower):
            return  # no other thing instead
        elif not floor.lets_reps_grow(self.history, self.rung):
            return
        elif change and change.rule == "reps-grow":
            self._set_reps(change)

    def _said_not_yet_today(self, change: Decision) -> bool:
        reply = self.history.reply_to(change.rule)
        return reply is not None and not self.history.since(reply.at)

    def _set_floor(self, change: Decision | None) -> None:
        if change is not None:
            self.floor = _number(change.facts["floor"])
            self.also.append(change)

    def _set_reps(self, change: Decision) -> None:
        self.target = int(change.facts["reps"] or 0)
        if self.reps == self.target:  # else even fewer are asked for, with a reason of their own
            self.also.append(change)


# What somebody may say "not yet" to: all but what looks after them.
DECLINABLE = (
    *("sloppy-eases", "sloppy-lightest", "tension-eases", "unsteady-eases", "lighter-kept"),
    *("back-gently", "back-lighter", "floor-test", "floor-raised", "reps-grow", "reps-shrink"),
    *("slower", "breath-steers", "advice-steers", "easy-week"),
)


def keeps_shut(history: History, rungs: Rungs, known: Faults, slug: str) -> Decision | None:
    """Why somebody may not choose a variation for themselves, or None: only pain, and a fault that
    ended a set, say no, and never to what is lighter."""
    closed = closing(history.past, history.replies, known, history.now)
    if closed and rungs[slug].order > rungs[history.here].order:
        return closed
    shut = [
        hold
        for hold in holds.found(history.past, rungs, history.now)
        if rungs[slug].order > rungs[str(hold.facts["variation"])].order
    ]
    return shut[0] if shut else None


def chosen(slug: str, here: str, rungs: Rungs) -> Decision:
    """The person's own choice of a step."""
    is_up = rungs[slug].order > rungs[here].order
    return Decision("step-chosen", {"variation": slug, "from": here, "up": int(is_up)})
