"""Jumping on the spot; asks how the landing was."""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskAnswer,
    Block,
    Chip,
    gettext_noop,
)
from coaching.catalogue.schema.exercises import Drill, Variation
from coaching.catalogue.schema.shapes import Aside, DrillSlug


class JumpBlock(Block):
    """`times` how often, on the `ground`, after the `drill`."""

    kind: Literal["jump"]
    times: Annotated[int, Field(strict=True, ge=1, le=50)]
    drill: DrillSlug
    ground: Literal["mat", "grass"] = "mat"
    barefoot: StrictBool = False
    hint: Aside = ""

    label: ClassVar[str] = gettext_noop("jumps")

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        answers = {"soft": "Softly", "loud": "Loudly", "not": "Not at all"}
        return (AskAnswer(answers, "Say how you landed."),)

    def shows(self, said: Sequence[str], variation: Variation) -> dict[str, object]:
        return {"height": self.times * 2}

    def seconds(self, variation: Variation, drills: Mapping[str, Drill]) -> float:
        return self.times * 60

    def chip(self, variation: Variation) -> Chip | None:
        return Chip("%(times)s jumps", {"times": self.times})
