"""What past workouts said, as the holds see them. Three queries, however many there were."""

from collections import defaultdict

from coaching.pain.rules import Said
from coaching.practice.models import RepFault, WorkoutSet
from coaching.practice.rules import ENDS_SET
from coaching.progression import rules
from coaching.progression.holds import Past

# Enough for what holds longest: four clean workouts after a fault, and those between them.
LOOK_BACK = 30


def rungs(catalogue):
    """All variations as the rules see them, by slug."""
    return {
        each.slug: rules.Rung(each.slug, each.gate, each.eases_to, each.leads_to, each.rung)
        for each in catalogue.variations
    }


def of(person, catalogue, known):
    """A person's telling workouts, newest first, as Past; `known` are rungs(…)."""
    workouts = list(person.workouts.finished().telling().with_pain()[:LOOK_BACK])
    sets = defaultdict(list)
    done = WorkoutSet.objects.filter(workout__in=workouts).with_done().select_related("variation")
    for each in done.order_by("workout_id", "number"):
        sets[each.workout_id].append(each)
    enders = _enders(workouts, catalogue)
    return [_past(workout, sets[workout.pk], enders[workout.pk], known) for workout in workouts]


def _past(workout, sets, enders, known):
    practised = [each for each in sets if each.done]
    # It hurt in the set that was under way, which may be lighter than those before it.
    said = Said.of(workout)
    hurts = said.ended or said.hurt_at
    hurt_in = [each for each in sets if hurts and each.ended_at is None]
    where = hurt_in[:1] or practised[-1:] or sets[:1]
    prescribed = workout.prescription["variation"]
    here = _nearest(where[0].variation, known) if where else _known(prescribed, known)
    return Past(
        pain=said,
        variation=here,
        # A day of drills that was gone through is one from which something was learnt.
        practised=bool(practised) or (not sets and workout.ending == workout.Ending.DONE),
        ended_by=tuple((fault, _nearest(variation, known)) for fault, variation in enders),
    )


def _enders(workouts, catalogue):
    """The faults that ended a set, with where they did: {workout's pk: [(slug, Variation), …]}."""
    ending = [fault.slug for fault in catalogue.faults if fault.severity == ENDS_SET]
    rows = RepFault.objects.filter(
        fault__in=ending, rep__taken_back_at=None, rep__workout_set__workout__in=workouts
    ).select_related("rep__workout_set__variation")
    found = defaultdict(list)
    for row in rows.order_by("rep__workout_set__number", "rep__number", "pk"):
        done = row.rep.workout_set
        found[done.workout_id].append((row.fault_id, done.variation))
    return found


def _nearest(variation, known):
    """The slug of a variation; where a trainer took it out, of the nearest that is not harder."""
    if variation.slug in known:
        return variation.slug
    lower = [each for each in known.values() if each.order <= variation.rung]
    return max(lower or known.values(), key=lambda each: each.order if lower else -each.order).slug


def _known(slug, known):
    return slug if slug in known else min(known.values(), key=lambda each: each.order).slug
