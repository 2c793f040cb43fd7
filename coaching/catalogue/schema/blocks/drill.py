"""One drill: cat-cow, plank, a stretch."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from coaching.catalogue.schema.blocks.base import READ_AND_ANSWER, Block, gettext_noop
from coaching.catalogue.schema.exercises import Drill, Variation
from coaching.catalogue.schema.shapes import DrillSlug


class DrillBlock(Block):
    kind: Literal["drill"]
    drill: DrillSlug

    label: ClassVar[str] = gettext_noop("drill")
    is_spare: ClassVar[bool] = True

    def seconds(self, variation: Variation, drills: Mapping[str, Drill]) -> float:
        drill = drills[self.drill]
        return READ_AND_ANSWER + (
            drill.amount.seconds or (drill.amount.reps or 0) * drill.tempo.seconds
        )
