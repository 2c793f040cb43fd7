"""What somebody does is kept here as `history.py` would read it from the database. Pure: no
Django."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from coaching.pain.rules import Said
from coaching.practice.decisions import Decision
from coaching.progression.rules import coach, easing, rest, starting
from coaching.progression.rules.coach import Advice
from coaching.progression.rules.facts import (
    Faults,
    FoundFloor,
    History,
    Past,
    Placed,
    PractisedSet,
    Replied,
    Rungs,
)
from coaching.progression.rules.gate import FALLS

# The hour at which everybody trains; how far back a history looks, as in history.py.
HOUR, LOOK_BACK, MOVES, DAYS_BACK = time(18, tzinfo=UTC), 30, 12, 70
# Sets of the routine.
SETS = 3


@dataclass(frozen=True)
class Went:
    """How a workout went: its sets, its floor in degrees, what spoiled reps and how often, whether
    a fault ended a set, and the pain before, after and the day after."""

    sets: tuple[tuple[int, int], ...]  # perfect, done
    floor: int | None = None
    faults: tuple[tuple[str, int], ...] = ()
    ended_by: str = ""
    pain: tuple[int, int, int] = (0, 0, 0)


@dataclass
class Life:
    """Somebody on the ladder: where they stand, and everything they did, newest first."""

    rungs: Rungs
    faults: Faults
    here: str
    began: date
    past: list[Past] = field(default_factory=list)
    moves: list[Placed] = field(default_factory=list)
    replies: list[Replied] = field(default_factory=list)
    trained: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        self.first = self.here
        self._place(self._answer, self.began)

    def history(self, day: date) -> History:
        at = _at(day)
        return History(
            here=self.here,
            now=at,
            today=day,
            past=self.past[:LOOK_BACK],
            trained=self.trained[:DAYS_BACK],
            moves=self.moves[:MOVES],
            replies=self.replies[:LOOK_BACK],
        )

    def advice(self, day: date) -> Advice:
        """What the coach says that day. Who was away for long begins anew first."""
        history = self.history(day)
        if easing.begins_anew(history):
            # They answer as they did when they began.
            anew = starting.begun_anew(self._answer, stood_on=self.here, rungs=self.rungs)
            if self.moves[0].day < day:
                self._place(anew, day)
            first = self.rungs[self.here].targets[0]
            return Advice(anew, target=first, reps=first)
        return coach.advise(history, self.rungs, self.faults)

    @property
    def _answer(self) -> Decision:
        """The answer that led to where they began; its words are nobody's."""
        return Decision("start-by-answer", {"variation": self.first, "question": "", "answer": ""})

    def closed(self, day: date) -> Decision | None:
        """Why there are no raises that day, or None."""
        now = self.history(day)
        return coach.closing(now.past, now.replies, self.faults, now.now)

    def reply(self, decision: Decision, answer: bool, day: date) -> None:
        """Says yes to an offer, or not yet to what is planned."""
        self.replies.insert(0, Replied(decision.rule, answer, _at(day), day))
        if answer and decision.rule == "gate-passed":
            self._place(decision, day)

    def choose(self, slug: str, day: date) -> bool:
        """Chooses a step without being asked. Returns whether it was open."""
        if coach.keeps_shut(self.history(day), self.rungs, self.faults, slug):
            return False
        self._place(coach.chosen(slug, self.here, self.rungs), day)
        return True

    def train(self, day: date, advice: Advice, went: Went) -> None:
        """Does what was advised, and says the next day how it was."""
        slug = advice.variation
        if slug != self.here:
            self._place(advice.decision, day)
        is_extra = rest.is_extra(self.trained[:7], day)
        before, after, next_day = went.pain
        said = Said(
            # A second one on a day ends after the first.
            _at(day).replace(minute=sum(each.day == day for each in self.past)),
            before,
            after,
            next_day,
            compared="worse" if next_day > before + 1 else "same" if next_day else "none",
        )
        past = Past(
            pain=said,
            variation=slug,
            practised=True,
            ended_by=((went.ended_by, slug),) if went.ended_by else (),
            day=day,
            meant=slug,
            target=advice.target,
            sets=tuple(PractisedSet(slug, good, done, good) for good, done in went.sets if done),
            faults=went.faults,
            floors=() if went.floor is None else (FoundFloor(slug, went.floor),),
            rule=advice.decision.rule,
            also=advice.also,
            is_extra=is_extra,
        )
        self.past.insert(0, past)
        if past.sets and day not in self.trained[:1]:
            self.trained = (day, *self.trained)

    def _place(self, decision: Decision, day: date) -> None:
        self.here = str(decision.facts["variation"])
        self.moves.insert(0, Placed(decision, _at(day), day))


def sets_of(advice: Advice) -> int:
    """How many sets a workout has."""
    planned = (SETS + 1) // 2 if advice.is_easy_week else SETS
    return planned if advice.sets is None else min(planned, advice.sets)


def swings(moves: Sequence[Placed], rungs: Rungs, days: int = 56) -> int:
    """How often the coach brought somebody up to a rung, took them off it, and offered it again
    within so many days. `moves` are newest first; a long break takes nobody off."""
    oldest_first = list(reversed(moves))
    found = 0
    for at, move in enumerate(oldest_first):
        if move.decision.rule != "gate-passed":
            continue
        here, fell = rungs[move.variation].order, False
        for later in oldest_first[at + 1 :]:
            if (later.day - move.day).days >= days:
                break
            if fell and later.decision.rule == "gate-passed" and later.variation == move.variation:
                found += 1
                break
            fell = fell or (later.decision.rule in FALLS and rungs[later.variation].order < here)
    return found


def _at(day: date) -> datetime:
    return datetime.combine(day, HOUR)
