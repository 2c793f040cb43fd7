"""What one finished workout came to, and what it changes."""

from dataclasses import dataclass

from coaching.catalogue import releases
from coaching.practice import rules as practice
from coaching.practice.forms import CheckInForm
from coaching.practice.models import Rep
from coaching.progression import explain, plan


@dataclass(frozen=True)
class DoneSet:
    """One set that had reps: its number, variation, and count."""

    number: int
    variation: object
    tally: practice.Tally
    reps: tuple


@dataclass(frozen=True)
class NextStep:
    """The variation of next time, and the sentence that says why."""

    variation: object
    why: str
    changes: bool


def page(workout):
    """Everything on the summary. Five queries, however long the workout was."""
    catalogue = releases.edition(workout.release_id)
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
    return {
        "workout": workout,
        "sets": sets,
        "tally": tally,
        "faults": [(catalogue.fault(slug), count) for slug, count in tally.faults],
        "pain_before": pains.get("before"),
        "pain_after": pains.get("after"),
        "form": None if "after" in pains else CheckInForm(),
        "next_step": next_step(workout, catalogue),
    }


def next_step(workout, catalogue):
    """What changes next time. Only the newest workout decides that, so older ones have none."""
    newest = workout.person.workouts.finished().values_list("pk", flat=True).first()
    if newest != workout.pk:
        return None
    meant = catalogue.variation(workout.prescription["variation"])
    decision = plan.after(catalogue, meant, plan.practised(workout))
    variation = catalogue.variation(decision.variation)
    return NextStep(variation, explain.sentence(decision, variation), variation != meant)
