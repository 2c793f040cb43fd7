"""The floor: the lowest angle at which the back stays down today."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskFloor,
    Block,
    Chip,
    Effect,
    KeepFloor,
    Said,
    gettext_noop,
)
from coaching.catalogue.schema.exercises import Variation


class FloorBlock(Block):
    kind: Literal["floor"]

    label: ClassVar[str] = gettext_noop("floor")
    serves_raises: ClassVar[bool] = True
    is_single: ClassVar[bool] = True

    def fits(self, variation: Variation) -> bool:
        """Where nothing is lowered towards a mat there is no floor."""
        return variation.has_floor

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        return (AskFloor(),)

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        return () if now.floor is None else (KeepFloor(now.floor),)

    def chip(self, variation: Variation) -> Chip | None:
        return None
