"""Somebody who lives day by day through the app, each with a clock of their own: what they do is
done by the actions that the pages call, in the order in which the pages call them."""

import uuid
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from coaching.catalogue.publishing import releases
from coaching.catalogue.schema.blocks.base import Said
from coaching.practice import actions as practice
from coaching.practice import rules
from coaching.practice import sentences as saying
from coaching.practice.course import course_of
from coaching.practice.decisions import Decision
from coaching.practice.models import CheckIn, Floor, Rep, Workout, WorkoutSet
from coaching.progression import actions, choosing, next_day, plan
from coaching.progression.models import Reply
from coaching.progression.sentences import SENTENCES
from tests.factories.content import LADDER, current
from tests.factories.people import UserFactory
from tests.pages import text
from tests.progression.clocks import Clock

FINE = ("none", 0)  # what is said of most days after
STRONG = {"done-before": "regularly", "flatten-back": "yes"}


def spoiled(fault, times, of=10):
    """The reps of a set of which some had a fault; "" is a perfect one."""
    return [fault] * times + [""] * (of - times)


class Life(Clock):
    """They stand `on` a rung because they chose it eight days ago, or nowhere yet."""

    def __init__(self, *, on="lying-raise", at="2026-03-02T18:00", zone="Europe/Vienna"):
        super().__init__(at, zone)
        self.person = UserFactory()
        self.last = None  # the workout that was begun last
        self.client = Client()
        if on:
            self.stand_on(on)
            self.wait(days=8)  # what is chosen keeps the next rung shut for a week

    def stand_on(self, slug):
        decision = Decision("step-chosen", {"variation": slug, "from": slug, "up": 0})
        with self.here():
            actions.choose_step(person=self.person, ladder=LADDER, decision=decision)

    # What they are told

    @property
    def plan(self):
        with self.here():
            return plan.for_person(current(), self.person)

    @property
    def says(self):
        """All that the coach has to say today."""
        planned = self.plan
        advice = planned.advice
        told = (planned.closed, planned.rests, planned.decision, *advice.also, *advice.offers)
        return " ".join(self.sentence(each) for each in told if each)

    @property
    def why(self):
        return self.sentence(self.plan.decision)

    def sentence(self, decision):
        with self.here():
            return saying.sentence(decision, current(), SENTENCES | saying.SENTENCES)

    @property
    def load(self):
        """What the next workout asks for: the rung, its sets, the reps of one, the floor."""
        planned = self.plan
        asked = [each for each in planned.sets if each.sets]
        sets = sum(each.sets for each in asked)
        reps = max((each.reps for each in asked), default=0)
        return planned.variation.rung, sets, reps, planned.floor

    @property
    def stands_on(self):
        return self.person.placements.on(LADDER).variation_id

    @property
    def rules(self):
        """What the plan goes by: the decision first, then what else changes."""
        planned = self.plan
        return [planned.decision.rule, *(each.rule for each in planned.advice.also)]

    @property
    def closed(self):
        closed = self.plan.closed
        return closed and closed.rule

    @property
    def rests(self):
        rests = self.plan.rests
        return rests and rests.rule

    @property
    def offers(self):
        return [each.rule for each in self.plan.advice.offers]

    def when(self, test, *, within=60, step=1):
        """The days until something is so."""
        for days in range(0, within + 1, step):
            if test(self):
                return days
            self.wait(days=step)
        raise AssertionError(f"not within {within} days")

    # What they do

    def go_on_for(self, days, *, every=4, takes=False, **how):
        """Trains once in so many days for a while, on no day of rest, and `takes` what is offered.
        Returns the loads that were asked for."""
        end, loads = self.now + timedelta(days=days), []
        while self.now < end:
            self.when(lambda life: not life.rests and not life.closed)
            with self.here():
                due = next_day.due(self.person)
            if due:
                self.morning()
            for offered in self.offers if takes else ():
                self.reply(offered)
            loads.append(self.load)
            self.train(**how)
            self.wait(days=every)
        return loads

    def three_days(self, compared="none", pain=0):
        """Later, and how the first of them was."""
        self.wait(days=3)
        self.morning(compared, pain)

    def walk(self, reps=None, *, before=0, after=0, morning=FINE, anyway=False, **says):
        """A whole workout, part by part. `reps` are those of each set ("" is perfect, else a
        fault), as many perfect ones as were asked for where nothing is said, or a function of a
        set."""
        self.start(morning=morning, anyway=anyway)
        return self.go_on(reps, before=before, after=after, **says)

    def train(
        self, reps=None, *, before=0, after=0, floor=None, lowered=None, morning=FINE, anyway=False
    ):
        """The same where all parts go well, and those of which nothing is learned are passed over:
        a third of the queries for the rows that the plan goes by."""
        self.start(morning=morning, anyway=anyway)
        meant = self.last.prescription
        with self.here():
            practice.report_pain_before(workout=self.last, pain=before)
        sets = list(self.last.sets.order_by("number")) if self.last.is_running else []
        if sets and current().variation(sets[0].variation_id).has_floor:
            slug = sets[0].variation_id
            known = meant["floor"] if meant["variation"] == slug else None
            degrees = next(each for each in (floor, known, 25) if each is not None)
            with self.here():
                practice.keep_floor(workout=self.last, variation=slug, degrees=degrees)
        for number in range(1, len(sets) + 1):
            # A fault that ends a set changes those after it, or leaves none.
            this_set = next((each for each in sets if each.number == number), None)
            if this_set and self.last.is_running:
                done = self.judged(reps(this_set) if callable(reps) else reps, this_set, lowered)
                self._keep(this_set, done)
                if "doming" in {fault for rep in done for fault in rep.faults}:
                    self._complete(number)
                    sets = list(self.last.sets.order_by("number"))
        self.wait(minutes=14)
        if self.last.is_running:
            with self.here():
                if after is not None:
                    practice.check_in(
                        workout=self.last, moment="after", pain=after, happened_at=timezone.now()
                    )
                practice.complete_workout(workout=self.last, ending=Workout.Ending.DONE)
        return self.last

    def again(self, times, *, every=3):
        """The last workout so many times more, one in so many days: the rows that its actions
        wrote, copied, for what would take the actions long."""
        pattern = self.last
        rows = [
            (WorkoutSet, {"workout": pattern}), (Floor, {"workout": pattern}),
            (CheckIn, {"workout": pattern}),
        ]  # fmt: skip
        for _time in range(times):
            self.wait(days=every)
            length = pattern.finished_at - pattern.started_at
            with self.here():
                start = timezone.now()
            copy = Workout.objects.get(pk=pattern.pk)
            copy.pk, copy.started_at, copy.finished_at = uuid.uuid4(), start, start + length
            copy._state.adding = True
            copy.save(force_insert=True)
            for model, of in rows:
                for each in model.objects.filter(**of):
                    reps = list(each.reps.all()) if model is WorkoutSet else []
                    each.pk, each.workout = None, copy
                    if model is CheckIn:
                        each.happened_at += start - pattern.started_at
                    each.save(force_insert=True)
                    for rep in reps:
                        rep.pk, rep.workout_set = uuid.uuid4(), each
                    Rep.objects.bulk_create(reps)
            self.last = copy
        self.wait(minutes=14)

    def start(self, *, morning=FINE, anyway=False, answers=STRONG, workout=None):
        """As the page does: the day after first, and a yes where it is a day of rest."""
        with self.here():
            due = next_day.due(self.person)
        if due and morning:
            self.morning(*morning)
        with self.here():
            planned = plan.for_person(current(), self.person)
            assert anyway or not planned or not planned.rests, planned.rests
            planned = planned or plan.for_newcomer(current(), answers, self.person)
            self.last = actions.start(
                person=self.person,
                workout_id=workout or uuid.uuid4(),
                plan=planned,
                release=releases.newest_id(),
            )
        return self.last

    def go_on(self, reps=None, *, before=0, after=0, **says):
        """From wherever the workout stands to its end."""
        while self.last.is_running:
            step = self.course.next_step
            if step.set_number is not None:
                self.do_set(self.set(step.set_number), reps, **says)
            else:
                self.answer(step.position, before=before, after=after, **says)
        return self.last

    def answer(
        self, position, *, before=0, after=0, tension="firm", steady=("stable", "stable"),
        floor=None, pain_at=None, **_says,
    ):  # fmt: skip
        """One step. A floor that nobody names is the one that was planned, or 25 degrees."""
        course = self.course
        block = course.block(position)
        turn = len(course.answers.at(position)) + 1
        if pain_at == block.kind:
            self.pain()
            return
        meant = self.last.prescription
        known = meant["floor"] if meant["variation"] == course.variation.slug else None
        said = {
            "arrival": Said(pain=before),
            "tension": Said(tension),
            "first-rep": Said(steady[turn - 1] if block.kind == "first-rep" else ""),
            "floor": Said(floor=next(each for each in (floor, known, 25) if each is not None)),
            "wrap-up": Said(pain=after),
        }
        self.wait(minutes=1)
        with self.here():
            practice.answer_step(
                workout=self.last,
                position=position,
                turn=turn,
                said=said.get(block.kind, Said()),
                happened_at=timezone.now(),
            )
        self.last.refresh_from_db()

    def do_set(self, this_set, reps=None, *, lowered=None, by_rep=False, lighter_in=None, **says):
        """One set, whole or `by_rep`; `lighter_in` is the number of the set in which something
        lighter is chosen."""
        if lighter_in == this_set.number:
            self.lighter(this_set)
            this_set = self.set(this_set.number)
        done = self.judged(reps(this_set) if callable(reps) else reps, this_set, lowered)
        if says.get("pain_at") == "set":
            self.pain(this_set.number, done)
            return
        self.wait(minutes=2)
        for each in [[rep] for rep in done] if by_rep else [done]:
            self._keep(this_set, each)
        if self.last.is_running:
            self._complete(this_set.number)

    def _keep(self, this_set, reps):
        with self.here():
            practice.keep_reps(
                person=self.person, workout=self.last.pk, number=this_set.number, reps=reps
            )
        if any("pain" in rep.faults for rep in reps):
            self.last.refresh_from_db()

    def _complete(self, number):
        with self.here():
            practice.complete_set(workout_set=self.set(number))

    def judged(self, reps, this_set, lowered=None):
        with self.here():
            return [
                rules.JudgedRep(
                    number=number,
                    faults=(fault,) if fault and fault != "off" else (),
                    off=fault == "off",
                    descent_seconds=lowered,
                    id=uuid.uuid4(),
                    happened_at=timezone.now(),
                )
                for number, fault in enumerate(
                    [""] * this_set.target if reps is None else reps, start=1
                )
            ]

    def lighter(self, this_set):
        eases_to = current().variation(this_set.variation_id).eases_to
        with self.here():
            practice.go_lighter(workout_set=this_set, decision=rules.lighter_chosen(eases_to))

    def pain(self, number=None, reps=()):
        """“Pain”, wherever they are."""
        with self.here():
            practice.stop_for_pain(
                workout=self.last, happened_at=timezone.now(), number=number, reps=reps
            )
        self.last.refresh_from_db()
        self.wait(minutes=1)

    def after(self, pain):
        """Pain after it, said on the summary."""
        with self.here():
            practice.check_in(
                workout=self.last, moment="after", pain=pain, happened_at=timezone.now()
            )

    def morning(self, compared="none", pain=0):
        """How the back was the day after the last workout."""
        with self.here():
            due = next_day.due(self.person)
            next_day.check(due)
            practice.check_in(
                workout=due,
                moment="next-day",
                pain=pain,
                compared=compared,
                happened_at=timezone.now(),
            )

    def reply(self, rule="gate-passed", answer="yes"):
        with self.here():
            planned = plan.for_person(current(), self.person)
            offered = choosing.offered(planned, rule, answer)
            assert offered, f"{rule} is not on offer"
            actions.reply(
                person=self.person, ladder=LADDER, offered=offered, answer=Reply.Answer(answer)
            )
        self.wait(minutes=1)

    def choose(self, slug):
        """Another step; returns why it stays shut, or None."""
        with self.here():
            chosen = choosing.Choice.of(self.person, current(), slug)
            if chosen.shut is None:
                actions.choose_step(person=self.person, ladder=LADDER, decision=chosen.decision)
        self.wait(minutes=1)
        return chosen.shut

    # Where their workout stands

    @property
    def course(self):
        return course_of(self.last, releases.catalogue(self.last.release_id))

    def set(self, number):
        return WorkoutSet.objects.of(self.person).get(workout=self.last, number=number)

    # In a browser

    def _browser(self):
        """Where they are, and signed in anew: a year may have passed since."""
        self.client.cookies["time_zone"] = self.zone.key
        self.client.force_login(self.person)
        return self.client

    def get(self, name, *args):
        with self.here():
            return self._browser().get(reverse(name, args=args))

    def post(self, name, *args, **said):
        with self.here():
            return self._browser().post(reverse(name, args=args), said)

    def page(self, name, *args):
        return text(self.get(name, *args))
