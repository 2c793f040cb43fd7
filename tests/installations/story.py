"""Six weeks in one installation: a trainer, a member, and two guests.

Between them they meet every rule that moves somebody on the ladder or changes a workout.
"""

import copy

from coaching.catalogue import actions
from coaching.catalogue.models import (
    Answer,
    Drill,
    Fault,
    Question,
    Routine,
    Step,
    Topic,
    Variation,
    VariationFault,
    VariationMuscle,
)
from coaching.people.models import User
from tests.installations.visitor import Visitor

PASSWORD = "a long and quiet password"
CLINIC = "clinic-raise"
TEN = ". " * 10
FIFTEEN = ". " * 15


class Story:
    def __init__(self, clock, shipped):
        self.clock, self.shipped = clock, shipped
        self.anna, self.ben, self.cleo = (Visitor(clock) for _person in range(3))

    def tell(self):
        self.opens()
        self.first_weeks()
        self.clock.turn_to("10-20")
        self.trainer_edits()
        self.more_weeks()
        self.clock.turn_to("10-29")
        self.trainer_takes_out()
        self.last_weeks()
        self.trainer_drafts()
        self.tonight()

    # The trainer

    def opens(self):
        actions.load(catalogue=self.shipped)
        self.trainer = User.objects.create_superuser("trainer@example.org", PASSWORD)

    def trainer_edits(self):
        """Words, a number, a step, an archived topic, an answer and a variation of their own."""
        swung = Fault.objects.get(slug="swung")
        swung.cue = "Stand still at the bottom, count one, and lift without a kick."
        swung.save()
        plank = Drill.objects.get(slug="plank")
        plank.seconds = 20
        plank.save()
        step = Step.objects.get(variation="lying-raise", position=3)
        step.text = "Hover first. Then raise both legs as slowly as you would lower a sleeping cat."
        step.save()
        topic = Topic.objects.get(slug="how-often")
        topic.archived_at = self.clock()
        topic.save()
        Answer.objects.create(
            question=Question.objects.get(slug="done-before"),
            slug="at-the-gym",
            position=4,
            text="At the gym",
            help="with a weight between my feet",
            start_at_id="weighted-raise",
            why="You raise a weight already, so you begin with one.",
        )
        self.add_variation()
        actions.publish(by=self.trainer)

    def add_variation(self):
        """The trainer's own, made after the one that it resembles."""
        like = Variation.objects.get(slug="lying-raise-with-hold")
        own = copy.copy(like)
        own.slug, own.name, own.rung, own.shipped = CLINIC, "Raise on the clinic's bench", 10, ""
        own.position, own.hold = 0, 2
        own.summary = "On the padded bench by the window, with two seconds of stillness at the top."
        own.body = "Ask for the bench to be set to its lowest height.\n\nThen it is as on the mat."
        own.save(force_insert=True)
        for position, text in enumerate(["Lie down with your seat at the mark.", "Raise."], 1):
            title = f"On the bench, {position}"
            Step.objects.create(variation=own, position=position, title=title, text=text)
        for position, fault in enumerate(["swung", "back-arched", "pain"], 1):
            VariationFault.objects.create(variation=own, fault_id=fault, position=position)
        for use in like.muscle_order.all():
            VariationMuscle.objects.create(
                variation=own, muscle_id=use.muscle_id, role=use.role, position=use.position
            )

    def trainer_takes_out(self):
        """A rung that somebody stands on, and pain limits stricter than ours."""
        weighted = Variation.objects.get(slug="weighted-raise")
        weighted.archived_at = self.clock()
        weighted.save()
        answer = Answer.objects.get(slug="at-the-gym")
        answer.start_at, answer.why = None, ""
        answer.save()
        routine = Routine.objects.get(slug="standard")
        routine.easier_from = 2
        routine.save()
        actions.publish(by=self.trainer)

    def trainer_drafts(self):
        """What is not published yet."""
        self.clock.turn_to("11-18")
        rested = Fault.objects.get(slug="rested")
        rested.cue = "Turn round while your heels"
        rested.save()
        dead_bug = Variation.objects.get(slug="dead-bug")
        dead_bug.name = "Dead bug, slowly"
        dead_bug.save()

    # Those who practise

    def comes(self, person, day, hour=17, **says):
        self.clock.turn_to(day, hour)
        person.start(**says)

    def first_weeks(self):
        """Anna moves up, meets doming, pain by mistake and pain, and two bad days."""
        anna = self.anna
        self.comes(anna, "10-06", pain=0, **{"done-before": "regularly", "flatten-back": "yes"})
        anna.walk()
        for number, reps in enumerate([FIFTEEN, TEN, TEN], 1):
            anna.practise(number, reps, paced=True)
        anna.finish()
        anna.sign_up("anna@example.org", PASSWORD)

        self.comes(anna, "10-08")  # fifteen-perfect
        anna.walk(floor=25)
        anna.practise(1, ". . ar d", complete=False)
        anna.post("set_variation", anna.workout, 1, says={"variation": "lying-raise"})
        anna.practise(2, ". . . . . . . . b .")
        anna.practise(3, ". . . . . . ? . . .")
        anna.finish(pain=1)

        self.comes(anna, "10-10")  # fault-eases
        anna.walk(pain=1)
        anna.practise(1, ". . . p", complete=False)
        anna.post("resumption", anna.workout)
        anna.practise(1, ". a", complete=False, after=3)
        anna.post("pain", anna.workout)
        anna.post("check_in", anna.workout, says={"pain": 4})

        self.comes(anna, "10-13")  # pain-eases; pain-before
        anna.walk(pain=3)
        for number in (1, 2, 3):
            anna.practise(number, ". . . . . . . .")
        anna.finish(pain=2)

        self.comes(anna, "10-15")  # tension-check
        anna.walk(tension=("not", "not", "not"), floor=30)
        for number in (1, 2, 3):
            anna.practise(number, TEN, paced=True)
        anna.finish(pain=1)

        self.comes(anna, "10-17")
        anna.walk(pain=6)

    def more_weeks(self):
        """Ben begins with a weight; Anna judges a set at its end, stops early, and walks away."""
        ben, anna = self.ben, self.anna
        self.comes(ben, "10-21", pain=1, **{"done-before": "at-the-gym", "flatten-back": "yes"})
        ben.walk(floor=15)
        ben.practise(1, ". . s . . s s . . .")
        ben.practise(2, ". . . . . . . . . .", paced=True)
        ben.practise(3, ". . . . . h")
        ben.finish(pain=1)

        self.comes(anna, "10-22")
        anna.walk(first_rep=("stable", "not"), floor=20)
        anna.review(1, ". . . a . ? sb . - -")
        anna.practise(2, ". . a < . ? a a", complete=False)
        anna.post("set_floor", anna.workout, 2, says={"floor": 30})
        anna.complete(2)
        anna.practise(3, ". . . . . .")
        anna.finish(pain=0)

        self.comes(anna, "10-24")
        anna.walk(first_rep=("not",))
        anna.practise(1, ". . . . . . t . . .")
        anna.post("completion", anna.workout)

        self.comes(anna, "10-27")
        anna.walk()
        anna.practise(1, ". r", complete=False)

    def last_weeks(self):
        """Anna takes an easier rung before the first rep, and earns the next one."""
        anna, cleo = self.anna, self.cleo
        self.comes(anna, "10-31")
        anna.walk(floor=35)
        anna.post("set_variation", anna.workout, 1, says={"variation": "bent-knee-lowering"})
        anna.practise(1, TEN)
        anna.practise(2, ". . . . . . . . . r")
        anna.practise(3, TEN)
        anna.finish()

        self.comes(cleo, "11-03", pain=0, **{"done-before": "at-the-gym", "flatten-back": "yes"})
        cleo.post("completion", cleo.workout)  # start-easiest

        self.comes(anna, "11-12")
        anna.walk(floor=20)
        anna.practise(1, "? . . . . . . . . . . . . . . .", paced=True)
        anna.practise(2, TEN, paced=True)
        anna.practise(3, TEN)
        anna.finish()

    def tonight(self):
        """Two are in the middle of a workout: Anna in her second set, Ben in his first."""
        anna, ben = self.anna, self.ben
        self.comes(anna, "11-19", 18)  # fifteen-perfect
        anna.walk(floor=25)
        anna.practise(1, ". . . . . . . a . .", paced=True)
        anna.practise(2, ". s s", paced=True, complete=False)

        self.clock.turn_to("11-19", 18, 40)
        ben.start()  # not-published
        ben.walk(pain=2, floor=20)  # pain-before, by the stricter limit
        ben.practise(1, ". .", complete=False)
