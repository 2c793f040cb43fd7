"""Everything that changes a workout, each in one atomic block. Saying it twice is saying it once.

Every action locks the workout first, so that two taps at the same moment come one after the other.
A refusal is raised before anything is written, so what was there stays.
"""

from collections import Counter
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema.blocks import base as blocks
from coaching.people.models import User
from coaching.practice import rules
from coaching.practice.course import course_of
from coaching.practice.decisions import Decision
from coaching.practice.models import (
    Adjustment,
    CheckIn,
    Floor,
    Rep,
    RepFault,
    StepAnswer,
    Workout,
    WorkoutSet,
)
from coaching.practice.refusals import Refused

# How long after "Pain" it still counts as a wrong tap. Somebody who rested longer starts afresh,
# and is asked about pain again.
WRONG_TAP = timedelta(minutes=10)
# After this long a warmed-up back is cold again, and what was said about pain is old news.
LEFT_BEHIND = timedelta(hours=6)


def start_workout(*, person, workout_id, release, routine, prescription):
    """Starts the workout that the browser named, or returns it when it was started before.

    `prescription` is a rules.Prescription. Refused while another workout is running, unless that
    one was left behind, which ends it.
    """
    try:
        with transaction.atomic():
            return _start(person, workout_id, release, routine, prescription)
    except IntegrityError as taken:
        # Somebody else's browser used the same name at the same moment.
        raise Refused("not-yours") from taken


def _start(person, workout_id, release, routine, prescription):
    # Two tabs may start at the same moment; whoever comes second waits here.
    User.objects.select_for_update().get(pk=person.pk)
    if started := Workout.objects.filter(pk=workout_id).first():
        if started.person_id != person.pk:
            raise Refused("not-yours")
        return started
    for running in person.workouts.running():
        if not end_if_left_behind(workout=running):
            raise Refused("one-is-running")
    workout = Workout.objects.create(
        pk=workout_id,
        person=person,
        release_id=release,
        routine_id=routine,
        prescription=asdict(prescription),
    )
    planned = [each for each in prescription.sets for _number in range(each.sets)]
    WorkoutSet.objects.bulk_create(
        WorkoutSet(
            workout=workout,
            number=number,
            position=each.position,
            variation_id=prescription.variation,
            target=each.reps,
        )
        for number, each in enumerate(planned, start=1)
    )
    return workout


@transaction.atomic
def answer_step(*, workout, position, turn, said, happened_at):
    """Keeps the first answer to a step and turn, and carries out what follows from it.

    `said` is a blocks.Said. Returns the Adjustment where the answer changed what today asks for.
    Refused for a step that comes later.
    """
    _lock_running(workout)
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
    effects = course.block(position).keeps(answers, said)
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
    _lock(workout)
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
    _lock_running(workout)
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
    _lock_running(workout_set.workout)
    if workout_set.reps.kept().exists():
        complete_set(workout_set=workout_set)
    adjust(workout=workout_set.workout, decision=decision, from_set=workout_set.number)


@transaction.atomic
def keep_floor(*, workout, variation, degrees, source=Floor.Source.EYE):
    """Keeps today's floor of one variation (a slug), in degrees above horizontal. One that is
    raised later in the workout takes its place."""
    _lock_running(workout)
    Floor.objects.update_or_create(
        workout=workout,
        variation_id=variation,
        defaults={"degrees": degrees, "source": source},
    )


@transaction.atomic
def limit_height(*, workout, degrees):
    """Keeps how far up the legs go today, in degrees, or None where nothing limits them."""
    _lock_running(workout)
    workout.highest_angle = degrees
    workout.save(update_fields=["highest_angle"])


@dataclass(frozen=True)
class KeptReps:
    """A set with all its reps as they are kept now, in order."""

    workout_set: WorkoutSet
    reps: list


@transaction.atomic
def keep_reps(*, person, workout, number, reps):
    """Keeps reps with their verdicts, one or a whole set, and returns the set's KeptReps.

    `workout` is its UUID, `number` that of the set, `reps` are rules.JudgedRep with an `id` and
    `happened_at`. Posted again, late or out of order nothing changes: the name that the browser
    gave a rep decides. A fault that ends the workout ends it. Raises WorkoutSet.DoesNotExist for
    what is not the person's, and Refused before anything is written.
    """
    own = WorkoutSet.objects.of(person).locking_workout()
    workout_set = own.get(workout=workout, number=number)
    in_play = Q(workout_set=workout_set) | Q(pk__in=[rep.id for rep in reps])
    judged = Rep.objects.filter(in_play).judged()
    mine = judged.pop(workout_set.pk, [])
    kept = [rep for rep in mine if not rep.taken_back]
    names = {rep.id for rep in mine}
    new = [replace(rep, floor=workout_set.floor) for rep in reps if rep.id not in names]
    if new:
        catalogue = releases.catalogue(workout_set.workout.release_id)
        variation = catalogue.variation(workout_set.variation_id)
        _check_new(workout_set, kept, new, faults=variation.faults, is_elsewhere=bool(judged))
        _store(workout_set, new)
        if rules.ends(new, catalogue.by_slug["fault"]) == "workout":
            _finish(workout_set.workout, Workout.Ending.PAIN)
    return KeptReps(workout_set, sorted([*kept, *new], key=lambda rep: rep.number))


def _check_new(workout_set, kept, new, *, faults, is_elsewhere):
    if is_elsewhere:
        raise Refused("other-set")
    _check_running(workout_set.workout)
    if unknown := [slug for rep in new for slug in rep.faults if slug not in faults]:
        raise Refused("unknown-fault", value=unknown[0])
    numbers = Counter(rep.number for rep in [*kept, *new])
    names = Counter(rep.id for rep in new)
    if twice := sorted(rep.number for rep in new if numbers[rep.number] > 1 or names[rep.id] > 1):
        raise Refused("number-taken", number=twice[0])


def _store(workout_set, reps):
    Rep.objects.bulk_create(
        Rep(
            pk=rep.id,
            workout_set=workout_set,
            number=rep.number,
            perfect=rep.perfect,
            happened_at=rep.happened_at,
            descent_seconds=rep.descent_seconds,
            floor=rep.floor,
            judged_by=rep.judged_by,
        )
        for rep in reps
    )
    RepFault.objects.bulk_create(
        RepFault(rep_id=rep.id, fault_id=slug) for rep in reps for slug in rep.faults
    )


@transaction.atomic
def take_back_rep(*, rep):
    """Takes back the last rep of a set. Twice is once."""
    workout_set = rep.workout_set
    _lock(workout_set.workout)
    rep.refresh_from_db(fields=["taken_back_at"])
    if rep.taken_back_at is not None:
        return
    _check_running(workout_set.workout)
    if workout_set.reps.kept().filter(number__gt=rep.number).exists():
        raise Refused("not-the-last")
    rep.taken_back_at = timezone.now()
    rep.save(update_fields=["taken_back_at"])


@transaction.atomic
def complete_set(*, workout_set):
    """Ends a set because the person is done with it. Ending it again changes nothing."""
    _lock(workout_set.workout)
    workout_set.refresh_from_db(fields=["ended_at"])
    if workout_set.ended_at is None:
        _check_running(workout_set.workout)
        workout_set.ended_at = timezone.now()
        workout_set.save(update_fields=["ended_at"])


@transaction.atomic
def complete_workout(*, workout, ending):
    """Ends a workout and keeps what was done. How it ended first stays."""
    _lock(workout)
    if workout.is_running:
        _finish(workout, ending)


def end_if_left_behind(*, workout):
    """Ends a running workout that nobody went on with for hours. Returns whether it did."""
    if not workout.is_running or timezone.now() - workout.started_at < LEFT_BEHIND:
        return False
    complete_workout(workout=workout, ending=Workout.Ending.STOPPED)
    return True


def may_resume(workout):
    """Whether a workout that "Pain" ended may have been a wrong tap: right after it, and only where
    pain was a button or a rep. Who said before starting that it hurts too much starts anew."""
    if workout.ending != Workout.Ending.PAIN or timezone.now() - workout.finished_at > WRONG_TAP:
        return False
    limits = releases.catalogue(workout.release_id).routine(workout.routine_id).pain
    before = workout.check_ins.filter(moment=CheckIn.Moment.BEFORE, pain__gte=limits.stop_from)
    return not before.exists()


@transaction.atomic
def resume_workout(*, workout):
    """Undoes a wrong tap on "Pain": the workout runs again, reps that said so are taken back."""
    _lock(workout)
    if workout.is_running:
        return
    if not may_resume(workout):
        raise Refused("too-late")
    if workout.person.workouts.running().exists():
        raise Refused("one-is-running")
    workout.finished_at, workout.ending = None, ""
    workout.save(update_fields=["finished_at", "ending"])
    faults = releases.catalogue(workout.release_id).faults
    ending = [fault.slug for fault in faults if fault.severity == rules.ENDS_WORKOUT]
    said = Rep.objects.filter(workout_set__workout=workout, faults__in=ending)
    said.kept().update(taken_back_at=timezone.now())


@transaction.atomic
def adopt_workouts(*, guest, person):
    """Gives an account the workouts done as a guest before signing in; a running one is ended."""
    for workout in guest.workouts.running():
        complete_workout(workout=workout, ending=Workout.Ending.STOPPED)
    return guest.workouts.update(person=person)


def _lock(workout):
    workout.refresh_from_db(
        fields=["finished_at", "ending", "highest_angle"],
        from_queryset=Workout.objects.select_for_update(),
    )


def _lock_running(workout):
    _lock(workout)
    _check_running(workout)


def _check_running(workout):
    if not workout.is_running:
        raise Refused("workout-over")


def _finish(workout, ending):
    workout.finished_at, workout.ending = timezone.now(), ending
    workout.save(update_fields=["finished_at", "ending"])
