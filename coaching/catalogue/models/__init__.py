"""The draft: what a trainer edits. Pages never read these tables, only the published Release."""

from coaching.catalogue.models.exercises import (
    Drill,
    Fault,
    Muscle,
    Step,
    Topic,
    Variation,
    VariationFault,
    VariationMuscle,
)
from coaching.catalogue.models.releases import Release
from coaching.catalogue.models.routines import Answer, Block, Question, Routine

__all__ = [
    "Answer",
    "Block",
    "Drill",
    "Fault",
    "Muscle",
    "Question",
    "Release",
    "Routine",
    "Step",
    "Topic",
    "Variation",
    "VariationFault",
    "VariationMuscle",
]
