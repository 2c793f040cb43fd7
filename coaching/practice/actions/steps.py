"""Answers to steps, and what they change about today."""

from django.db import transaction

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema.blocks import base as blocks
from coaching.practice import rules
from coaching.practice.actions.changes import adjust, keep_floor, limit_height
from coaching.practice.actions.locking import lock
from coaching.practice.actions.pain import check_in, report_pain_before
from coaching.practice.actions.workouts import complete_workout
from coaching.practice.course import course_of
from coaching.practice.decisions import Decision
from coaching.practice.models import Adjustment, StepAnswer, Workout
from coaching.practice.refusals import Refused


@transaction.atomic
def answer_step(*, workout, position, turn, said, happened_at):
    """Keeps the first answer to a step and turn, and carries out what follows from it.

    `said` is a blocks.Said. Returns the Adjustment where the answer changed what today asks for.
    Refused for a step that comes later, and for one of a workout that is over, where it says
    nothing of pain.
    """
    lock(workout)
    # Read under the lock: another tab may have answered in the meantime.
    course = course_of(workout, releases.catalogue(workout.release_id))
    if not workout.is_running:
        return _hear_late(course, position, said, happened_at)
    if not course.has_reached(position):
        raise Refused("comes-later")
    _row, is_new = StepAnswer.objects.get_or_create(
        workout=workout,
        position=position,
        turn=turn,
        defaults={"answer": said.answer, "happened_at": happened_at},
    )
    answers = [*course.answers.at(position), said.answer]
    # By position alone: another tab may have changed to a Variation this block no longer fits.
    effects = course.routine.blocks[position - 1].keeps(answers, said)
    if not is_new:  # the first answer stands, but more pain is never lost
        effects = [each for each in effects if isinstance(each, blocks.ReportPain)]
    carried_out = [_carry_out(effect, course, happened_at) for effect in effects]
    return next((each for each in carried_out if isinstance(each, Adjustment)), None)


def _hear_late(course, position, said, happened_at):
    """Pain is kept when its workout is over, too, and nothing else follows from it."""
    pains = course.routine.blocks[position - 1].keeps([said.answer], said)
    pains = [each for each in pains if isinstance(each, blocks.ReportPain)]
    if not pains:
        raise Refused("workout-over")
    for each in pains:
        check_in(
            workout=course.workout, moment=each.moment, pain=each.pain, happened_at=happened_at
        )


def _carry_out(effect, course, happened_at):
    workout = course.workout
    match effect:
        case blocks.ReportPain(moment="before"):
            return report_pain_before(workout=workout, pain=effect.pain, happened_at=happened_at)
        case blocks.ReportPain():
            return check_in(
                workout=workout, moment=effect.moment, pain=effect.pain, happened_at=happened_at
            )
        case blocks.KeepFloor():
            return keep_floor(
                workout=workout, variation=course.variation.slug, degrees=effect.degrees
            )
        case blocks.LimitHeight():
            return limit_height(workout=workout, degrees=effect.degrees)
        case blocks.ChangeVariation():
            facts = {**effect.facts, "variation": effect.variation}
            return adjust(workout=workout, decision=Decision(effect.rule, facts))
        case blocks.EaseToday():
            today = course.variation
            decision = rules.eased_today(
                effect.rule, effect.facts, today=today.slug, lighter=today.eases_to
            )
            return adjust(workout=workout, decision=decision)
        case blocks.EndWorkout():
            return complete_workout(workout=workout, ending=Workout.Ending.DONE)
