"""Everything that changes a workout, each in one atomic block. Saying it twice is saying it once.

A refusal is raised before anything is written, so what was there stays.
"""

from dataclasses import asdict, replace
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.catalogue import releases
from coaching.people.models import User
from coaching.practice import rules
from coaching.practice.models import CheckIn, Rep, RepFault, StepAnswer, Workout, WorkoutSet

# How long after "Pain" it still counts as a wrong tap. Somebody who rested longer starts afresh,
# and is asked about pain again.
WRONG_TAP = timedelta(minutes=10)


class Refused(Exception):
    """It came too late, or contradicts what is already kept. Says why in a person's words."""


@transaction.atomic
def start_workout(*, person, workout_id, release, routine, prescription):
    """Starts the workout that the browser named, or returns it when it was started before.

    `prescription` is a rules.Prescription. Refused while another workout is running.
    """
    if known := Workout.objects.filter(pk=workout_id).first():
        if known.person_id != person.pk:
            raise Refused(_("This workout was not started by you. Start a new one."))
        return known
    # Two tabs may start at the same moment; whoever comes second waits here and is then refused.
    User.objects.select_for_update().get(pk=person.pk)
    if person.workouts.running().exists():
        raise Refused(_("You already have a workout running. Go on with it, or end it first."))
    workout = Workout.objects.create(
        pk=workout_id,
        person=person,
        release_id=release,
        routine_id=routine,
        prescription=asdict(prescription),
    )
    planned = [part for part in prescription.sets for _number in range(part.sets)]
    WorkoutSet.objects.bulk_create(
        WorkoutSet(
            workout=workout,
            number=number,
            position=part.position,
            variation_id=prescription.variation,
            target=part.reps,
        )
        for number, part in enumerate(planned, start=1)
    )
    return workout


@transaction.atomic
def answer_step(*, workout, position, turn, answer, happened_at):
    """Keeps the first answer to a part and turn. Returns whether this one was new."""
    _check_running(workout)
    _row, new = StepAnswer.objects.get_or_create(
        workout=workout,
        position=position,
        turn=turn,
        defaults={"answer": answer, "happened_at": happened_at},
    )
    return new


@transaction.atomic
def check_in(*, workout, moment, pain, happened_at):
    """Keeps pain 0-10 at one moment of a workout; the first answer stands."""
    row, _new = CheckIn.objects.get_or_create(
        workout=workout, moment=moment, defaults={"pain": pain, "happened_at": happened_at}
    )
    return row


@transaction.atomic
def report_pain_before(*, workout, pain, happened_at=None):
    """Pain now, 0-10, decides today: go, one rung easier, or no leg raises at all."""
    catalogue = releases.edition(workout.release_id)
    limits = catalogue.routine(workout.routine_id).pain
    check_in(
        workout=workout,
        moment=CheckIn.Moment.BEFORE,
        pain=pain,
        happened_at=happened_at or timezone.now(),
    )
    if pain >= limits.stop_from:
        complete_workout(workout=workout, ending=Workout.Ending.PAIN)
    elif pain >= limits.easier_from:
        today = catalogue.variation(workout.sets.first().variation_id)
        if easier := catalogue.easier(today):
            use_variation(workout=workout, variation=easier.slug)


@transaction.atomic
def use_variation(*, workout, variation, from_set=1):
    """Makes the sets that have not begun yet sets of another variation (a slug)."""
    _check_running(workout)
    workout.sets.filter(number__gte=from_set, reps__isnull=True, ended_at__isnull=True).update(
        variation_id=variation
    )


@transaction.atomic
def set_floor(*, workout, floor):
    """Keeps the stop point, in degrees above horizontal."""
    _check_running(workout)
    workout.floor = floor
    workout.save(update_fields=["floor"])


def record_reps(*, workout_set, known, reps):
    """Keeps reps with their verdicts, one or a whole set. Returns the set's kept reps with them.

    `reps` are rules.JudgedRep with an `id` and `happened_at`; `known` maps the slugs of faults to
    the catalogue's. Posted again, late or out of order nothing changes: the name that the browser
    gave a rep decides. A fault that ends the set or the workout ends it. Lock the set first.
    """
    own = Q(workout_set=workout_set) | Q(pk__in=[rep.id for rep in reps])
    judged = Rep.objects.filter(own).judged()
    mine = judged.pop(workout_set.pk, [])
    kept = [rep for rep in mine if not rep.taken_back]
    floor = workout_set.workout.floor
    new = [replace(rep, floor=floor) for rep in reps if rep.id not in {r.id for r in mine}]
    if not new:
        return kept
    _check_new(workout_set, kept, new, elsewhere=bool(judged))
    kept = sorted([*kept, *new], key=lambda rep: rep.number)
    # Every refusal came before this, so the caller's transaction can be the one that counts.
    with transaction.atomic(savepoint=False):
        _store(workout_set, new)
        ended = rules.ends(kept, known)
        if ended and workout_set.ended_at is None:
            _end_set(workout_set, WorkoutSet.Ending.FAULT)
        if ended == "session":
            _finish(workout_set.workout, Workout.Ending.PAIN)
    return kept


def _check_new(workout_set, kept, new, *, elsewhere):
    if elsewhere:
        raise Refused(_("This rep was already counted in another set."))
    _check_running(workout_set.workout)
    counted = {rep.number for rep in kept}
    if twice := sorted(counted & {rep.number for rep in new}):
        raise Refused(
            _("Rep %(number)s is already counted. What you said first stays.")
            % {"number": twice[0]}
        )


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
        )
        for rep in reps
    )
    RepFault.objects.bulk_create(
        RepFault(rep_id=rep.id, fault_id=slug) for rep in reps for slug in rep.faults
    )


@transaction.atomic
def take_back_rep(*, rep, known):
    """Takes back the last rep of a set, and with it what it ended. Twice is once."""
    if rep.taken_back_at is not None:
        return
    workout_set = rep.workout_set
    _check_running(workout_set.workout)
    kept = [other for other in _kept(workout_set) if other.id != rep.pk]
    if any(other.number > rep.number for other in kept):
        raise Refused(_("Only the last rep of a set can be taken back."))
    rep.taken_back_at = timezone.now()
    rep.save(update_fields=["taken_back_at"])
    if workout_set.ending == WorkoutSet.Ending.FAULT and not rules.ends(kept, known):
        workout_set.ended_at, workout_set.ending = None, ""
        workout_set.save(update_fields=["ended_at", "ending"])


@transaction.atomic
def complete_set(*, workout_set):
    """Ends a set because the person is done with it. Ending it again changes nothing."""
    if workout_set.ended_at is None:
        _check_running(workout_set.workout)
        _end_set(workout_set, WorkoutSet.Ending.DONE)


@transaction.atomic
def go_easier(*, workout_set, variation):
    """Ends a set that has reps, and makes the sets still to come sets of `variation` (a slug)."""
    if workout_set.reps.exists():
        complete_set(workout_set=workout_set)
    use_variation(workout=workout_set.workout, variation=variation, from_set=workout_set.number)


@transaction.atomic
def complete_workout(*, workout, ending):
    """Ends a workout and keeps what was done. How it ended first stays."""
    if workout.is_running:
        _finish(workout, ending)


@transaction.atomic
def resume_workout(*, workout, known):
    """Undoes a wrong tap on "Pain": the workout runs again, the rep that said so is taken back."""
    if workout.is_running:
        return
    if workout.ending != Workout.Ending.PAIN or timezone.now() - workout.finished_at > WRONG_TAP:
        raise Refused(_("This workout is over. Start a new one when you are ready."))
    if workout.person.workouts.running().exists():
        raise Refused(_("You already have a workout running. Go on with it, or end it first."))
    workout.finished_at, workout.ending = None, ""
    workout.save(update_fields=["finished_at", "ending"])
    reps = Rep.objects.filter(workout_set__workout=workout).kept()
    last = reps.select_related("workout_set__workout").order_by("-happened_at").first()
    if (
        last
        and rules.ends(reps.filter(pk=last.pk).judged()[last.workout_set_id], known) == "session"
    ):
        take_back_rep(rep=last, known=known)


@transaction.atomic
def adopt_workouts(*, guest, person):
    """Gives an account the workouts done as a guest before signing in; a running one is ended."""
    for workout in guest.workouts.running():
        _finish(workout, Workout.Ending.STOPPED)
    return guest.workouts.update(person=person)


def _check_running(workout):
    if not workout.is_running:
        raise Refused(_("This workout is finished. What you did in it stays as it is."))


def _kept(workout_set):
    return workout_set.reps.kept().judged().get(workout_set.pk, [])


def _end_set(workout_set, ending):
    workout_set.ended_at, workout_set.ending = timezone.now(), ending
    workout_set.save(update_fields=["ended_at", "ending"])


def _finish(workout, ending):
    workout.finished_at, workout.ending = timezone.now(), ending
    workout.save(update_fields=["finished_at", "ending"])
