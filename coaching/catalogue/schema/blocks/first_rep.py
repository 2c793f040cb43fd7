"""The first rep of the day: higher in steps, as long as the back stays down."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from coaching.catalogue.schema.blocks.base import (
    Ask,
    AskAnswer,
    Block,
    EaseToday,
    Effect,
    LimitHeight,
    Said,
    gettext_noop,
)
from coaching.catalogue.schema.exercises import Variation

# The two answers.
STABLE, NOT = "stable", "not"


class FirstRepBlock(Block):
    """Degrees above horizontal to lift to, one after the other."""

    kind: Literal["first-rep"]
    angles: Annotated[
        tuple[Annotated[int, Field(strict=True, ge=5, le=110)], ...],
        Field(min_length=1, max_length=4),
    ] = (45, 90)

    label: ClassVar[str] = gettext_noop("first rep")
    serves_raises: ClassVar[bool] = True

    @field_validator("angles")
    @classmethod
    def _rising(cls, angles: tuple[int, ...]) -> tuple[int, ...]:
        if list(angles) != sorted(set(angles)):
            raise ValueError("do not rise. Write the lower angle first, such as [45, 90]")
        return angles

    @property
    def turns(self) -> int:
        return len(self.angles)

    def fits(self, variation: Variation) -> bool:
        """It lifts from the mat; a movement that begins at the top, or on a bar, does not."""
        return variation.figure.support == "lying" and variation.figure.starts_at == "bottom"

    def is_done(self, said: Sequence[str]) -> bool:
        return NOT in said or len(said) >= len(self.angles)

    def highest_angle(self, said: Sequence[str]) -> int | None:
        """How far up the legs go today, in degrees, or None where nothing limits them: not stable
        means to stay at the last angle that was."""
        if NOT not in said or self.is_unsteady_at_once(said):
            return None
        return self.angles[list(said).index(NOT) - 1]

    def is_unsteady_at_once(self, said: Sequence[str]) -> bool:
        """Whether not even the lowest angle was stable. Low legs pull hardest, so staying there
        would be the hard half of the movement: today has to be lighter."""
        return list(said[:1]) == [NOT]

    def asks(self, *, pain_is_known: bool) -> tuple[Ask, ...]:
        answers = {STABLE: gettext_noop("Stable"), NOT: gettext_noop("Not stable")}
        missing = gettext_noop("Say whether your back stayed down, or not.")
        return (AskAnswer(answers, missing),)

    def keeps(self, said: Sequence[str], now: Said) -> tuple[Effect, ...]:
        if not self.is_done(said):
            return ()
        if self.is_unsteady_at_once(said):
            return (EaseToday("first-rep", {"angle": self.angles[0]}),)
        return (LimitHeight(self.highest_angle(said)),)

    def shows(self, said: Sequence[str], variation: Variation) -> dict[str, object]:
        """The angle of this turn."""
        angle = self.angles[min(len(said), len(self.angles) - 1)]
        return {
            "angle": angle,
            "was_stable": list(said[-1:]) == [STABLE],
        }
