"""Everything that changes a workout, each in one atomic block. Saying it twice is saying it once.

A refusal is raised before anything is written, so what was there stays.
"""

from coaching.practice.actions.changes import adjust, keep_floor, limit_height, raise_floor
from coaching.practice.actions.pain import check_in, report_pain_before, stop_for_pain
from coaching.practice.actions.sets import (
    KeptReps,
    complete_set,
    go_lighter,
    keep_reps,
    take_back_rep,
)
from coaching.practice.actions.steps import answer_step
from coaching.practice.actions.workouts import (
    LEFT_BEHIND,
    WRONG_TAP,
    adopt_workouts,
    complete_workout,
    end_if_left_behind,
    hand_over,
    may_resume,
    may_take_back,
    start_workout,
    stopped_by,
    take_back_pain,
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
    "hand_over",
    "keep_floor",
    "keep_reps",
    "limit_height",
    "may_resume",
    "may_take_back",
    "raise_floor",
    "report_pain_before",
    "start_workout",
    "stop_for_pain",
    "stopped_by",
    "take_back_pain",
    "take_back_rep",
]
