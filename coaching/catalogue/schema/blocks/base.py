"""What every kind of block has: words for its screen, and what player and plan ask of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from coaching.catalogue.schema.exercises import Drill, Variation
from coaching.catalogue.schema.shapes import Label, Name, Sentence, Shape

# Seconds to read a screen, lie down and answer; and the countdown before a set. Ours, by trying.
READ_AND_ANSWER = 45
GET_READY = 10

# The answer to a block that only wants to be done.
DONE = "done"
# What a sentence is made from when it is shown: plain values that JSON can hold.
Facts = Mapping[str, str | int | float | None]


def gettext_noop(message: str) -> str:
    """Marks a text for translation; it is translated when it is shown, where Django is."""
    return message


# What a step can ask. practice/forms.py has a field for each.


@dataclass(frozen=True)
class AskPain:
    """Pain 0-10, kept as `pain`."""

    label: str


@dataclass(frozen=True)
class AskAnswer:
    """One of `answers`, the first of which leads on; `missing` is said where none was given."""

    answers: Mapping[str, str]
    missing: str


@dataclass(frozen=True)
class AskFloor:
    """An angle in degrees above horizontal, kept as `floor`."""


Ask = AskPain | AskAnswer | AskFloor

# What can follow from an answer. practice/actions.py carries each of them out.


@dataclass(frozen=True)
class ReportPain:
    """Pain 0-10 before or after the workout, which may change or end it."""

    moment: Literal["before", "after"]
    pain: int


@dataclass(frozen=True)
class KeepFloor:
    """The floor of today's variation, in degrees above horizontal."""

    degrees: int


@dataclass(frozen=True)
class LimitHeight:
    """How far up the legs go today, in degrees; None takes the limit away."""

    degrees: int | None


@dataclass(frozen=True)
class ChangeVariation:
    """Today becomes another variation (a slug): which rule says so, and the facts it used."""

    variation: str
    rule: str
    facts: Facts


@dataclass(frozen=True)
class EaseToday:
    """Today becomes lighter than it is: which rule says so, and the facts it used."""

    rule: str
    facts: Facts


@dataclass(frozen=True)
class EndWorkout:
    """The workout is done."""


Effect = ReportPain | KeepFloor | LimitHeight | ChangeVariation | EaseToday | EndWorkout


@dataclass(frozen=True)
class Said:
    """One answer to a step: its word, and what was asked besides (pain, floor)."""

    answer: str = DONE
    pain: int | None = None
    floor: int | None = None


@dataclass(frozen=True)
class Chip:
    """A few words about a block: a text for gettext and what is put into it."""

    text: str
    facts: Facts


class Block(Shape):
    """One block of a routine. `action` is the label of its primary button.

    `said` is always the answers to this block so far, in turns: ("not", "firm").
    """

    kind: str
    title: Name
    instruction: Sentence
    action: Label

    # What a trainer reads in the list of kinds.
    label: ClassVar[str]
    # A routine has it at all; at most once; as its last block.
    is_needed: ClassVar[bool] = False
    is_single: ClassVar[bool] = False
    is_last: ClassVar[bool] = False
    # Asks for pain before the raises; a routine does so before its sets.
    asks_pain_first: ClassVar[bool] = False
    # May be left out by who is short of time, once the sets are done.
    is_spare: ClassVar[bool] = False
    # Sets have screens of their own; every other block is one screen.
    has_sets: ClassVar[bool] = False
    # Is there for the raises alone: on a day without them it is left out.
    serves_raises: ClassVar[bool] = False

    @classmethod
    def named(cls) -> str:
        """The word that content writes: kind: tension."""
        name: str = get_args(cls.model_fields["kind"].annotation)[0]
        return name

    @property
    def template(self) -> str:
        """The path of what its screen is made with."""
        return f"coaching/practice/blocks/{self.kind.replace('-', '_')}.html"

    @property
    def turns(self) -> int:
        """How often it is asked at most."""
        return 1

    def fits(self, variation: Variation) -> bool:
        """Whether it makes sense on a day of this variation; the walk leaves it out otherwise."""
        return True

    def is_done(self, said: Sequence[str]) -> bool:
        """Whether the walk goes on to the next block."""
        return bool(said)

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        """What its form asks; nothing where it only wants to be done."""
        return ()

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        """What follows from the answer `now`, which is the last of `said` already."""
        return ()

    def shows(self, said: Sequence[str], variation: Variation) -> dict[str, object]:
        """What its template needs besides what every template gets."""
        return {}

    def seconds(self, variation: Variation, drills: Mapping[str, Drill]) -> float:
        """About how many seconds it takes, at the pacer's speed. `drills` are found by slug."""
        return READ_AND_ANSWER

    def chip(self, variation: Variation) -> Chip | None:
        """Itself in a few words for the plan of the day, or None where that would say nothing."""
        return Chip("%(title)s", {"title": self.title})
