"""Answers to steps, and what they change about today."""

from django.db import transaction
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema.blocks import base as blocks
from coaching.practice import rules
from coaching.practice.actions.locking import lock, lock_running
from coaching.practice.actions.sets import complete_set
from coaching.practice.actions.workouts import complete_workout
from coaching.practice.course import course_of
from coaching.practice.decisions import Decision
from coaching.practice.models import Adjustment, CheckIn, Floor, Rep, StepAnswer, Workout
from coaching.practice.refusals import Refused


@transaction.atomic
def answer_step(*, workout, position, turn, said, happened_at):
    """Keeps the first answer to a step and turn, and carries out what follows from it.

    `said` is a blocks.Said. Returns the Adjustment where the answer changed what today asks for.
    Refused for a step that comes later.
    """
    lock_running(workout)
    # Read under the lock: another tab may have answered in the meantime.
    course = course_of(workout, releases.catalogue(workout.release_id))
    if not course.has_reached(position):
        raise Refused("comes-later")
    _row, is_new = StepAnswer.objects.get_or_create(
        workout=workout,
        position=position,
        turn=turn,
        defaults={"answer": said.answer, "happened_at": happened_at},
    )
    if not is_new:
        return None
    answers = [*course.answers.at(position), said.answer]
    # By position alone: another tab may have changed to a Variation this block no longer fits.
    effects = course.routine.blocks[position - 1].keeps(answers, said)
    carried_out = [_carry_out(effect, course, happened_at) for effect in effects]
    return next((each for each in carried_out if isinstance(each, Adjustment)), None)


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
        case blocks.EndWorkout():
            return complete_workout(workout=workout, ending=Workout.Ending.DONE)


@transaction.atomic
def check_in(*, workout, moment, pain, happened_at):
    """Keeps pain 0-10 at one moment of a workout; the first answer stands. Returns whether this
    one was new."""
    lock(workout)
    _row, is_new = CheckIn.objects.get_or_create(
        workout=workout, moment=moment, defaults={"pain": pain, "happened_at": happened_at}
    )
    return is_new


@transaction.atomic
def report_pain_before(*, workout, pain, happened_at=None):
    """Pain now, 0-10, decides today: go, something lighter, or no leg raises at all.

    Returns the Adjustment where there is one.
    """
    is_new = check_in(
        workout=workout,
        moment=CheckIn.Moment.BEFORE,
        pain=pain,
        happened_at=happened_at or timezone.now(),
    )
    if not is_new:
        return None  # said twice, it would ease a second time
    catalogue = releases.catalogue(workout.release_id)
    limits = catalogue.routine(workout.routine_id).pain
    decision = rules.pain_before(
        pain,
        easier_from=limits.easier_from,
        stop_from=limits.stop_from,
        lighter=catalogue.variation(workout.sets.first().variation_id).eases_to,
    )
    if decision and decision.rule == "pain-stops":
        complete_workout(workout=workout, ending=Workout.Ending.PAIN)
        return None
    return decision and adjust(workout=workout, decision=decision)


@transaction.atomic
def adjust(*, workout, decision, from_set=1):
    """Makes the sets that have not begun sets of another variation, and keeps the decision.

    `decision.facts["variation"]` is its slug. Returns the Adjustment, or None where there was
    nothing to change.
    """
    lock_running(workout)
    variation = decision.facts["variation"]
    begun = Rep.objects.kept().filter(workout_set__workout=workout).values("workout_set")
    ahead = workout.sets.filter(number__gte=from_set, ended_at__isnull=True).exclude(pk__in=begun)
    if not ahead.exclude(variation=variation).update(variation_id=variation):
        return None
    return Adjustment.objects.create(
        workout=workout, variation_id=variation, decided=decision.document
    )


@transaction.atomic
def go_lighter(*, workout_set, decision):
    """Ends a set that has reps, and makes the sets still to come sets of what was decided."""
    lock_running(workout_set.workout)
    if workout_set.reps.kept().exists():
        complete_set(workout_set=workout_set)
    adjust(workout=workout_set.workout, decision=decision, from_set=workout_set.number)


@transaction.atomic
def keep_floor(*, workout, variation, degrees, source=Floor.Source.EYE):
    """Keeps today's floor of one variation (a slug), in degrees above horizontal. One that is
    raised later in the workout takes its place."""
    lock_running(workout)
    Floor.objects.update_or_create(
        workout=workout,
        variation_id=variation,
        defaults={"degrees": degrees, "source": source},
    )


@transaction.atomic
def limit_height(*, workout, degrees):
    """Keeps how far up the legs go today, in degrees, or None where nothing limits them."""
    lock_running(workout)
    workout.highest_angle = degrees
    workout.save(update_fields=["highest_angle"])
