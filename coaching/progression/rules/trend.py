"""Whether a floor has changed, or only been judged differently. Pure: no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_high

from coaching.progression.rules.floor import MEDIAN_OF

# Degrees that are noise, by how a floor was found: an eye errs by about ten, and one person with a
# phone by three. From the specification.
BY_EYE, MEASURED = 10, 5
# Two medians need six workouts.
ENOUGH = 2 * MEDIAN_OF


def noise(source: str) -> int:
    """Degrees that a floor has to change by before it has changed."""
    return BY_EYE if source == "eye" else MEASURED


@dataclass(frozen=True)
class Trend:
    """Floors of one variation that were found in one way, oldest first."""

    variation: str
    source: str
    floors: tuple[int, ...]

    @property
    def now(self) -> int:
        """The median of the last three, or of what there is."""
        return median_high(self.floors[-MEDIAN_OF:])

    @property
    def before(self) -> int | None:
        """The median of the three before them, or None where there are too few."""
        if len(self.floors) < ENOUGH:
            return None
        return median_high(self.floors[-ENOUGH:-MEDIAN_OF])

    @property
    def band(self) -> tuple[int, int]:
        """Degrees between which another floor would say nothing new."""
        return max(0, self.now - noise(self.source)), self.now + noise(self.source)

    @property
    def has_changed(self) -> bool:
        return self.before is not None and abs(self.now - self.before) >= noise(self.source)


def trends(floors: Iterable[tuple[str, str, int]]) -> Sequence[Trend]:
    """(variation, source, degrees), oldest first, as one Trend for each of both."""
    found: dict[tuple[str, str], list[int]] = {}
    for variation, source, degrees in floors:
        found.setdefault((variation, source), []).append(degrees)
    return [Trend(*key, tuple(values)) for key, values in found.items()]
