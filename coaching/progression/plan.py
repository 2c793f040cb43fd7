"""What a person is asked to do next: read from what they did, decided by rules, put in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.catalogue.publishing import releases
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
        return explain.sentence(self.decision, self.catalogue)

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
            name=self.variation.name,
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
            facts = {"sets": block.sets, "reps": block.reps, "name": self.variation.name}
            return _("%(sets)s × %(reps)s: %(name)s") % facts
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
    last = person.workouts.finished().practised().first()
    decision = _decide(catalogue, placement, last)
    floors = person.workouts.finished().filter(floor__isnull=False)
    floor = floors.values_list("floor", flat=True).first()
    moves = decision.variation != placement.variation_id
    return Plan(catalogue, catalogue.default_routine, decision, floor=floor, is_move=moves)


def _decide(catalogue, placement, last):
    """What the last workout says, as long as it was meant for where the person stands."""
    if placement.variation_id not in catalogue.by_slug["variation"]:
        return rules.Decision(_nearest(catalogue, placement.variation.rung).slug, "not-published")
    variation = catalogue.variation(placement.variation_id)
    easier, harder = catalogue.easier(variation), catalogue.harder(variation)
    rung = rules.Rung(variation.slug, easier and easier.slug, harder and harder.slug)
    if last is None or last.prescription["variation"] != variation.slug:
        return rules.next_time(rung, [])
    sets = [s for s in practised(last) if s.variation in catalogue.by_slug["variation"]]
    return rules.next_time(rung, sets, pain=last.ending == "pain")


def _nearest(catalogue, rung):
    """Where a trainer archived a variation: the nearest that is not harder."""
    return next((v for v in reversed(catalogue.rungs) if v.rung <= rung), catalogue.rungs[0])


def practised(workout):
    """The sets of a workout as the rules see them. Two queries."""
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    edition = releases.edition(workout.release_id)
    return [
        _practised(edition, edition.variation(done.variation_id), judged.get(done.pk, []))
        for done in workout.sets.all()
    ]


def _practised(edition, variation, reps):
    known = edition.by_slug["fault"]
    easier = edition.easier(variation)
    return rules.PractisedSet(
        variation=variation.slug,
        easier=easier and easier.slug,
        perfect=sum(rep.perfect for rep in reps),
        done=len(reps),
        paced=sum(_is_paced(rep) for rep in reps),
        ended_by=next(iter(practice.set_enders(reps, known)), ""),
    )


def _is_paced(rep):
    """Lowered slowly: by the pacer where it was followed, else by the person's own word.

    Coming down in under three seconds is a fault of its own, so who counts aloud and says
    "perfect" has said that, too.
    """
    timed = rep.descent_seconds is not None
    return rep.perfect and (not timed or pacing.is_controlled(rep.descent_seconds))
