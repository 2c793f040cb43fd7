"""What was done; asks for pain after."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskPain,
    Block,
    Chip,
    Effect,
    EndWorkout,
    ReportPain,
    Said,
    gettext_noop,
)
from coaching.catalogue.schema.exercises import Variation


class WrapUpBlock(Block):
    kind: Literal["wrap-up"]

    label: ClassVar[str] = gettext_noop("wrap-up")
    is_needed: ClassVar[bool] = True
    is_last: ClassVar[bool] = True

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        return (AskPain(gettext_noop("How does your back feel now?")),)

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        pain = () if now.pain is None else (ReportPain("after", now.pain),)
        return (*pain, EndWorkout())

    def chip(self, variation: Variation) -> Chip | None:
        return None
