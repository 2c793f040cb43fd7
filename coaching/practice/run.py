"""A workout with all that is needed to say where it stands: its rows, its Release, its rules."""

from dataclasses import dataclass
from functools import cached_property

from coaching.catalogue.publishing import releases
from coaching.practice import walk
from coaching.practice.models import CheckIn, Workout


@dataclass(frozen=True)
class Run:
    """Read once per request by `read`; everything else is worked out from it."""

    workout: Workout
    answers: walk.Answers
    sets: tuple  # WorkoutSet rows, by number

    @cached_property
    def catalogue(self):
        return releases.edition(self.workout.release_id)

    @cached_property
    def routine(self):
        return self.catalogue.routine(self.workout.routine_id)

    @cached_property
    def variation(self):
        """Today's variation. The first set has it: later ones may have become easier."""
        return self.catalogue.variation(self.sets[0].variation_id)

    @cached_property
    def set_states(self):
        return [walk.SetState(s.number, s.position, s.ended_at is not None) for s in self.sets]

    @cached_property
    def place(self):
        return walk.place(self.routine.blocks, self.variation, self.answers, self.set_states)

    @cached_property
    def parts(self):
        return walk.progress(self.routine.blocks, self.variation, self.answers, self.set_states)

    @cached_property
    def pain_before(self):
        """Pain 0-10 as it was before this workout, or None where nobody has asked yet."""
        before = self.workout.check_ins.filter(moment=CheckIn.Moment.BEFORE)
        return before.values_list("pain", flat=True).first()

    def has_reached(self, position):
        """Looking back is fine, looking ahead would skip what keeps a back safe."""
        return position <= self.place.position

    def block(self, position):
        """The part at `position`, or None where this workout has no such part."""
        return dict(walk.parts(self.routine.blocks, self.variation)).get(position)

    def set(self, number):
        return next((s for s in self.sets if s.number == number), None)


def read(workout):
    """Two queries, whatever was answered and however many sets there are."""
    answers = workout.answers.values_list("position", "turn", "answer")
    said = {(position, turn): answer for position, turn, answer in answers}
    return Run(workout, walk.Answers(said), tuple(workout.sets.all()))
