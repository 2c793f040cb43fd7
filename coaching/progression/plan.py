"""What a person is asked to do next: read from what they did, decided by rules."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.catalogue.schema import Catalogue, Routine, Variation
from coaching.practice import pacing
from coaching.practice import rules as practice
from coaching.practice.decisions import Decision
from coaching.progression import history
from coaching.progression.rules import coach, easing, holds, rest, shorter, starting
from coaching.progression.rules.coach import Advice


@dataclass(frozen=True)
class Plan:
    """The next workout. `is_move` says that it changes the person's rung, `begins` that they begin,
    or begin anew, and `is_short` that they have little time."""

    catalogue: Catalogue
    routine: Routine
    advice: Advice
    is_move: bool
    begins: bool = False
    is_short: bool = False

    @property
    def decision(self) -> Decision:
        return self.advice.decision

    @property
    def variation(self) -> Variation:
        return self.catalogue.variation(self.advice.variation)

    @property
    def closed(self) -> Decision | None:
        """Why no raises at all may begin yet: no choice of the person's."""
        return self.advice.closed

    @property
    def closed_until(self):
        """When they may, or None where nobody knows, or nothing keeps them."""
        until = self.closed and self.closed.facts.get("until")
        return datetime.fromisoformat(until) if until else None

    @property
    def rests(self) -> Decision | None:
        """Why today is for rest; training all the same is the person's choice."""
        return self.advice.rests

    @property
    def rests_until(self):
        """The day from which it is over, or None."""
        return self.rests and date.fromisoformat(self.rests.facts["until"])

    @property
    def is_easier(self):
        """Whether it asks for less than was earned."""
        less = self.decision.rule not in (*coach.GROWS_WITH, "not-practised", "not-published")
        eases = less and not self.decision.rule.startswith(("start", "step", "gate", "begun"))
        return eases or self.advice.is_easy_week

    @property
    def declinable(self):
        """What of it the person may say "not yet" to, by rule."""
        return [
            each for each in (self.decision, *self.advice.also) if each.rule in coach.DECLINABLE
        ]

    @property
    def floor(self):
        """What the workout begins with, in degrees, or None where nothing is known."""
        if self.advice.floor is None or not self.variation.has_floor:
            return None
        highest = practice.highest_floor(self.variation.figure.hip_top)
        return min(self.advice.floor, max(highest, self.advice.found or 0))

    @property
    def tempo(self):
        """Seconds; where reps were swung or rushed the way down takes longer."""
        tempo = self.variation.tempo
        return tempo.model_copy(update={"lower": tempo.lower + self.advice.slower})

    @property
    def blocks(self):
        """The blocks of the routine that fit, with as many sets and reps as are asked for, as
        (position, block). Without sets nothing is left that serves them."""
        raises = self.advice.sets != 0
        return [
            (position, self._asking(block) if block.has_sets else block)
            for position, block in enumerate(self.routine.blocks, start=1)
            if block.fits(self.variation) and (raises or not block.serves_raises)
        ]

    def _asking(self, block):
        sets = (block.sets + 1) // 2 if self.advice.is_easy_week else block.sets
        most = [sets, *filter(None, [self.advice.sets])]
        reps = [self.advice.reps, *filter(None, [block.reps])]
        return block.model_copy(update={"sets": min(most), "reps": min(reps)})

    @property
    def sets(self):
        return tuple(
            practice.PlannedSets(position, block.sets, block.reps, block.rest)
            for position, block in self.blocks
            if block.has_sets
        )

    @property
    def opened(self) -> Variation | None:
        """What the gate opens, or None at the top."""
        gate = self.advice.gate
        return self.catalogue.variation(gate.heavier) if gate else None

    @property
    def is_new_rung(self):
        """Whether it is the person's own reps that have just opened something heavier."""
        return self.decision.rule == "gate-passed"

    @property
    def shorter(self):
        """Itself for somebody with little time, or None where nothing can be left out."""
        has_less = shorter.shorter(self.prescription, self.routine.blocks)
        return replace(self, is_short=True) if has_less else None

    @property
    def prescription(self):
        full = self._full_prescription
        return shorter.shorter(full, self.routine.blocks) or full if self.is_short else full

    @property
    def _full_prescription(self):
        return practice.Prescription(
            variation=self.variation.slug,
            name=self.variation.name,
            sets=self.sets,
            decision=self.decision,
            tempo=self.tempo.model_dump(),
            floor=self.floor,
            also=self.advice.also,
            target=self.advice.target,
            focus=self.advice.focus,
            breath_aloud=self.advice.breath_aloud,
        )

    @property
    def minutes(self):
        """About how long it takes, at the pacer's speed."""
        drills = self.catalogue.by_slug["drill"]
        today = self.variation.model_copy(update={"tempo": self.tempo})
        return pacing.about_minutes(sum(block.seconds(today, drills) for block in self._asked))

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
    """The first plan, from {question slug: answer slug}; also of somebody who was away for so long
    that they begin anew. A `person` who stands nowhere on this ladder may have hurt all the same.
    """
    questions = {each.slug: each for each in catalogue.asking("newcomer").questions}
    choices = []
    for question, said in answers.items():
        answer = next(each for each in questions[question].answers if each.slug == said)
        rung = catalogue.variation(answer.start_at).rung if answer.start_at else 0
        choices.append(starting.Choice(question, said, answer.start_at, rung))
    routine, rungs = catalogue.default_routine, history.rungs(catalogue)
    easiest = catalogue.rungs(routine.ladder)[0].slug
    decision = starting.starting_rung(choices, easiest=easiest)
    closed = None
    if person:
        moments = history.trained(person)
        past = history.past(person, catalogue, rungs, moments)
        placement = person.placements.on(routine.ladder)
        if placement:
            decision = starting.begun_anew(
                decision, stood_on=history.nearest(placement.variation, rungs), rungs=rungs
            )
        decision = holds.decide(decision, past, rungs, timezone.now())
        closed = coach.closing(
            past, history.replies(person, routine.ladder), history.faults(catalogue), timezone.now()
        )
    first = rungs[decision.facts["variation"]].targets[0]
    reps = min(first, decision.facts.get("reps") or first)
    advice = Advice(
        decision, target=first, reps=reps, sets=decision.facts.get("sets"), closed=closed
    )
    return Plan(catalogue, routine, advice, is_move=True, begins=True)


def for_person(catalogue, person):
    """The next plan of somebody who stands on the ladder, or None for who does not yet, and for who
    was away for so long that the questions of the start are asked again."""
    routine = catalogue.default_routine
    placement = person.placements.on(routine.ladder)
    if placement is None:
        return None
    rungs = history.rungs(catalogue)
    known = history.of(person, catalogue, rungs, placement)
    if easing.begins_anew(known):
        return None
    advice = coach.advise(known, rungs, history.faults(catalogue))
    return Plan(catalogue, routine, advice, is_move=advice.variation != placement.variation_id)


def days_ahead(person, planned):
    """The days of the next six weeks on which a person should train, by the clock that is active;
    `planned` is theirs, or None for who stands on no rung. None where nobody knows when. A query.
    """
    if planned is None or (planned.closed and planned.closed_until is None):
        return ()
    trained = history.days_of(history.trained(person))
    return rest.planned(trained, timezone.localdate(), not_before=_open_from(planned))


def _open_from(planned):
    """The first day on no hour of which pain keeps the raises closed."""
    if planned.closed_until is None:
        return None
    return timezone.localdate(planned.closed_until - datetime.resolution) + timedelta(days=1)
