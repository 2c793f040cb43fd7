"""The one shape of all content: content files, draft tables and Releases are read into these.

`Catalogue.model_dump(mode="json")` is the document of a Release; `Catalogue.model_validate` reads
it back, and a round trip is equal. A model refuses what is wrong in itself (an angle of 400°);
`explain` puts that in words. `problems` finds what is wrong between things (a fault that nobody
wrote). Nothing behind this door knows Django.
"""

from coaching.catalogue.schema.catalogue import Catalogue
from coaching.catalogue.schema.checks import problems
from coaching.catalogue.schema.exercises import (
    Drill,
    Fault,
    Ladder,
    Muscle,
    MuscleUse,
    Topic,
    Variation,
)
from coaching.catalogue.schema.jumps import is_jump, least_gate
from coaching.catalogue.schema.problem import Problem, nearest
from coaching.catalogue.schema.questionnaires import Answer, Question, Questionnaire
from coaching.catalogue.schema.routines import PainLimits, Routine
from coaching.catalogue.schema.shapes import (
    HALF,
    MOST_WORDS,
    RANGES,
    SPOKEN,
    Amount,
    Figure,
    Instruction,
    Shape,
    Targets,
    Tempo,
    Thing,
    in_few_words,
)
from coaching.catalogue.schema.translations import Translation
from coaching.catalogue.schema.wording import complaints, explain

__all__ = [
    "HALF",
    "MOST_WORDS",
    "RANGES",
    "SPOKEN",
    "Amount",
    "Answer",
    "Catalogue",
    "Drill",
    "Fault",
    "Figure",
    "Instruction",
    "Ladder",
    "Muscle",
    "MuscleUse",
    "PainLimits",
    "Problem",
    "Question",
    "Questionnaire",
    "Routine",
    "Shape",
    "Targets",
    "Tempo",
    "Thing",
    "Topic",
    "Translation",
    "Variation",
    "complaints",
    "explain",
    "in_few_words",
    "is_jump",
    "least_gate",
    "nearest",
    "problems",
]
