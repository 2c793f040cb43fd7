"""What pain 0-10 means for the next days. Pure: no Django.

Judging load by what it does until the next morning comes from tendons (Silbernagel 2007, Achilles,
38 people); its limits are made stricter here, and were never tested in backs: low evidence, so
the careful side.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from coaching.practice.rules import SOME_PAIN

# Less than this is the usual noise of a trunk that works; from MUCH on the load was too much.
SOME, MUCH = SOME_PAIN, 4
# From here on somebody who may examine it should see it, today or tomorrow. Ours, careful.
SEVERE = 7
# "Two more than before" counts from SOME on: 0 before and 2 after is still nothing.
WORSE_BY = 2
# What hurt rests this long before it is tried again, and lighter then.
REST = timedelta(hours=48)
# And this long what hurt, and everything harder, stays closed.
HOLDS = timedelta(days=28)

Moment = Literal["before", "after", "next-day", "during", "told"]
# The day after, beside how it was before that workout; from least to most.
Compared = Literal["", "none", "better", "same", "worse"]
# Who was never asked about the day after is asked 18 to 48 hours after the end.
ASKED_FROM, ASKED_UNTIL = timedelta(hours=18), timedelta(hours=48)
# So long of it, without a workout between that went well, and somebody should see it.
TOO_LONG = timedelta(days=14)


@dataclass(frozen=True)
class Said:
    """What one workout said about pain: 0-10, or None where nobody asked; `ended` says that pain
    ended it, `hurt_at` that “Pain” was heard when it was over already. `at` is when it was over,
    `told_at` when pain that counts was last said after that, which may be days later; `compared`
    how the day after was, beside how it was before."""

    at: datetime
    before: int | None = None
    after: int | None = None
    next_day: int | None = None
    ended: bool = False
    hurt_at: datetime | None = None
    told_at: datetime | None = None
    compared: Compared = ""

    @classmethod
    def of(cls, workout: Any) -> "Said":
        """What a finished workout said, as it comes `with_pain()`."""
        return cls(
            at=workout.finished_at,
            told_at=workout.pain_said_at,
            before=workout.pain_before,
            after=workout.pain_after,
            next_day=workout.pain_next_day,
            ended=workout.ending == "pain",
            hurt_at=workout.hurt_at,
            compared=workout.pain_compared or "",
        )

    @property
    def numbers(self) -> dict[Moment, int]:
        """The numbers that were given, by their moment."""
        asked: dict[Moment, int | None] = {
            "before": self.before, "after": self.after, "next-day": self.next_day,
        }  # fmt: skip
        return {moment: pain for moment, pain in asked.items() if pain is not None}

    @property
    def worst(self) -> tuple[Moment, int | None]:
        """When it was worst, and how much: a tap on "Pain" has no number. What stopped somebody
        before the first rep is named before what ended the workout because of it."""
        numbers = self.numbers
        if self.before is not None and self.before >= MUCH:
            return "before", self.before
        if self.ended:
            return "during", None
        if self.hurt_at:
            return "told", None
        if self.compared == "worse" and max(numbers.values(), default=0) < MUCH:
            return "next-day", numbers.get("next-day")
        moment = max(numbers, key=lambda each: numbers[each])
        return moment, numbers[moment]

    @property
    def is_much(self) -> bool:
        """Whether the load was too much: 48 hours more, and lighter then."""
        numbers = max(self.numbers.values(), default=0) >= MUCH
        told = self.ended or self.hurt_at is not None or self.compared == "worse"
        return told or numbers or self._grew

    @property
    def since(self) -> datetime:
        """From when a rest counts: from the end, or from when it was still too much later. Who says
        afterwards that it hurts no more waits no longer for it."""
        later = [self.hurt_at]
        if self._later >= MUCH or self._grew or self.compared == "worse":
            later.append(self.told_at)
        return max([self.at, *filter(None, later)])

    @property
    def on(self) -> datetime:
        """When it was worst: the day of the workout, or the one after it."""
        if self.worst[0] == "told" and self.hurt_at:
            return self.hurt_at
        return self.told_at or self.at if self.worst[0] == "next-day" else self.at

    @property
    def _later(self) -> int:
        return max(self.after or 0, self.next_day or 0)

    @property
    def _grew(self) -> bool:
        grown = self.before is not None and self._later - self.before >= WORSE_BY
        return grown and self._later >= SOME

    @property
    def is_some(self) -> bool:
        """Whether there was any that counts: nothing harder, then."""
        return self.is_much or max(self.numbers.values(), default=0) >= SOME


def rests_because(past: Iterable[Said], now: datetime) -> Said | None:
    """What keeps leg raises from being tried again for longest, or None where nothing does."""
    much = [each for each in past if each.is_much and each.since + REST > now]
    return max(much, key=lambda each: each.since, default=None)


def rests_until(past: Iterable[Said], now: datetime) -> datetime | None:
    """When leg raises may be tried again after too much pain, or None where that is over."""
    because = rests_because(past, now)
    return because.since + REST if because else None
