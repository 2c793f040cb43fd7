"""The draft: what a trainer edits. Pages never read these tables, only the published Release."""

from coaching.catalogue.models.exercises import (
    Drill,
    Fault,
    Instruction,
    Ladder,
    Muscle,
    Topic,
    Variation,
    VariationFault,
    VariationMuscle,
)
from coaching.catalogue.models.questionnaires import Answer, Question, Questionnaire
from coaching.catalogue.models.releases import Release, Shipped
from coaching.catalogue.models.routines import Block, Routine
from coaching.catalogue.models.translations import Translation

__all__ = [
    "Answer",
    "Block",
    "Drill",
    "Fault",
    "Instruction",
    "Ladder",
    "Muscle",
    "Question",
    "Questionnaire",
    "Release",
    "Routine",
    "Shipped",
    "Topic",
    "Translation",
    "Variation",
    "VariationFault",
    "VariationMuscle",
]
