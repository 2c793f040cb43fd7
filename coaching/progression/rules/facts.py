"""What the coach goes by: plain values, read from what was logged. Pure: no Django.

`progression/history.py` reads them; whoever makes up a history (the tests, `manage.py simulate`)
writes them down. Days are those of the person's own clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import takewhile
from typing import Literal

from coaching.pain.rules import Said
from coaching.practice.decisions import Decision

# A workout with fewer reps says little about how well they go: three perfect ones are 100 %. Ours.
ENOUGH_REPS = 8
# Percent perfect from which a workout went well. From the specification.
WELL = 80
# How long "not yet" is heard, in workouts. Ours.
NOT_YET_FOR = 4

# Moves after which what was done before on the same variation says nothing any more.
AFRESH = ("step-chosen", "begun-anew", "start-by-answer", "start-easiest")
# What a fault asks for where it persists: a higher floor, slower and fewer reps, the breath aloud,
# or its advice alone.
Steers = Literal["", "floor", "slower", "breath", "advice"]


@dataclass(frozen=True)
class Rung:
    """One variation as the rules see it: what it eases and leads to (slugs), its place from light
    to heavy, the reps a set asks for one after the other, and its gate: the slow perfect reps in
    one set that open what it leads to, in how many workouts, and how much of the way from `bottom`
    to `top` (degrees) the floor must leave, in percent."""

    slug: str
    gate: int
    lighter: str | None = None
    heavier: str | None = None
    order: int = 0
    targets: tuple[int, ...] = (10, 12, 15)
    gate_workouts: int = 1
    gate_range: int = 50
    bottom: int = 5
    top: int = 90
    has_floor: bool = True


# By slug.
Rungs = Mapping[str, Rung]


@dataclass(frozen=True)
class Steering:
    """A fault as the rules see it: what it asks for where it persists, and whether it closes the
    raises until somebody has looked at it, where it ended sets in a second workout."""

    slug: str
    steers: Steers = ""
    closes: bool = False


# By slug.
Faults = Mapping[str, Steering]


@dataclass(frozen=True)
class PractisedSet:
    """One set that was done: its variation, and how its reps went."""

    variation: str
    perfect: int
    done: int
    paced: int  # perfect reps that were lowered slowly


@dataclass(frozen=True)
class Count:
    """How some reps went: `best` are the most slow perfect ones in one set."""

    done: int = 0
    perfect: int = 0
    best: int = 0

    @classmethod
    def of(cls, sets: Iterable[PractisedSet]) -> "Count":
        sets = list(sets)
        return cls(
            sum(each.done for each in sets),
            sum(each.perfect for each in sets),
            max((each.paced for each in sets), default=0),
        )

    @property
    def share(self) -> float:
        """Percent of them that were perfect."""
        return 100 * self.perfect / self.done if self.done else 0

    @property
    def is_enough(self) -> bool:
        return self.done >= ENOUGH_REPS


@dataclass(frozen=True)
class FoundFloor:
    """A floor that was found, in degrees, of one variation, and how (eye, phone, camera)."""

    variation: str
    degrees: int
    source: str = "eye"


@dataclass(frozen=True)
class Past:
    """One past workout.

    `pain` is what it said about pain, `variation` (a slug) where it was practised last, which is
    where it hurt, `ended_by` the faults that ended a set, as (fault, variation). `practised` says
    that there was something to learn from. `meant` is the variation it was prescribed for,
    `target` the reps of a set that were earned by then, `rule` and `also` why it was as it was;
    `changed` are the decisions that made it lighter on the way. `faults` counts what spoiled reps.
    `highest` is how far up the legs went, in degrees, where something limited them, `floor_asked`
    the floor that it was to begin with. An extra one
    came without a day between, or as a fourth in seven days.
    """

    pain: Said
    variation: str
    practised: bool = True
    ended_by: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    meant: str = ""
    target: int | None = None
    sets: tuple[PractisedSet, ...] = ()
    faults: tuple[tuple[str, int], ...] = ()
    floors: tuple[FoundFloor, ...] = ()
    highest: int | None = None
    floor_asked: int | None = None
    rule: str = ""
    also: tuple[Decision, ...] = ()
    changed: tuple[Decision, ...] = ()
    is_extra: bool = False

    @cached_property
    def is_clean(self) -> bool:
        """Whether it went well enough to end a hold, which a second one on a day never does."""
        calm = not self.pain.is_some and not self.ended_by
        return self.practised and not self.is_extra and calm

    @cached_property
    def tells(self) -> bool:
        """Whether it says how it goes: what is done without rest counts against, never for."""
        return self.practised and not (self.is_extra and self.count.share >= WELL)

    @cached_property
    def count(self) -> Count:
        return Count.of(self.sets)

    def on(self, variation: str) -> Count:
        """Its reps on one variation."""
        return Count.of(each for each in self.sets if each.variation == variation)

    def floor_of(self, variation: str) -> FoundFloor | None:
        return next((each for each in self.floors if each.variation == variation), None)

    def told(self, rule: str) -> Decision | None:
        """Why something about it was as it was, by the name of the rule; or None."""
        return next((each for each in (*self.also, *self.changed) if each.rule == rule), None)


@dataclass(frozen=True)
class Placed:
    """One move on the ladder: why, and when."""

    decision: Decision
    at: datetime
    day: date

    @property
    def variation(self) -> str:
        return str(self.decision.facts["variation"])


@dataclass(frozen=True)
class Replied:
    """What somebody said to an offer, or to something that was planned: a rule's name."""

    rule: str
    is_yes: bool
    at: datetime
    day: date


@dataclass(frozen=True)
class History:
    """Somebody who stands on a ladder, on `here` (a slug), and what they did. All lists are newest
    first; `past` are the telling workouts, `trained` the days on which reps were done."""

    here: str
    now: datetime
    today: date
    past: Sequence[Past] = ()
    trained: tuple[date, ...] = ()
    moves: Sequence[Placed] = ()
    replies: Sequence[Replied] = ()
    is_published: bool = True

    @property
    def days_away(self) -> int:
        """Days since reps were last done, or where there were none yet since the first workout that
        pain kept from having any; 0 for who has not begun."""
        first = self.past[-1].day if self.past else None
        last = self.trained[0] if self.trained else first
        return (self.today - last).days if last else 0

    def since(self, at: datetime | None) -> list[Past]:
        """The workouts that ended after a moment, newest first."""
        return [each for each in self.past if at is None or each.pain.at > at]

    def mine(self, variation: str) -> list[Past]:
        """The last workouts that were meant for one variation, since somebody came to it."""
        afresh = [move.at for move in self.moves[:1] if move.decision.rule in AFRESH]
        since = self.since(next(iter(afresh), None))
        return list(takewhile(lambda each: each.meant in ("", variation), since))

    def earning(self, variation: str) -> list[Past]:
        """Those of them that say how well reps on it go: a day without rest before it, or an easy
        week, is no measure."""
        return [
            each
            for each in self.mine(variation)
            if not each.is_extra and not each.told("easy-week") and each.on(variation).done
        ]

    def reply_to(self, rule: str) -> Replied | None:
        """The newest one."""
        return next((each for each in self.replies if each.rule == rule), None)

    def is_declined(self, rule: str) -> bool:
        """Whether "not yet" was said to it, not long ago."""
        reply = self.reply_to(rule)
        if reply is None or reply.is_yes:
            return False
        since = [each for each in self.since(reply.at) if each.practised]
        # Four on one afternoon are one.
        return len({each.day or each.pain.at.date() for each in since}) < NOT_YET_FOR
