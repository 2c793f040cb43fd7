"""The one shape of all content: content files, draft tables and Releases are read into these.

`Catalogue.model_dump(mode="json")` is the document of a Release; `Catalogue.model_validate` reads
it back, and a round trip is equal. A model refuses what is wrong in itself (an angle of 400°);
`explain` puts that in words. `problems` finds what is wrong between things (a fault that nobody
wrote). Nothing behind this door knows Django.
"""

from coaching.catalogue.schema.blocks import (
    Block,
    DrillBlock,
    FirstRepBlock,
    FloorBlock,
    PainLimits,
    PlaceBlock,
    Routine,
    SetsBlock,
    TensionBlock,
    WrapUpBlock,
)
from coaching.catalogue.schema.checks import (
    Problem,
    nearest,
    problems,
)
from coaching.catalogue.schema.entries import (
    Answer,
    Catalogue,
    Drill,
    Fault,
    Icon,
    Muscle,
    MuscleUse,
    Question,
    Region,
    Severity,
    Suggestion,
    Topic,
    Variation,
)
from coaching.catalogue.schema.shapes import (
    RANGES,
    Amount,
    Figure,
    Shape,
    Step,
    Tempo,
)
from coaching.catalogue.schema.wording import (
    complaints,
    explain,
)

__all__ = [
    "RANGES",
    "Amount",
    "Answer",
    "Block",
    "Catalogue",
    "Drill",
    "DrillBlock",
    "Fault",
    "Figure",
    "FirstRepBlock",
    "FloorBlock",
    "Icon",
    "Muscle",
    "MuscleUse",
    "PainLimits",
    "PlaceBlock",
    "Problem",
    "Question",
    "Region",
    "Routine",
    "SetsBlock",
    "Severity",
    "Shape",
    "Step",
    "Suggestion",
    "Tempo",
    "TensionBlock",
    "Topic",
    "Variation",
    "WrapUpBlock",
    "complaints",
    "explain",
    "nearest",
    "problems",
]
