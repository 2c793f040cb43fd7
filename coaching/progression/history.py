"""What a person did, as the rules see it: a fixed number of queries, however much that was."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from coaching.catalogue.schema import least_gate
from coaching.pain.rules import Said
from coaching.practice.decisions import Decision
from coaching.practice.models import Adjustment, Floor, Rep, RepFault, WorkoutSet
from coaching.practice.pacing import CONTROLLED_DESCENT
from coaching.practice.rules import ENDS_SET, ENDS_WORKOUT
from coaching.progression.rules import rest
from coaching.progression.rules.facts import (
    FoundFloor,
    History,
    Past,
    Placed,
    PractisedSet,
    Replied,
    Rung,
    Steering,
)

# Workouts: enough for what holds longest, four clean ones after a fault, and those between them.
LOOK_BACK = 30
# Eight whole weeks and the running one; who was away for longer is known by one more day.
DAYS_BACK = timedelta(days=70)
# Moves and replies, of which the newest count.
MOVES, REPLIES = 12, 30
SLOW = Q(perfect=True) & (Q(descent_seconds=None) | Q(descent_seconds__gte=CONTROLLED_DESCENT))


def rungs(catalogue):
    """All variations as the rules see them, by slug."""
    return {
        each.slug: Rung(
            slug=each.slug,
            # A Release from before the limits were checked may have a lower one.
            gate=max(each.gate, least_gate(each.figure)),
            lighter=each.eases_to,
            heavier=each.leads_to,
            order=each.rung,
            targets=each.targets,
            gate_workouts=each.gate_workouts,
            gate_range=each.gate_range,
            bottom=each.figure.hip_bottom,
            top=each.figure.hip_top,
            has_floor=each.has_floor,
        )
        for each in catalogue.variations
    }


def faults(catalogue):
    """All faults as the rules see them, by slug; pain has rules of its own."""
    return {
        each.slug: Steering(each.slug, each.steers, closes=bool(each.seek))
        for each in catalogue.faults
        if each.severity != ENDS_WORKOUT
    }


def of(person, catalogue, known, placement):
    """The History of somebody who stands on a ladder; `known` are rungs(…)."""
    moves = [
        Placed(each.decision, each.placed_at, timezone.localdate(each.placed_at))
        for each in person.placements.filter(ladder=placement.ladder_id)[:MOVES]
    ]
    is_published = placement.variation_id in known
    moments = trained(person)
    return History(
        here=placement.variation_id if is_published else nearest(placement.variation, known),
        now=timezone.now(),
        today=timezone.localdate(),
        past=past(person, catalogue, known, moments),
        trained=days_of(moments),
        moves=moves,
        replies=replies(person, placement.ladder_id),
        is_published=is_published,
    )


def replies(person, ladder):
    """What was said to offers on a ladder (its slug), newest first."""
    mine = person.replies.filter(ladder=ladder)[:REPLIES]
    return [
        Replied(
            each.decision.rule, each.answer == "yes", each.said_at, timezone.localdate(each.said_at)
        )
        for each in mine
    ]


def trained(person):
    """When reps were done lately, newest first; where there were none lately, the last time."""
    finished = person.workouts.finished().practised().values_list("started_at", flat=True)
    lately = timezone.now() - DAYS_BACK
    return list(finished.filter(started_at__gte=lately)) or list(finished[:1])


def days_of(moments):
    """The days of some moments, in the time zone that is active, newest first."""
    return tuple(sorted({timezone.localdate(each) for each in moments}, reverse=True))


def past(person, catalogue, known, moments):
    """A person's telling workouts, newest first, as Past; `moments` are trained(…)."""
    workouts = list(person.workouts.finished().telling().with_pain()[:LOOK_BACK])
    read = _Read(workouts, catalogue, known)
    return [read.past(workout, moments) for workout in workouts]


class _Read:
    """All rows of some workouts, found by workout."""

    def __init__(self, workouts, catalogue, known):
        self.known = known
        self.sets = _by_workout(
            WorkoutSet.objects.filter(workout__in=workouts)
            .select_related("variation")
            .order_by("workout_id", "number")
        )
        counted = Rep.objects.kept().filter(workout_set__workout__in=workouts).order_by()
        self.counts = {
            set_pk: (done, perfect, slow)
            for set_pk, done, perfect, slow in counted.values("workout_set")
            .annotate(
                done=Count("pk"),
                good=Count("pk", filter=Q(perfect=True)),
                slow=Count("pk", filter=SLOW),
            )
            .values_list("workout_set", "done", "good", "slow")
        }
        self.floors = _by_workout(
            Floor.objects.filter(workout__in=workouts).select_related("variation")
        )
        self.changed = _by_workout(Adjustment.objects.filter(workout__in=workouts))
        self.faults, self.enders = _spoiled(workouts, catalogue)

    def past(self, workout, moments):
        sets = self.sets[workout.pk]
        practised = [each for each in sets if each.pk in self.counts]
        prescribed = workout.prescription
        return Past(
            pain=Said.of(workout),
            variation=self._hurt_in(workout, sets, practised),
            # A day of drills that was gone through is one from which something was learnt.
            practised=bool(practised) or (not sets and workout.ending == workout.Ending.DONE),
            ended_by=tuple(
                (fault, nearest(variation, self.known))
                for fault, variation in self.enders[workout.pk]
            ),
            day=timezone.localdate(workout.started_at),
            meant=prescribed["variation"],
            target=prescribed.get("target") or _asked(prescribed),
            sets=tuple(self._set(each) for each in practised),
            faults=tuple(self.faults[workout.pk].items()),
            floors=tuple(
                FoundFloor(each.variation_id, each.degrees, each.source)
                for each in self.floors[workout.pk]
            ),
            highest=workout.highest_angle,
            floor_asked=prescribed.get("floor"),
            rule=prescribed["decision"]["rule"],
            also=tuple(Decision.from_document(each) for each in prescribed.get("also", ())),
            changed=tuple(each.decision for each in self.changed[workout.pk]),
            is_extra=_is_extra(workout, moments),
        )

    def _set(self, row):
        done, perfect, slow = self.counts[row.pk]
        return PractisedSet(nearest(row.variation, self.known), perfect, done, slow)

    def _hurt_in(self, workout, sets, practised):
        """It hurt in the set that was under way, which may be lighter than those before it."""
        said = Said.of(workout)
        hurts = said.ended or said.hurt_at
        hurt_in = [each for each in sets if hurts and each.ended_at is None]
        where = hurt_in[:1] or practised[-1:] or sets[:1]
        if where:
            return nearest(where[0].variation, self.known)
        prescribed = workout.prescription["variation"]
        return prescribed if prescribed in self.known else _lightest(self.known)


def _by_workout(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.workout_id].append(row)
    return found


def _spoiled(workouts, catalogue):
    """How often each fault spoiled a rep, and those that ended a set, in order, with where:
    {workout's pk: {slug: count}}, {workout's pk: [(slug, Variation), …]}."""
    ending = {fault.slug for fault in catalogue.faults if fault.severity == ENDS_SET}
    rows = RepFault.objects.filter(
        rep__taken_back_at=None, rep__workout_set__workout__in=workouts
    ).order_by("rep__workout_set__number", "rep__number", "pk")
    counts, enders = defaultdict(lambda: defaultdict(int)), defaultdict(list)
    for row in rows.select_related("rep__workout_set__variation"):
        done = row.rep.workout_set
        counts[done.workout_id][row.fault_id] += 1
        if row.fault_id in ending:
            enders[done.workout_id].append((row.fault_id, done.variation))
    return counts, enders


def _asked(prescription):
    """The reps of a set that a workout from before it kept its target asked for."""
    return max((each["reps"] for each in prescription["sets"]), default=None)


def _is_extra(workout, moments):
    """Whether a workout came without rest after those before it."""
    before = days_of(each for each in moments if each < workout.started_at)
    return rest.is_extra(before, timezone.localdate(workout.started_at))


def nearest(variation, known):
    """The slug of a variation; where a trainer took it out, of the nearest that is not harder."""
    if variation.slug in known:
        return variation.slug
    lower = [each for each in known.values() if each.order <= variation.rung]
    return max(lower, key=lambda each: each.order).slug if lower else _lightest(known)


def _lightest(known):
    return min(known.values(), key=lambda each: each.order).slug
