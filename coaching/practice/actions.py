"""Everything that changes a workout, each in one atomic block. Saying it twice is saying it once.

Every action locks the workout first, so that two taps at the same moment come one after the other.
A refusal is raised before anything is written, so what was there stays.
"""

from collections import Counter
from dataclasses import asdict, replace
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.catalogue.publishing import releases
from coaching.people.models import User
from coaching.practice import rules
from coaching.practice.models import (
    Adjustment,
    CheckIn,
    Rep,
    RepFault,
    StepAnswer,
    Workout,
    WorkoutSet,
)

# How long after "Pain" it still counts as a wrong tap. Somebody who rested longer starts afresh,
# and is asked about pain again.
WRONG_TAP = timedelta(minutes=10)
# After this long a warmed-up back is cold again, and what was said about pain is old news.
LEFT_BEHIND = timedelta(hours=6)


class Refused(Exception):
    """It came too late, or contradicts what is already kept. Says why in a person's words."""


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
        raise Refused(_("This workout was not started by you. Start a new one.")) from taken


def _start(person, workout_id, release, routine, prescription):
    # Two tabs may start at the same moment; whoever comes second waits here.
    User.objects.select_for_update().get(pk=person.pk)
    if known := Workout.objects.filter(pk=workout_id).first():
        if known.person_id != person.pk:
            raise Refused(_("This workout was not started by you. Start a new one."))
        return known
    for running in person.workouts.running():
        if not end_if_left_behind(workout=running):
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
    _lock_running(workout)
    _row, new = StepAnswer.objects.get_or_create(
        workout=workout,
        position=position,
        turn=turn,
        defaults={"answer": answer, "happened_at": happened_at},
    )
    return new


@transaction.atomic
def check_in(*, workout, moment, pain, happened_at):
    """Keeps pain 0-10 at one moment of a workout; the first answer stands. Returns whether this
    one was new."""
    _lock(workout)
    _row, new = CheckIn.objects.get_or_create(
        workout=workout, moment=moment, defaults={"pain": pain, "happened_at": happened_at}
    )
    return new


@transaction.atomic
def report_pain_before(*, workout, pain, happened_at=None):
    """Pain now, 0-10, decides today: go, one rung easier, or no leg raises at all.

    Returns the Adjustment where there is one.
    """
    catalogue = releases.edition(workout.release_id)
    limits = catalogue.routine(workout.routine_id).pain
    new = check_in(
        workout=workout,
        moment=CheckIn.Moment.BEFORE,
        pain=pain,
        happened_at=happened_at or timezone.now(),
    )
    if not new:
        return None  # said twice, it would ease a second time
    if pain >= limits.stop_from:
        complete_workout(workout=workout, ending=Workout.Ending.PAIN)
    today = catalogue.variation(workout.sets.first().variation_id)
    easier = catalogue.easier(today)
    if not limits.easier_from <= pain < limits.stop_from or easier is None:
        return None
    why = _("Your back hurts at %(pain)s today, so we take one rung less: %(name)s.")
    return adjust(
        workout=workout,
        variation=easier.slug,
        rule="pain-before",
        why=why % {"pain": pain, "name": easier.name},
    )


@transaction.atomic
def adjust(*, workout, variation, rule, why, from_set=1):
    """Makes the sets that have not begun sets of another variation (a slug), and keeps why.

    Returns the Adjustment, or None where there was nothing to change.
    """
    _lock_running(workout)
    begun = Rep.objects.kept().filter(workout_set__workout=workout).values("workout_set")
    ahead = workout.sets.filter(number__gte=from_set, ended_at__isnull=True).exclude(pk__in=begun)
    if not ahead.exclude(variation=variation).update(variation_id=variation):
        return None
    return Adjustment.objects.create(workout=workout, variation_id=variation, rule=rule, why=why)


@transaction.atomic
def go_easier(*, workout_set, variation, why):
    """Ends a set that has reps, and makes the sets still to come sets of `variation` (a slug)."""
    _lock_running(workout_set.workout)
    if workout_set.reps.kept().exists():
        complete_set(workout_set=workout_set)
    adjust(
        workout=workout_set.workout,
        variation=variation,
        rule="easier-rung-taken",
        why=why,
        from_set=workout_set.number,
    )


@transaction.atomic
def set_floor(*, workout, floor):
    """Keeps the stop point, in degrees above horizontal."""
    _lock_running(workout)
    workout.floor = floor
    workout.save(update_fields=["floor"])


@transaction.atomic
def set_highest_angle(*, workout, angle):
    """Keeps how far up the legs go today, in degrees, or None where nothing limits them."""
    _lock_running(workout)
    workout.highest_angle = angle
    workout.save(update_fields=["highest_angle"])


def record_reps(*, workout_set, known, reps):
    """Keeps reps with their verdicts, one or a whole set. Returns the set's kept reps with them.

    `reps` are rules.JudgedRep with an `id` and `happened_at`; `known` maps the slugs of faults to
    the catalogue's. Posted again, late or out of order nothing changes: the name that the browser
    gave a rep decides. A fault that ends the workout ends it. Lock the set first.
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
    # Every refusal came before this, so the caller's transaction can be the one that counts.
    with transaction.atomic(savepoint=False):
        _store(workout_set, new)
        if rules.ends(new, known) == "session":
            _finish(workout_set.workout, Workout.Ending.PAIN)
    return sorted([*kept, *new], key=lambda rep: rep.number)


def _check_new(workout_set, kept, new, *, elsewhere):
    if elsewhere:
        raise Refused(_("This rep was already counted in another set."))
    _check_running(workout_set.workout)
    numbers = Counter(rep.number for rep in [*kept, *new])
    names = Counter(rep.id for rep in new)
    if twice := sorted(rep.number for rep in new if numbers[rep.number] > 1 or names[rep.id] > 1):
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
def take_back_rep(*, rep):
    """Takes back the last rep of a set. Twice is once."""
    workout_set = rep.workout_set
    _lock(workout_set.workout)
    rep.refresh_from_db(fields=["taken_back_at"])
    if rep.taken_back_at is not None:
        return
    _check_running(workout_set.workout)
    if workout_set.reps.kept().filter(number__gt=rep.number).exists():
        raise Refused(_("Only the last rep of a set can be taken back."))
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
    limits = releases.edition(workout.release_id).routine(workout.routine_id).pain
    before = workout.check_ins.filter(moment=CheckIn.Moment.BEFORE, pain__gte=limits.stop_from)
    return not before.exists()


@transaction.atomic
def resume_workout(*, workout, known):
    """Undoes a wrong tap on "Pain": the workout runs again, reps that said so are taken back."""
    _lock(workout)
    if workout.is_running:
        return
    if not may_resume(workout):
        raise Refused(_("This workout is over. Start a new one when you are ready."))
    if workout.person.workouts.running().exists():
        raise Refused(_("You already have a workout running. Go on with it, or end it first."))
    workout.finished_at, workout.ending = None, ""
    workout.save(update_fields=["finished_at", "ending"])
    ending = [slug for slug, fault in known.items() if fault.severity == rules.ENDS_SESSION]
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
        fields=["finished_at", "ending", "floor", "highest_angle"],
        from_queryset=Workout.objects.select_for_update(),
    )


def _lock_running(workout):
    _lock(workout)
    _check_running(workout)


def _check_running(workout):
    if not workout.is_running:
        raise Refused(_("This workout is finished. What you did in it stays as it is."))


def _finish(workout, ending):
    workout.finished_at, workout.ending = timezone.now(), ending
    workout.save(update_fields=["finished_at", "ending"])
