"""A workout as a whole: started, ended, taken up again, handed over, adopted."""

from dataclasses import asdict
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.practice import rules
from coaching.practice.actions.locking import finish, lock
from coaching.practice.models import CheckIn, Rep, Workout, WorkoutSet
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
    lock(person)  # two tabs may start at the same moment
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
def complete_workout(*, workout, ending):
    """Ends a workout and keeps what was done. How it ended first stays."""
    lock(workout)
    if workout.is_running:
        finish(workout, ending)


def end_if_left_behind(*, workout):
    """Ends a running workout that nobody went on with for hours. Returns whether it did."""
    if not workout.is_running or timezone.now() - workout.started_at < LEFT_BEHIND:
        return False
    complete_workout(workout=workout, ending=Workout.Ending.STOPPED)
    return True


def may_resume(workout):
    """Whether what ended a workout because of pain may have been a wrong tap: right after it. Who
    has said after its end how it was is done: it would not be asked again."""
    if workout.ending != Workout.Ending.PAIN or not _just_now(workout.finished_at):
        return False
    later = Q(moment=CheckIn.Moment.AFTER) | Q(happened_at__gt=workout.finished_at)
    return not workout.check_ins.filter(later).exists()


def may_take_back(workout):
    """The same, or where "Pain" was said just now of a workout that was over."""
    return may_resume(workout) or (workout.hurt_at is not None and _just_now(workout.hurt_at))


def _just_now(said_at):
    return timezone.now() - said_at <= WRONG_TAP


def stopped_by(workout):
    """The CheckIn that did not let a workout begin, or None."""
    limits = releases.catalogue(workout.release_id).routine(workout.routine_id).pain
    return workout.check_ins.filter(
        moment=CheckIn.Moment.BEFORE, pain__gte=limits.stop_from
    ).first()


@transaction.atomic
def take_back_pain(*, workout):
    """Undoes a wrong tap. The workout that it ended runs again: reps that said so are taken back,
    and a number that was too much is asked for anew. One that was over already stays so."""
    lock(workout.person, workout)
    if workout.is_running or (workout.ending != Workout.Ending.PAIN and workout.hurt_at is None):
        return
    if not may_take_back(workout):
        raise Refused("too-late")
    if may_resume(workout):
        _resume(workout)
    workout.hurt_at = None
    workout.save(update_fields=["finished_at", "ending", "hurt_at"])


def _resume(workout):
    if workout.person.workouts.running().exists():
        raise Refused("one-is-running")
    if said := stopped_by(workout):
        _unsay(said)
    workout.finished_at, workout.ending = None, ""
    faults = releases.catalogue(workout.release_id).faults
    ending = [fault.slug for fault in faults if fault.severity == rules.ENDS_WORKOUT]
    hurt = Rep.objects.filter(workout_set__workout=workout, faults__in=ending)
    hurt.kept().update(taken_back_at=timezone.now())


def _unsay(said):
    """Takes back a number. One that had made the day lighter before it stands again; else the part
    that asks for it is open once more."""
    workout = said.workout
    decisions = [each.decision for each in workout.adjustments.all()]
    eased = [each.facts["pain"] for each in decisions if each.rule in rules.EASED_BY_PAIN]
    if eased:
        said.pain = max(eased)
        said.save(update_fields=["pain"])
        return
    said.delete()
    blocks = releases.catalogue(workout.release_id).routine(workout.routine_id).blocks
    asking = [position for position, each in enumerate(blocks, 1) if each.asks_pain_first]
    workout.answers.filter(position__in=asking).delete()


@transaction.atomic
def hand_over(*, guest, person, workout_id):
    """Gives a running workout of a guest to the account with which it goes on, and returns whether
    it has it now. Not while another of the account's is running: nobody ends that unasked, unless
    it was left behind."""
    lock(guest, person)
    workout = Workout.objects.get(pk=workout_id)
    lock(workout)
    if workout.person_id == person.pk:
        return True  # by another tab, at this moment
    if not guest.is_guest or workout.person_id != guest.pk or not workout.is_running:
        return False
    for running in person.workouts.running():
        if not end_if_left_behind(workout=running):
            return False
    workout.person = person
    workout.save(update_fields=["person"])
    return True


@transaction.atomic
def adopt_workouts(*, guest, person):
    """Gives an account the workouts done as a guest before signing in. One that is running goes on,
    with the account if it can be handed over. Returns whether they still were a guest: who signs up
    in another tab at that moment keeps it all."""
    lock(guest, person)
    if not guest.is_guest:
        return False
    for workout in guest.workouts.running():
        hand_over(guest=guest, person=person, workout_id=workout.pk)
    guest.workouts.finished().update(person=person)
    return True
