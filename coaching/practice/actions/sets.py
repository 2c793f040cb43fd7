"""Sets and their reps. Saying it twice, late or out of order is saying it once."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain

from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.practice import rules
from coaching.practice.actions.changes import adjust, end_raises
from coaching.practice.actions.locking import check_running, finish_for_pain, lock, lock_running
from coaching.practice.models import Rep, RepFault, Workout, WorkoutSet
from coaching.practice.refusals import Refused


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
    gave a rep decides. A fault that ends the workout ends it, and is heard even where the rep
    itself cannot be kept. Raises Http404 for what is not the person's, and Refused before anything
    is written.
    """
    lock(Workout(pk=workout, person_id=person.pk))
    own = WorkoutSet.objects.of(person)
    workout_set = get_object_or_404(own, workout=workout, number=number)
    in_play = Q(workout_set=workout_set) | Q(pk__in=[rep.id for rep in reps])
    judged = Rep.objects.filter(in_play).judged()
    mine = judged.pop(workout_set.pk, [])
    kept = [rep for rep in mine if not rep.taken_back]
    names = {rep.id for rep in mine}
    new = [replace(rep, floor=workout_set.floor) for rep in reps if rep.id not in names]
    if new:
        catalogue = releases.catalogue(workout_set.workout.release_id)
        variation = catalogue.variation(workout_set.variation_id)
        faults = catalogue.by_slug["fault"]
        hurt_at = [rep.happened_at for rep in new if rules.ends([rep], faults) == "workout"]
        try:
            _check_new(workout_set, kept, new, faults=variation.faults, is_elsewhere=bool(judged))
        except Refused:
            if not hurt_at:
                raise
        else:
            _store(workout_set, new)
            kept += new
        if hurt_at:
            finish_for_pain(workout_set.workout, max(hurt_at))
    return KeptReps(workout_set, sorted(kept, key=lambda rep: rep.number))


def _check_new(workout_set, kept, new, *, faults, is_elsewhere):
    if is_elsewhere:
        raise Refused("other-set")
    check_running(workout_set.workout)
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
    """Takes back the last rep of a set. Twice is once. Raises Refused where something has followed
    from it already: a rep that ended its set made what comes after lighter."""
    workout_set = rep.workout_set
    lock(workout_set.workout)
    rep.refresh_from_db(fields=["taken_back_at"])
    if rep.taken_back_at is not None:
        return
    check_running(workout_set.workout)
    if workout_set.reps.kept().filter(number__gt=rep.number).exists():
        raise Refused("not-the-last")
    if _was_acted_on(rep):
        raise Refused("acted-on")
    rep.taken_back_at = timezone.now()
    rep.save(update_fields=["taken_back_at"])


def _was_acted_on(rep):
    workout_set = rep.workout_set
    workout_set.refresh_from_db(fields=["ended_at"])
    if workout_set.ended_at is None:
        return False
    faults = releases.catalogue(workout_set.workout.release_id).by_slug["fault"]
    judged = Rep.objects.filter(pk=rep.pk).judged()[workout_set.pk]
    return rules.ends(judged, faults) is not None


@transaction.atomic
def complete_set(*, workout_set):
    """Ends a set because the person is done with it. Ending it again changes nothing.

    Where a fault ended it, what comes after is lighter, or nothing: never the same once more.
    """
    workout = workout_set.workout
    lock(workout)
    workout_set.refresh_from_db(fields=["ended_at"])
    if workout_set.ended_at is not None:
        return
    check_running(workout)
    workout_set.ended_at = timezone.now()
    workout_set.save(update_fields=["ended_at"])
    decision = _after(workout_set)
    if decision and decision.rule == "fault-ends-raises":
        end_raises(workout=workout, decision=decision)
    elif decision:
        adjust(workout=workout, decision=decision, from_set=workout_set.number)


def _after(workout_set):
    judged = Rep.objects.filter(workout_set__workout=workout_set.workout_id).kept().judged()
    catalogue = releases.catalogue(workout_set.workout.release_id)
    variation = catalogue.variation(workout_set.variation_id)
    return rules.after_set(
        judged.pop(workout_set.pk, ()),
        chain(*judged.values()),
        catalogue.by_slug["fault"],
        target=workout_set.target,
        today=variation.slug,
        lighter=variation.eases_to,
    )


@transaction.atomic
def go_lighter(*, workout_set, decision):
    """Ends a set that has reps, and makes the sets still to come sets of what was decided."""
    lock_running(workout_set.workout)
    if workout_set.reps.kept().exists():
        complete_set(workout_set=workout_set)
    adjust(workout=workout_set.workout, decision=decision, from_set=workout_set.number)
