"""A routine and the kinds of block it is made of."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from coaching.catalogue.schema.shapes import Body, Label, Name, Sentence, Shape, Slug, Yes


class PainLimits(Shape):
    """Pain before a workout, 0-10: from which number one rung easier, from which none at all.

    3 and 4 are the shipped rule, stricter than most rehab rules because nobody is watching. It may
    be tightened and never loosened.
    """

    easier_from: Annotated[int, Field(strict=True, ge=1, le=3)] = 3
    stop_from: Annotated[int, Field(strict=True, ge=1, le=4)] = Field(
        default=4, validate_default=True
    )

    @field_validator("stop_from")
    @classmethod
    def _not_before_easier(cls, stop: int, info: ValidationInfo) -> int:
        easier = info.data.get("easier_from", stop)
        if stop < easier:
            raise ValueError(f"is {stop}, less than easier_from. Write {easier} to 4")
        return stop


class _Block(Shape):
    title: Name
    instruction: Sentence
    action: Label  # the label of the primary button


class PlaceBlock(_Block):
    """Where and in what; asks for pain now."""

    kind: Literal["place"]
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]


class DrillBlock(_Block):
    kind: Literal["drill"]
    drill: Slug


class TensionBlock(_Block):
    """Firm goes on. After `tries` without, `fallback` is what today is for."""

    kind: Literal["tension"]
    drill: Slug
    tries: Annotated[int, Field(strict=True, ge=1, le=5)] = 3
    fallback: Slug


class FirstRepBlock(_Block):
    """Degrees above horizontal to lift to, one after the other, as long as the back is stable."""

    kind: Literal["first-rep"]
    angles: Annotated[
        tuple[Annotated[int, Field(strict=True, ge=5, le=110)], ...],
        Field(min_length=1, max_length=4),
    ] = (45, 90)

    @field_validator("angles")
    @classmethod
    def _rising(cls, angles: tuple[int, ...]) -> tuple[int, ...]:
        if list(angles) != sorted(set(angles)):
            raise ValueError("do not rise. Write the lower angle first, such as [45, 90]")
        return angles


class FloorBlock(_Block):
    kind: Literal["floor"]


class SetsBlock(_Block):
    kind: Literal["sets"]
    sets: Annotated[int, Field(strict=True, ge=1, le=10)] = 3
    reps: Annotated[int, Field(strict=True, ge=1, le=50)] = 10
    rest: Annotated[int, Field(strict=True, ge=0, le=600)] = 60  # seconds


class WrapUpBlock(_Block):
    """What was done; asks for pain after."""

    kind: Literal["wrap-up"]


Block = Annotated[
    PlaceBlock | DrillBlock | TensionBlock | FirstRepBlock | FloorBlock | SetsBlock | WrapUpBlock,
    Field(discriminator="kind"),
]


class Routine(Shape):
    """An ordered list of blocks that a workout walks through."""

    slug: Slug
    name: Name
    summary: Sentence
    default: Yes = False
    pain: PainLimits = PainLimits()
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=40)]
    body: Body
