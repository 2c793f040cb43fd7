"""The sets themselves. Their screens are the player's own."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coaching.catalogue.schema.blocks.base import GET_READY, Block, Chip, Facts, gettext_noop
from coaching.catalogue.schema.exercises import Drill, Variation


class SetsBlock(Block):
    """`rest` is in seconds, between two sets."""

    kind: Literal["sets"]
    sets: Annotated[int, Field(strict=True, ge=1, le=10)] = 3
    reps: Annotated[int, Field(strict=True, ge=1, le=50)] = 10
    rest: Annotated[int, Field(strict=True, ge=0, le=600)] = 60

    label: ClassVar[str] = gettext_noop("sets")
    serves_raises: ClassVar[bool] = True
    is_needed: ClassVar[bool] = True
    is_single: ClassVar[bool] = True
    has_sets: ClassVar[bool] = True

    def seconds(self, variation: Variation, drills: Mapping[str, Drill]) -> float:
        one = GET_READY + self.reps * variation.tempo.seconds
        return self.sets * one + (self.sets - 1) * self.rest

    def chip(self, variation: Variation) -> Chip | None:
        facts: Facts = {"sets": self.sets, "reps": self.reps, "name": variation.name}
        return Chip(gettext_noop("%(sets)s × %(reps)s: %(name)s"), facts)
