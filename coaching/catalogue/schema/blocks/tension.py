"""The tension check: firm goes on; loose at every try makes today a day for something else."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskAnswer,
    Block,
    ChangeVariation,
    Effect,
    Said,
    gettext_noop,
)
from coaching.catalogue.schema.shapes import DrillSlug, VariationSlug

# The two answers.
FIRM, NOT = "firm", "not"


class TensionBlock(Block):
    """After `tries` without a firm one, `fallback` is what today is for."""

    kind: Literal["tension"]
    drill: DrillSlug
    tries: Annotated[int, Field(strict=True, ge=1, le=5)] = 3
    fallback: VariationSlug

    label: ClassVar[str] = gettext_noop("tension check")
    serves_raises: ClassVar[bool] = True

    @property
    def turns(self) -> int:
        return self.tries

    def is_done(self, said: Sequence[str]) -> bool:
        return FIRM in said or len(said) >= self.tries

    def is_failed(self, said: Sequence[str]) -> bool:
        """Whether every try said that the back did not press."""
        return len(said) >= self.tries and FIRM not in said

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        answers = {FIRM: gettext_noop("Firm"), NOT: gettext_noop("Not yet")}
        return (AskAnswer(answers, gettext_noop("Say whether it felt firm, or not yet.")),)

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        if not self.is_failed(said):
            return ()
        return (ChangeVariation(self.fallback, "tension-check", {"tries": len(said)}),)
