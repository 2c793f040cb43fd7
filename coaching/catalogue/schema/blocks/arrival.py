"""Where to lie and in what; asks for pain now."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskPain,
    Block,
    Chip,
    Effect,
    ReportPain,
    Said,
    gettext_noop,
)
from coaching.catalogue.schema.exercises import Variation
from coaching.catalogue.schema.shapes import TopicSlug


class ArrivalBlock(Block):
    kind: Literal["arrival"]
    topics: Annotated[tuple[TopicSlug, ...], Field(min_length=1)]

    label: ClassVar[str] = gettext_noop("arriving on the mat")
    asks_pain_first: ClassVar[bool] = True

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        """A newcomer was asked about pain on the way in, and is not asked again."""
        label = gettext_noop("How much does your back hurt right now?")
        return () if pain_is_known else (AskPain(label),)

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        return () if now.pain is None else (ReportPain("before", now.pain),)

    def chip(self, variation: Variation) -> Chip | None:
        return None
