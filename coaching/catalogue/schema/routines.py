"""An ordered list of blocks that a workout walks through, and what pain changes before it."""

from typing import Annotated

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from coaching.catalogue.schema.blocks import AnyBlock
from coaching.catalogue.schema.shapes import Body, LadderSlug, Name, Sentence, Shape, Thing


class PainLimits(Shape):
    """Pain before a workout, 0-10: from which number something lighter, from which none at all.

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


class Routine(Thing):
    """What a workout on one ladder walks through."""

    name: Name
    summary: Sentence
    ladder: LadderSlug
    default: StrictBool = False
    pain: PainLimits = PainLimits()
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1, max_length=40)]
    body: Body
