"""The sets themselves. Their screens are the player's own."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coaching.catalogue.schema.blocks.base import GET_READY, Block, Chip, Facts, gettext_noop
from coaching.catalogue.schema.exercises import Drill, Variation


class SetsBlock(Block):
    """`reps` are the most that a set has, whatever the variation asks for: None leaves it to that.
    `rest` is in seconds, between two sets."""

    kind: Literal["sets"]
    sets: Annotated[int, Field(strict=True, ge=1, le=10)] = 3
    reps: Annotated[int, Field(strict=True, ge=1, le=50)] | None = None
    rest: Annotated[int, Field(strict=True, ge=0, le=600)] = 60

    label: ClassVar[str] = gettext_noop("sets")
    serves_raises: ClassVar[bool] = True
    is_needed: ClassVar[bool] = True
    is_single: ClassVar[bool] = True
    has_sets: ClassVar[bool] = True

    def asks_for(self, variation: Variation) -> int:
        """The reps of a set for who is new to the variation, where nobody has said how many."""
        return self.reps or variation.targets[0]

    def seconds(self, variation: Variation, drills: Mapping[str, Drill]) -> float:
        one = GET_READY + self.asks_for(variation) * variation.tempo.seconds
        return self.sets * one + (self.sets - 1) * self.rest

    def chip(self, variation: Variation) -> Chip | None:
        reps = self.asks_for(variation)
        facts: Facts = {"sets": self.sets, "reps": reps, "name": variation.name}
        return Chip(gettext_noop("%(sets)s × %(reps)s: %(name)s"), facts)
