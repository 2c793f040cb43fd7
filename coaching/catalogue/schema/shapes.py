"""What the content models are made of: checked text, names of other things, numbers, movement."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)


@dataclass(frozen=True)
class RefersTo:
    """Marks a slug that names another thing of this kind; checks.py looks whether it is there."""

    kind: str


@dataclass(frozen=True)
class IsText:
    """Marks words that a person reads, so words that a translation may replace."""


# Degrees a person can reach, and a little more: wider is a slip of the pen. Tables use them too.
RANGES = {"hip": (-30, 130), "knee": (0, 150), "back": (-40, 40)}

# In characters: what is spoken between two reps, and what is shown large while half a rep lasts.
SPOKEN, HALF = 60, 24
# In words: what can be heard and done before the next rep begins.
MOST_WORDS = 8


def _text(pattern: str, longest: int, shortest: int = 1) -> StringConstraints:
    return StringConstraints(
        strip_whitespace=True, min_length=shortest, max_length=longest, pattern=pattern
    )


def _whole(low: int, high: int) -> object:
    return Field(strict=True, ge=low, le=high)  # strict: neither true nor "45" is a number


def _unbroken(text: object) -> object:
    """Rare signs that YAML takes for the end of a line are spaces: files could not keep them."""
    return re.sub("[\x85\u2028\u2029]", " ", text) if isinstance(text, str) else text


def _paragraphs(text: object) -> object:
    """Lines of a paragraph are joined, so that files may wrap them and still mean the same."""
    text = _unbroken(text)
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = re.split(r"\n[ \t]*(?:\n[ \t]*)+", lines)
    joined = (re.sub(r"[ \t\n]+", " ", paragraph).strip(" ") for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in joined if paragraph)


def in_few_words(text: str) -> str:
    """Refuses what is too long to be said between two reps."""
    words = len(text.split())
    if words > MOST_WORDS:
        raise ValueError(
            f"has {words} words. Write at most {MOST_WORDS}: it is spoken between two reps"
        )
    return text


def _from_table(seconds: object) -> object:
    return float(seconds) if isinstance(seconds, Decimal) else seconds


def _tenths(seconds: float) -> float:
    if round(seconds, 1) != seconds:
        raise ValueError(f"is {seconds}. Write one decimal at most, such as {round(seconds, 1)}")
    return int(seconds) if seconds == int(seconds) else seconds  # "3 s", not "3.0 s", on a page


def _rising(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if list(numbers) != sorted(set(numbers)):
        raise ValueError("do not rise. Write the fewest first, such as [10, 12, 15]")
    return numbers


# Control characters are refused: PostgreSQL cannot store NUL and no screen shows the others.
_LINE = r"^[^\x00-\x1f\x7f]*$"
_PARAGRAPHS = r"^[^\x00-\x09\x0b-\x1f\x7f]*$"
# The file name of a thing and the primary key of its table, so its identity in every log.
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
# The name of another thing, which has to be there.
LadderSlug = Annotated[Slug, RefersTo("ladder")]
VariationSlug = Annotated[Slug, RefersTo("variation")]
DrillSlug = Annotated[Slug, RefersTo("drill")]
FaultSlug = Annotated[Slug, RefersTo("fault")]
MuscleSlug = Annotated[Slug, RefersTo("muscle")]
TopicSlug = Annotated[Slug, RefersTo("topic")]
# Words on a page: on one line and of at most so many characters; bodies have paragraphs.
Name = Annotated[str, _text(_LINE, 80), BeforeValidator(_unbroken), IsText()]
Label = Annotated[str, _text(_LINE, 60), BeforeValidator(_unbroken), IsText()]
Choice = Annotated[str, _text(_LINE, 120), BeforeValidator(_unbroken), IsText()]
Sentence = Annotated[str, _text(_LINE, 300), BeforeValidator(_unbroken), IsText()]
Aside = Annotated[str, _text(_LINE, 300, shortest=0), BeforeValidator(_unbroken), IsText()]
# Nothing is a short cue, too: then nothing is spoken; and half a rep without words is a "Lift".
ShortCue = Annotated[
    str,
    _text(_LINE, SPOKEN, shortest=0),
    BeforeValidator(_unbroken),
    AfterValidator(in_few_words),
    IsText(),
]
HalfWords = Annotated[str, _text(_LINE, HALF, shortest=0), BeforeValidator(_unbroken), IsText()]
ShortBody = Annotated[
    str, _text(_PARAGRAPHS, 300, shortest=0), BeforeValidator(_paragraphs), IsText()
]
Body = Annotated[str, _text(_PARAGRAPHS, 10_000), BeforeValidator(_paragraphs), IsText()]
# The reps that a set asks for, one after the other as somebody gets on.
Targets = Annotated[
    tuple[Annotated[int, _whole(1, 50)], ...],
    Field(min_length=1, max_length=6),
    AfterValidator(_rising),
]
# Whole degrees.
Hip = Annotated[int, _whole(*RANGES["hip"])]
Knee = Annotated[int, _whole(*RANGES["knee"])]
Back = Annotated[int, _whole(*RANGES["back"])]
# With one decimal at most. A way down takes a second or more.
Seconds = Annotated[
    float,
    Field(strict=True, ge=0, le=10, allow_inf_nan=False),
    BeforeValidator(_from_table),
    AfterValidator(_tenths),
]
LoweringSeconds = Annotated[
    float,
    Field(strict=True, ge=1, le=10, allow_inf_nan=False),
    BeforeValidator(_from_table),
    AfterValidator(_tenths),
]


class Shape(BaseModel):
    """Part of the content: it never changes, and knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Thing(Shape):
    """What a file or a row of the draft is: one of a kind in Catalogue.KINDS."""

    slug: Slug


class Tempo(Shape):
    """Seconds for each part of a rep. Breathing out on the lift, in on the way down.

    2-1-3-1 is the pace of the shipped content: lowering takes three seconds or more, because that
    is what a perfect rep and moving up ask for. Rep durations from 0.5 to 8 s build similar muscle,
    so the slow way down is for control.
    """

    lift: Seconds = 2
    hold: Seconds = 1
    lower: LoweringSeconds = 3
    pause: Seconds = 1

    @property
    def seconds(self) -> float:
        """How long one rep takes."""
        return self.lift + self.hold + self.lower + self.pause


class Figure(Shape):
    """How one movement is drawn and measured: its two ends, in degrees.

    hip    flexion of the moving leg: 0 in line with the trunk. Lying, the angle above horizontal;
           hanging, 90 is thighs level
    knee   flexion: 0 straight
    other  the leg that rests (legs: one) or waits (legs: alternating)
    back   curve of the low back: + arched, away from the mat; - rounded
    """

    support: Literal["lying", "hanging", "all-fours", "forearms", "half-kneeling", "standing"]
    legs: Literal["both", "one", "alternating"] = "both"
    hands: Literal[
        "sides", "under-hips", "out", "reaching", "under-back", "bar", "floor", "holding-leg",
        "holding-foot",
    ]  # fmt: skip
    hip_bottom: Hip
    hip_top: Hip
    knee_bottom: Knee
    knee_top: Knee
    other_hip: Hip | None = Field(default=None, validate_default=True)
    other_knee: Knee | None = Field(default=None, validate_default=True)
    back_bottom: Back = 0
    back_top: Back = 0
    weight: Literal["none", "ankles", "dumbbell"] = "none"
    starts_at: Literal["bottom", "top"] = "bottom"

    @field_validator("other_hip", "other_knee")
    @classmethod
    def _only_for_two_different_legs(cls, angle: int | None, info: ValidationInfo) -> int | None:
        legs = info.data.get("legs", "both" if angle is None else "one")
        if legs == "both" and angle is not None:
            raise ValueError("only belongs to legs: one or alternating. Take the line out")
        if legs != "both" and angle is None:
            raise ValueError(f"is missing. With legs: {legs} write the angle of the other leg")
        return angle


class Instruction(Shape):
    """One numbered sentence of how a variation or a drill is done."""

    title: Name
    text: Sentence


Instructions = Annotated[tuple[Instruction, ...], Field(min_length=1, max_length=12)]


class Amount(Shape):
    """How much of a drill: repetitions or seconds, never both."""

    reps: Annotated[int, Field(strict=True, ge=1, le=50)] | None = None
    seconds: Annotated[int, Field(strict=True, ge=5, le=600)] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> "Amount":
        if (self.reps is None) == (self.seconds is None):
            raise ValueError("needs either reps or seconds. Write one of them, not both")
        return self
