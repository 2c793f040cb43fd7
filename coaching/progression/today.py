"""What the first page of the day shows: the plan, the week, the last workout."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from coaching.people.models import User
from coaching.practice import rules as practice
from coaching.practice import steps
from coaching.practice.models import Rep
from coaching.progression import headline, history, next_day, plan
from coaching.progression.rules import rest


@dataclass(frozen=True)
class Day:
    date: object
    done: bool
    today: bool
    planned: bool = False


@dataclass(frozen=True)
class Step:
    """A rung on the path: behind, here, or ahead; `opens` says that it is what comes next."""

    variation: object
    place: str
    opens: bool = False


@dataclass(frozen=True)
class Last:
    """The last workout in one line; `faults` are (Fault, how often)."""

    workout: object
    tally: practice.Tally
    faults: tuple


def page(edition, person):
    """Everything on a person's first page, in a number of queries that never grows."""
    catalogue = edition.catalogue
    planned = plan.for_person(catalogue, person)
    last = person.workouts.finished().practised().first()
    days = week(person, plan.days_ahead(person, planned))
    running = person.workouts.running().first()
    return {
        "running": running,
        "plan": planned,
        "state": state(planned, running),
        "last": last and summary(last, edition.of(last.release_id)),
        "week": days,
        "week_done": sum(day.done for day in days),
        "week_goal": rest.MOST_IN_SEVEN,
        "gate": planned and planned.advice.gate,
        "path": planned and path(planned),
        "next_day": None if running else next_day.asked_today(person),
        "days_away": None if planned else _days_away(person),
    } | (_told(planned) if planned else {})


def _told(planned):
    return {
        "headline": headline.headline(planned),
        "reason": headline.reason(planned),
        "aim": headline.aim(planned),
        "changes": headline.changes(planned),
        "declinable": {each.rule for each in planned.declinable},
        "highest": planned.catalogue.heavier(planned.variation) is None,
    }


def _days_away(person):
    """How long ago somebody trained who begins anew, or None for who begins."""
    last = history.days_of(history.trained(person))
    return (timezone.localdate() - last[0]).days if last else None


def state(planned, running):
    """What kind of day it is, in a word."""
    if running:
        return "running"
    if planned is None:
        return "begin"
    if planned.closed:
        return "closed"
    if planned.rests:
        return "rest"
    return "easier" if planned.is_easier else "train"


def path(planned):
    """The ladder as somebody sees it from where they stand."""
    here, gate = planned.variation, planned.advice.gate

    def place(each):
        if each.slug == here.slug:
            return "here"
        return "behind" if each.rung < here.rung else "ahead"

    rungs = planned.catalogue.rungs(here.ladder)
    opens = gate.heavier if gate and gate.rung.slug == here.slug else None
    return [Step(each, place(each), each.slug == opens) for each in rungs]


def week(person, ahead=()):
    """This week from Monday to Sunday by the clock that is active; `ahead` are planned days."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    since = midnight - timedelta(days=today.weekday(), hours=1)
    started = person.workouts.finished().practised().filter(started_at__gte=since)
    done = {timezone.localdate(at) for at in started.values_list("started_at", flat=True)}
    dates = [monday + timedelta(days=number) for number in range(7)]
    return [Day(date, date in done, date == today, date in ahead) for date in dates]


def summary(workout, catalogue):
    """One finished workout, counted: one query, whatever happened in it."""
    judged = Rep.objects.filter(workout_set__workout=workout).kept().judged()
    tally = practice.tally(rep for reps in judged.values() for rep in reps)
    faults = tuple((catalogue.fault(slug), count) for slug, count in tally.faults)
    return Last(workout, tally, faults)


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
