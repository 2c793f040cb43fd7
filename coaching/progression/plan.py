"""What a person is asked to do next: read from what they did, decided by rules."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.catalogue.schema import Catalogue, Routine, Variation
from coaching.practice import pacing
from coaching.practice import rules as practice
from coaching.practice.decisions import Decision
from coaching.practice.models import Floor, Rep
from coaching.progression import history, holds, rules

# The decisions that ask for less because of pain, and so for a higher floor.
EASES = ("pain-eases", "pain-lightest")


@dataclass(frozen=True)
class Plan:
    """The next workout. `is_move` says that it changes the person's rung, `found` is the floor at
    which the back last stayed down on it, `rests` the pain that does not let it begin yet, and
    `is_short` that the person has little time."""

    catalogue: Catalogue
    routine: Routine
    decision: Decision
    is_move: bool
    found: int | None = None
    rests: Decision | None = None
    is_short: bool = False

    @property
    def variation(self) -> Variation:
        return self.catalogue.variation(self.decision.facts["variation"])

    @property
    def rests_until(self):
        """When it may begin, or None where nothing keeps it."""
        return datetime.fromisoformat(self.rests.facts["until"]) if self.rests else None

    @property
    def floor(self):
        """What the workout begins with: where the back last stayed down; higher after pain."""
        if self.found is None or not self.variation.has_floor:
            return None
        highest = practice.highest_floor(self.variation.figure.hip_top)
        higher = practice.HIGHER_BY if self.decision.rule in EASES else 0
        return min(self.found + higher, max(highest, self.found))

    @property
    def blocks(self):
        """The blocks of the routine that fit, with as many sets and reps as are asked for, as
        (position, block). Without sets nothing is left that serves them."""
        asked = {each: self.decision.facts.get(each) for each in ("sets", "reps")}
        raises = asked["sets"] != 0
        return [
            (position, _at_most(block, self.variation, asked) if block.has_sets else block)
            for position, block in enumerate(self.routine.blocks, start=1)
            if block.fits(self.variation) and (raises or not block.serves_raises)
        ]

    @property
    def sets(self):
        return tuple(
            practice.PlannedSets(position, block.sets, block.reps, block.rest)
            for position, block in self.blocks
            if block.has_sets
        )

    @property
    def is_new_rung(self):
        """Whether it is the person's own reps that open something heavier."""
        return self.is_move and self.decision.rule == "gate-passed"

    @property
    def shorter(self):
        """Itself for somebody with little time, or None where nothing can be left out."""
        has_less = rules.shorter(self.prescription, self.routine.blocks)
        return replace(self, is_short=True) if has_less else None

    @property
    def prescription(self):
        full = self._full_prescription
        return rules.shorter(full, self.routine.blocks) or full if self.is_short else full

    @property
    def _full_prescription(self):
        return practice.Prescription(
            variation=self.variation.slug,
            name=self.variation.name,
            sets=self.sets,
            decision=self.decision,
            tempo=self.variation.tempo.model_dump(),
            floor=self.floor,
        )

    @property
    def minutes(self):
        """About how long it takes, at the pacer's speed."""
        drills = self.catalogue.by_slug["drill"]
        return pacing.about_minutes(
            sum(block.seconds(self.variation, drills) for block in self._asked)
        )

    @property
    def chips(self):
        """The blocks of the routine, each short enough to fit on a chip."""
        chips = [block.chip(self.variation) for block in self._asked]
        return [_(chip.text) % chip.facts for chip in chips if chip]

    @property
    def _asked(self):
        """The blocks as they are asked for: none that is left out, and as many sets as planned."""
        asked = self.prescription
        sets = {each.position: each.sets for each in asked.sets}
        return [
            block.model_copy(update={"sets": sets[position]}) if position in sets else block
            for position, block in self.blocks
            if position not in asked.left_out
        ]


def for_newcomer(catalogue, answers, person=None):
    """The first plan, from {question slug: answer slug}. A `person` who stands nowhere on this
    ladder may have hurt all the same."""
    questions = {each.slug: each for each in catalogue.asking("newcomer").questions}
    choices = []
    for question, said in answers.items():
        answer = next(each for each in questions[question].answers if each.slug == said)
        rung = catalogue.variation(answer.start_at).rung if answer.start_at else 0
        choices.append(rules.Choice(question, said, answer.start_at, rung))
    routine = catalogue.default_routine
    easiest = catalogue.rungs(routine.ladder)[0].slug
    decision = rules.starting_rung(choices, easiest=easiest)
    past = history.of(person, catalogue, history.rungs(catalogue)) if person else []
    rests = holds.rest([each.pain for each in past], timezone.now())
    return Plan(catalogue, routine, decision, is_move=True, rests=rests)


def for_person(catalogue, person):
    """The next plan of somebody who stands on the ladder, or None for who does not yet."""
    routine = catalogue.default_routine
    placement = person.placements.on(routine.ladder)
    if placement is None:
        return None
    rungs, now = history.rungs(catalogue), timezone.now()
    past = history.of(person, catalogue, rungs)
    last = person.workouts.finished().practised().first()
    decision = holds.decide(_earned(catalogue, placement, last, rungs), past, rungs, now)
    chosen = decision.facts["variation"]
    return Plan(
        catalogue,
        routine,
        decision,
        is_move=chosen != placement.variation_id,
        found=Floor.objects.last_of(person, chosen),
        rests=holds.rest([each.pain for each in past], now),
    )


def _at_most(block, variation, asked):
    block = block.model_copy(update={"reps": block.asks_for(variation)})
    fewer = {name: min(getattr(block, name), most) for name, most in asked.items() if most}
    return block.model_copy(update=fewer)


def _earned(catalogue, placement, last, rungs):
    """What the last workout says, as long as it was meant for where the person stands."""
    if placement.variation_id not in rungs:
        return rules.not_published(_nearest(catalogue, placement).slug)
    rung = rungs[placement.variation_id]
    if last is None or last.prescription["variation"] != rung.slug:
        return rules.next_time(rung, [])
    return rules.next_time(rung, [each for each in practised(last) if each.variation in rungs])


def _nearest(catalogue, placement):
    """Where a trainer archived a variation: the nearest on its ladder that is not harder."""
    rungs = catalogue.rungs(placement.ladder_id)
    lower = (each for each in reversed(rungs) if each.rung <= placement.variation.rung)
    return next(lower, rungs[0])


def practised(workout):
    """The sets of a workout as the rules see them. Two queries."""
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    return [_practised(done, judged.get(done.pk, [])) for done in workout.sets.all()]


def _practised(done, reps):
    return rules.PractisedSet(
        variation=done.variation_id,
        perfect=sum(rep.perfect for rep in reps),
        done=len(reps),
        paced=sum(practice.is_slow(rep) for rep in reps),
    )
