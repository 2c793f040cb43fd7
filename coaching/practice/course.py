"""A workout with all that is needed to say where it stands: its rows, its Release, its rules."""

from dataclasses import dataclass
from functools import cached_property

from coaching.catalogue.schema import Catalogue
from coaching.practice import walk
from coaching.practice.models import CheckIn, Workout


@dataclass(frozen=True)
class Course:
    """Read once per request by `course_of`; everything else is worked out from it."""

    workout: Workout
    catalogue: Catalogue
    answers: walk.Answers
    sets: tuple  # WorkoutSet rows with their floors, by number

    @cached_property
    def routine(self):
        return self.catalogue.routine(self.workout.routine_id)

    @cached_property
    def variation(self):
        """Today's variation. The first set has it: later ones may have become lighter."""
        return self.catalogue.variation(self.sets[0].variation_id)

    @property
    def floor(self):
        """Today's, of today's variation, in degrees, or None where it was not found yet."""
        return self.sets[0].floor

    @cached_property
    def _states(self):
        return [walk.SetState(s.number, s.position, s.ended_at is not None) for s in self.sets]

    @property
    def left_out(self):
        """The positions that this workout passes over; older ones do not say so, and have none."""
        return self.workout.prescription.get("left_out", ())

    @property
    def _here(self):
        return self.routine.blocks, self.variation, self.answers, self._states, self.left_out

    @cached_property
    def next_step(self):
        return walk.next_step(*self._here)

    @cached_property
    def steps(self):
        return walk.steps(*self._here)

    @cached_property
    def pain_before(self):
        """Pain 0-10 as it was before this workout, or None where nobody has asked yet."""
        before = self.workout.check_ins.filter(moment=CheckIn.Moment.BEFORE)
        return before.values_list("pain", flat=True).first()

    def has_reached(self, position):
        """Looking back is fine, looking ahead would skip what keeps a back safe."""
        return position <= self.next_step.position

    def block(self, position):
        """The block at `position`, or None where this workout has no such step."""
        here = walk.fitting(self.routine.blocks, self.variation, self.left_out)
        return dict(here).get(position)

    def set(self, number):
        return next((s for s in self.sets if s.number == number), None)


def course_of(workout, catalogue):
    """Two queries, whatever was answered and however many sets there are.

    `catalogue` is that of the workout's own Release, in the language of who reads.
    """
    answers = workout.answers.values_list("position", "turn", "answer")
    said = {(position, turn): answer for position, turn, answer in answers}
    return Course(workout, catalogue, walk.Answers(said), tuple(workout.sets.with_floor()))
