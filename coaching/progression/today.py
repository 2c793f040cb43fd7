"""What the first page of the day shows: the plan, the week, the last workout."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from coaching.people.models import User
from coaching.practice import rules as practice
from coaching.practice import steps
from coaching.practice.models import Rep
from coaching.progression import plan, rules


@dataclass(frozen=True)
class Day:
    date: object
    done: bool
    today: bool


@dataclass(frozen=True)
class NextRung:
    """How far the best set of last time was from opening the next rung."""

    best: int
    needed: int
    variation: object

    @property
    def missing(self):
        return max(self.needed - self.best, 0)


@dataclass(frozen=True)
class Last:
    """The last workout in one line; `faults` are (Fault, how often)."""

    workout: object
    tally: practice.Tally
    faults: tuple


def page(edition, person):
    """Everything on a person's first page, in a number of queries that never grows."""
    planned = plan.for_person(edition.catalogue, person)
    last = person.workouts.finished().practised().first()
    days = week(person)
    return {
        "running": person.workouts.running().first(),
        "plan": planned,
        "last": last and summary(last, edition.of(last.release_id)),
        "week": days,
        "week_done": sum(day.done for day in days),
        "week_goal": rules.WORKOUTS_A_WEEK,
        "rested_on": rested_on(days),
        "next_rung": planned and next_rung(planned, last),
    }


def week(person):
    """This week from Monday to Sunday, in the time zone that is active."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    since = midnight - timedelta(days=today.weekday(), hours=1)
    started = person.workouts.finished().practised().filter(started_at__gte=since)
    done = {timezone.localdate(at) for at in started.values_list("started_at", flat=True)}
    dates = [monday + timedelta(days=number) for number in range(7)]
    return [Day(date, date in done, date == today) for date in dates]


def rested_on(days):
    """The day from which the trunk has recovered from today's workout, or None without one."""
    return next((rules.rested_on(day.date) for day in days if day.today and day.done), None)


def summary(workout, catalogue):
    """One finished workout, counted: one query, whatever happened in it."""
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    tally = practice.tally(rep for reps in judged.values() for rep in reps)
    faults = tuple((catalogue.fault(slug), count) for slug, count in tally.faults)
    return Last(workout, tally, faults)


def next_rung(planned, last):
    """What is missing for the next rung, or None at the top, where a move is due already, and where
    something holds it shut."""
    heavier = planned.catalogue.heavier(planned.variation)
    is_open = planned.decision.rule in ("stay", "not-practised")
    if heavier is None or planned.is_move or last is None or not is_open:
        return None
    best = planned.decision.facts.get("best", 0)
    return NextRung(best, planned.variation.gate, heavier)


def hero(catalogue):
    """The movement on the first page: one from the middle of the ladder."""
    rungs = catalogue.rungs(catalogue.default_routine.ladder)
    return rungs[len(rungs) // 2]


def arrival(catalogue):
    """What the first part of a workout tells, where pain is all that it asks: a newcomer was asked
    already, and reads it before the answers. None where the routine begins otherwise."""
    first = catalogue.default_routine.blocks[0]
    if not first.asks_pain_first:
        return None
    topics = steps.named_by(first, catalogue).get("topics", [])
    return {"instruction": first.instruction, "topics": topics}


def left_by_guest(request):
    """The guest who trained in this browser before somebody signed in, or None."""
    guest_id = request.session.get("guest_before") if request.user.is_authenticated else None
    return User.objects.filter(pk=guest_id, email=None).first() if guest_id else None


def is_declined(request):
    """Whether somebody said that this guest was not they."""
    return "guest_declined" in request.session


def offer(request):
    """What a guest has left in this browser: how many workouts that are over, and one that runs."""
    guest = None if is_declined(request) else left_by_guest(request)
    if guest is None:
        return {"guest_workouts": 0, "guest_running": None}
    workouts = guest.workouts
    return {
        "guest_workouts": workouts.finished().count(),
        "guest_running": workouts.running().first(),
    }
