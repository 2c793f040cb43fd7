"""What one finished workout came to, and what it changes."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from coaching.pain.rules import SEVERE, Said, rests_until
from coaching.practice import rules as practice
from coaching.practice.forms import CheckInForm
from coaching.practice.models import Rep
from coaching.progression import plan
from coaching.progression.rules.faults import came_back


@dataclass(frozen=True)
class DoneSet:
    """One set that had reps: its number, variation, and count."""

    number: int
    variation: object
    tally: practice.Tally
    reps: tuple


def page(workout, catalogue, newest, *, wrong=None):
    """Everything on the summary, in a number of queries that does not grow with the workout.

    `workout` comes with_pain(), `catalogue` is that of its own Release, `newest` what the next
    workout is made from; `wrong` is the form about pain after it that could not be kept.
    """
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    sets = [
        DoneSet(
            done.number,
            catalogue.variation(done.variation_id),
            practice.tally(judged[done.pk]),
            tuple(judged[done.pk]),
        )
        for done in workout.sets.all()
        if done.pk in judged
    ]
    tally = practice.tally(rep for done in sets for rep in done.reps)
    pains = dict(workout.check_ins.values_list("moment", "pain"))
    is_done = workout.ending == workout.Ending.DONE
    return {
        "workout": workout,
        "catalogue": catalogue,
        "sets": sets,
        "tally": tally,
        "faults": faults(workout, catalogue, tally, sets),
        "unnamed": sum(rep.off for done in sets for rep in done.reps),
        "pain_before": pains.get("before"),
        "pain_after": pains.get("after"),
        "form": None if "after" in pains else wrong or CheckInForm(),
        "adjustments": workout.adjustments.all(),
        "drills_only": is_done and not workout.sets.all(),
        "shorter": _shorter(workout) if is_done and sets else None,
        "next_plan": next_plan(workout, newest),
        "rests_until": (until := rests_until([Said.of(workout)], timezone.now())),
        "asks_for_a_doctor": until and max(pains.values(), default=0) >= SEVERE,
    }


def _shorter(workout):
    """Why it was a short one, or None where it was not."""
    return practice.Prescription.from_document(workout.prescription).shorter


def faults(workout, catalogue, tally, sets):
    """What spoiled reps, how often, and what to do: (Fault, count, advice)."""
    ended = Counter(
        slug for done in sets for slug in practice.set_enders(done.reps, catalogue.by_slug["fault"])
    )
    before = Rep.objects.kept().filter(
        workout_set__workout__person=workout.person,
        workout_set__workout__started_at__lt=workout.started_at,
        faults__in=list(ended),
    )
    back = set(before.values_list("faults", flat=True)) if ended else set()

    def is_back(slug):
        return came_back(sets_ended=ended[slug], was_there_before=slug in back)

    spoiled = [(catalogue.fault(slug), count) for slug, count in tally.faults]
    return [
        (fault, count, fault.stronger if is_back(fault.slug) else fault.cue)
        for fault, count in spoiled
    ]


def next_plan(workout, newest):
    """What comes next. Only the last workout decides that, so older ones say nothing."""
    last = workout.person.workouts.finished().values_list("pk", flat=True).first()
    return plan.for_person(newest, workout.person) if last == workout.pk else None
