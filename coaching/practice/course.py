"""A workout with all that is needed to say where it stands: its rows, its Release, its rules."""

from dataclasses import dataclass
from functools import cached_property

from coaching.catalogue.schema import Catalogue
from coaching.practice import rules, walk
from coaching.practice.models import CheckIn, Workout


@dataclass(frozen=True)
class Course:
    """Read once per request by `course_of`; everything else is worked out from it."""

    workout: Workout
    catalogue: Catalogue
    answers: walk.Answers
    sets: tuple  # WorkoutSet rows with their floors, by number
    reasons: tuple  # the Decisions that changed today, as they came

    @cached_property
    def routine(self):
        return self.catalogue.routine(self.workout.routine_id)

    @cached_property
    def variation(self):
        """Today's variation. The first set has it: later ones may have become lighter. A day
        without sets is still meant for one."""
        prescribed = self.workout.prescription["variation"]
        slug = self.sets[0].variation_id if self.sets else prescribed
        return self.catalogue.variation(slug)

    @property
    def floor(self):
        """Today's, of today's variation, in degrees, or None where it was not found yet."""
        return self.sets[0].floor if self.sets else None

    @property
    def drawn_floor(self):
        """What pictures are drawn with: today's floor, or the one that it was meant to have."""
        if self.floor is not None:
            return self.floor
        meant = self.workout.prescription
        return rules.meant_floor(
            meant["variation"], meant["floor"], today=self.variation.slug, top=self.top
        )

    @property
    def top(self):
        """How far up the legs go today, in degrees."""
        figure = self.variation.figure
        return rules.top_today(figure.hip_bottom, figure.hip_top, self.workout.highest_angle)

    @cached_property
    def fitting(self):
        """The blocks that today has, as (position, block)."""
        decided = {decision.rule for decision in self.reasons}
        return walk.fitting(
            self.routine.blocks,
            self.variation,
            raises=bool(self.sets),
            is_cut_short="fault-ends-raises" in decided,
            left_out=self.left_out,
        )

    @cached_property
    def _states(self):
        return [walk.SetState(s.number, s.position, s.ended_at is not None) for s in self.sets]

    @property
    def left_out(self):
        """The positions that this workout passes over; older ones do not say so, and have none."""
        return self.workout.prescription.get("left_out", ())

    @cached_property
    def next_step(self):
        return walk.next_step(self.fitting, self.answers, self._states)

    @cached_property
    def steps(self):
        return walk.steps(self.fitting, self.answers, self._states)

    @cached_property
    def pain_before(self):
        """Pain 0-10 as it was before this workout, or None where nobody has asked yet."""
        before = self.workout.check_ins.filter(moment=CheckIn.Moment.BEFORE)
        return before.values_list("pain", flat=True).first()

    def has_reached(self, position):
        """Looking back is fine, looking ahead would skip what keeps a back safe."""
        return position <= self.next_step.position

    def has_reached_set(self, this_set):
        """The same of a set: what a fault in the one before it changes comes first."""
        step = self.next_step
        here = (this_set.position, this_set.number)
        return here <= (step.position, step.set_number or this_set.number)

    def block(self, position):
        """The block at `position`, or None where this workout has no such step."""
        return dict(self.fitting).get(position)

    def set(self, number):
        return next((s for s in self.sets if s.number == number), None)


def course_of(workout, catalogue):
    """Three queries, whatever was answered and however many sets there are.

    `catalogue` is that of the workout's own Release, in the language of who reads.
    """
    answers = workout.answers.values_list("position", "turn", "answer")
    said = {(position, turn): answer for position, turn, answer in answers}
    sets = tuple(workout.sets.with_floor().with_company())
    reasons = tuple(each.decision for each in workout.adjustments.all())
    return Course(workout, catalogue, walk.Answers(said), sets, reasons)
