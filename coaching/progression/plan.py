"""What a person is asked to do next: read from what they did, decided by rules, put in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.catalogue import releases
from coaching.catalogue.schema import Catalogue, Routine, Variation
from coaching.practice import pacing
from coaching.practice import rules as practice
from coaching.practice.models import Rep
from coaching.progression import explain, rules

# Seconds to read a screen, lie down and answer; and the countdown before a set. Ours, by trying.
READ_AND_ANSWER = 45
GET_READY = 10


@dataclass(frozen=True)
class Plan:
    """The next workout. `is_move` says that it changes the person's rung."""

    catalogue: Catalogue
    routine: Routine
    decision: rules.Decision
    floor: int | None
    is_move: bool

    @property
    def variation(self) -> Variation:
        return self.catalogue.variation(self.decision.variation)

    @property
    def why(self):
        return explain.sentence(self.decision, self.variation)

    @property
    def sets(self):
        return tuple(
            practice.PlannedSets(position, block.sets, block.reps, block.rest)
            for position, block in enumerate(self.routine.blocks, start=1)
            if block.kind == "sets"
        )

    @property
    def prescription(self):
        return practice.Prescription(
            variation=self.variation.slug,
            sets=self.sets,
            tempo=self.variation.tempo.model_dump(),
            floor=self.floor if self.variation.has_floor else None,
            why=self.why,
            rule=self.decision.rule,
        )

    @property
    def minutes(self):
        """About how long it takes, at the pacer's speed."""
        return pacing.about_minutes(sum(map(self._seconds, self.routine.blocks)))

    def _seconds(self, block):
        if block.kind == "sets":
            one = pacing.set_seconds(self.variation.tempo, block.reps, countdown=GET_READY)
            return block.sets * one + (block.sets - 1) * block.rest
        if block.kind != "drill":
            return READ_AND_ANSWER
        drill = self.catalogue.drill(block.drill)
        reps = drill.amount.reps or 0
        return READ_AND_ANSWER + (drill.amount.seconds or reps * pacing.rep_seconds(drill.tempo))

    @property
    def chips(self):
        """The parts of the routine, short enough to fit on a chip."""
        return [chip for block in self.routine.blocks if (chip := self._chip(block))]

    def _chip(self, block):
        if block.kind == "sets":
            facts = {"sets": block.sets, "reps": block.reps, "name": self.variation.name.lower()}
            return _("%(sets)s × %(reps)s %(name)s") % facts
        return None if block.kind in ("place", "wrap-up", "floor") else block.title


def for_newcomer(catalogue, answers):
    """The first plan, from {question slug: answer slug}."""
    choices = []
    for question, said in answers.items():
        answer = next(a for a in catalogue.question(question).answers if a.slug == said)
        rung = catalogue.variation(answer.start_at).rung if answer.start_at else 0
        choices.append(rules.Choice(answer.start_at, rung, answer.why))
    decision = rules.starting_rung(choices, easiest=catalogue.rungs[0].slug)
    return Plan(catalogue, catalogue.default_routine, decision, floor=None, is_move=True)


def for_person(catalogue, person):
    """The next plan of somebody who has a place on the ladder, or None for who has none yet."""
    placement = person.placements.first()
    if placement is None:
        return None
    variation = _still_published(catalogue, placement)
    last = person.workouts.finished().first()
    counts = last is not None and last.prescription["variation"] == variation.slug
    decision = after(catalogue, variation, practised(last) if counts else [])
    floors = person.workouts.finished().filter(floor__isnull=False)
    floor = floors.values_list("floor", flat=True).first()
    moves = decision.variation != placement.variation_id
    return Plan(catalogue, catalogue.default_routine, decision, floor=floor, is_move=moves)


def _still_published(catalogue, placement):
    """The variation one stands on; where a trainer archived it, the nearest that is not harder."""
    slugs = catalogue.by_slug["variation"]
    if placement.variation_id in slugs:
        return slugs[placement.variation_id]
    rung = placement.variation.rung
    return next((v for v in reversed(catalogue.rungs) if v.rung <= rung), catalogue.rungs[0])


def after(catalogue, variation, sets):
    """The decision after a workout that was meant for `variation`."""
    easier, harder = catalogue.easier(variation), catalogue.harder(variation)
    rung = rules.Rung(variation.slug, easier and easier.slug, harder and harder.slug)
    return rules.next_time(rung, sets)


def practised(workout):
    """The sets of a workout as the rules see them. Two queries."""
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    known = releases.edition(workout.release_id).by_slug["fault"]
    return [
        _practised(done.variation_id, judged.get(done.pk, []), known) for done in workout.sets.all()
    ]


def _practised(variation, reps, known):
    return rules.PractisedSet(
        variation=variation,
        perfect=sum(rep.perfect for rep in reps),
        done=len(reps),
        paced=sum(_is_paced(rep) for rep in reps),
        domed=practice.ends(reps, known) == "set",
    )


def _is_paced(rep):
    """Lowered slowly: by the pacer where it was followed, else by the person's own word.

    Coming down in under three seconds is a fault of its own, so who counts aloud and says
    "perfect" has said that, too.
    """
    timed = rep.descent_seconds is not None
    return rep.perfect and (not timed or pacing.is_controlled(rep.descent_seconds))
