"""What was practised. A workout is frozen when it starts: no later edit rewrites it."""

from coaching.practice.models.check_ins import CheckIn
from coaching.practice.models.floors import Floor
from coaching.practice.models.sets import Rep, RepFault, WorkoutSet
from coaching.practice.models.workouts import Adjustment, StepAnswer, Workout

__all__ = [
    "Adjustment",
    "CheckIn",
    "Floor",
    "Rep",
    "RepFault",
    "StepAnswer",
    "Workout",
    "WorkoutSet",
]
