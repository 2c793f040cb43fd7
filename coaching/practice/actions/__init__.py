"""Everything that changes a workout, each in one atomic block. Saying it twice is saying it once.

A refusal is raised before anything is written, so what was there stays.
"""

from coaching.practice.actions.sets import (
    KeptReps,
    complete_set,
    keep_reps,
    take_back_rep,
)
from coaching.practice.actions.steps import (
    adjust,
    answer_step,
    check_in,
    go_lighter,
    keep_floor,
    limit_height,
    report_pain_before,
)
from coaching.practice.actions.workouts import (
    LEFT_BEHIND,
    WRONG_TAP,
    adopt_workouts,
    complete_workout,
    end_if_left_behind,
    may_resume,
    resume_workout,
    start_workout,
)

__all__ = [
    "LEFT_BEHIND",
    "WRONG_TAP",
    "KeptReps",
    "adjust",
    "adopt_workouts",
    "answer_step",
    "check_in",
    "complete_set",
    "complete_workout",
    "end_if_left_behind",
    "go_lighter",
    "keep_floor",
    "keep_reps",
    "limit_height",
    "may_resume",
    "report_pain_before",
    "resume_workout",
    "start_workout",
    "take_back_rep",
]
