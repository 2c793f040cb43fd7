"""The kinds of content, and the catalogue that holds them all."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from coaching.catalogue.schema.blocks import Routine
from coaching.catalogue.schema.shapes import (
    Amount,
    Aside,
    Body,
    Figure,
    Name,
    Sentence,
    Shape,
    ShortBody,
    Slug,
    Steps,
    Tempo,
    Yes,
)

Severity = Literal["note", "ends-rep", "ends-set", "ends-session"]
Suggestion = Literal["none", "stop-higher", "end-set", "easier-rung", "pain"]
Icon = Literal["arch", "swing", "rush", "breath", "head", "rest", "doming", "pain"]
Region = Literal[  # the parts that the picture of the muscles can light up
    "rectus-abdominis",
    "external-oblique",
    "internal-oblique",
    "transversus-abdominis",
    "psoas-major",
    "iliacus",
]
Load = Annotated[int, Field(strict=True, ge=0, le=200)]


class MuscleUse(Shape):
    """A mover shortens and lifts the legs; a holder works without moving: the trunk stays still."""

    muscle: Slug
    role: Literal["mover", "holder"]


class Variation(Shape):
    """One way to do the raise: a rung of the ladder.

    load_low and load_high are the pull of gravity at the hip in percent of both legs straight and
    level, computed from standard body segments (moderate confidence); null for hanging. has_floor
    says that stopping higher makes it easier, which hanging does not offer.
    """

    slug: Slug
    name: Name
    summary: Sentence
    rung: Annotated[int, Field(strict=True, ge=1, le=99)]
    figure: Figure
    tempo: Tempo = Tempo()
    load_low: Load | None = None
    load_high: Load | None = Field(default=None, validate_default=True)
    has_floor: Yes
    faults: Annotated[tuple[Slug, ...], Field(min_length=1)]
    muscles: Annotated[tuple[MuscleUse, ...], Field(min_length=1)]
    steps: Steps
    body: Body

    @field_validator("load_high")
    @classmethod
    def _a_range(cls, high: int | None, info: ValidationInfo) -> int | None:
        low = info.data.get("load_low", high)
        if (low is None) != (high is None):
            raise ValueError("goes with load_low. Write both numbers, or neither")
        if high is not None and low > high:
            raise ValueError(f"is {high}, less than load_low. Write {low} or more")
        return high


class Drill(Shape):
    slug: Slug
    name: Name
    summary: Sentence
    figure: Figure
    tempo: Tempo = Tempo()
    amount: Amount
    steps: Steps
    body: Body


class Fault(Shape):
    """A named way to spoil a rep. `stronger` is said when it happens twice running; `suggestion`
    is the action offered with it. `pacer_notices` says that the pacer can tell when it happened."""

    slug: Slug
    name: Name
    notice: Sentence
    cue: Sentence
    stronger: Sentence
    severity: Severity
    suggestion: Suggestion
    pacer_notices: Yes = False
    icon: Icon
    body: Body


class Muscle(Shape):
    slug: Slug
    name: Name
    role: Sentence
    depth: Literal["surface", "deep"]
    region: Region
    body: Body


class Topic(Shape):
    slug: Slug
    title: Name
    summary: Sentence
    body: Body


class Answer(Shape):
    """start_at: the rung that this answer makes the highest to begin on; null leaves it open."""

    slug: Slug
    text: Name
    help: Aside = ""
    start_at: Slug | None = None
    why: Aside = ""


class Question(Shape):
    """Asked of a newcomer. They begin on the easiest of the rungs their answers name."""

    slug: Slug
    text: Name
    help: ShortBody
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=8)]


class Catalogue(Shape):
    """All content, in the order it is shown. Lookups raise KeyError for a slug nobody wrote."""

    KINDS: ClassVar[dict[str, str]] = {
        "variation": "variations",
        "drill": "drills",
        "fault": "faults",
        "muscle": "muscles",
        "topic": "topics",
        "question": "questions",
        "routine": "routines",
    }

    variations: tuple[Variation, ...] = ()
    drills: tuple[Drill, ...] = ()
    faults: tuple[Fault, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    topics: tuple[Topic, ...] = ()
    questions: tuple[Question, ...] = ()
    routines: tuple[Routine, ...] = ()

    @classmethod
    def model_of(cls, kind: str) -> type[Shape]:
        return cls.model_fields[cls.KINDS[kind]].annotation.__args__[0]

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> "Catalogue":
        """A changed copy that looks things up anew: pydantic's own would keep the old lookups."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**fields | dict(update or {}))

    @cached_property
    def by_slug(self) -> dict[str, dict[str, Shape]]:
        return {
            kind: {thing.slug: thing for thing in getattr(self, field)}
            for kind, field in self.KINDS.items()
        }

    def variation(self, slug: str) -> Variation:
        return self.by_slug["variation"][slug]

    def drill(self, slug: str) -> Drill:
        return self.by_slug["drill"][slug]

    def fault(self, slug: str) -> Fault:
        return self.by_slug["fault"][slug]

    def muscle(self, slug: str) -> Muscle:
        return self.by_slug["muscle"][slug]

    def topic(self, slug: str) -> Topic:
        return self.by_slug["topic"][slug]

    def question(self, slug: str) -> Question:
        return self.by_slug["question"][slug]

    def routine(self, slug: str) -> Routine:
        return self.by_slug["routine"][slug]

    @cached_property
    def rungs(self) -> tuple[Variation, ...]:
        """The ladder, easiest first."""
        return tuple(sorted(self.variations, key=lambda variation: variation.rung))

    def easier(self, variation: Variation) -> Variation | None:
        below = [other for other in self.rungs if other.rung < variation.rung]
        return below[-1] if below else None

    def harder(self, variation: Variation) -> Variation | None:
        above = [other for other in self.rungs if other.rung > variation.rung]
        return above[0] if above else None

    @cached_property
    def default_routine(self) -> Routine:
        return next(routine for routine in self.routines if routine.default)
