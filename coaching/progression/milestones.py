"""What somebody has reached, as facts with a date: nothing to keep up, nothing to lose.

Each is found by walking the workouts from the first, which an index keeps in order, and stops where
it is found.
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.practice.models import Rep, WorkoutSet
from coaching.practice.pacing import CONTROLLED_DESCENT
from coaching.practice.sentences import name_of
from coaching.progression.rules import ranges

PERFECT_REPS = (100, 500, 1000)
PERFECT_IN_A_SET, SLOW_IN_A_SET = 10, 15


@dataclass(frozen=True)
class Milestone:
    day: object
    sentence: str


def reached(person, catalogue):
    """All of them, newest first, in a fixed number of queries."""
    found = [*_sets(person), *_totals(person), *_rungs(person, catalogue)]
    return sorted(found, key=lambda each: each.day, reverse=True)


def _sets(person):
    good = Q(perfect=True)
    slow = good & Q(descent_seconds__gte=CONTROLLED_DESCENT)
    asked = (
        (PERFECT_IN_A_SET, good, _("The first set with ten perfect reps")),
        (SLOW_IN_A_SET, slow, _("The first fifteen slow perfect reps in one set")),
    )
    for least, wanted, sentence in asked:
        if at := _first_set(person, least, wanted):
            yield Milestone(timezone.localdate(at), sentence)


def _first_set(person, least, wanted):
    """When the first set began of which so many reps were as wanted, or None."""
    kept = Rep.objects.kept().filter(workout_set=OuterRef("pk")).order_by()
    such = kept.filter(wanted).values("workout_set").annotate(reps=Count("pk")).values("reps")
    # A rep with that number is quicker to look for than all of them to count.
    long = WorkoutSet.objects.filter(Exists(kept.filter(number__gte=least)), **_mine(person))
    found = long.annotate(such=Subquery(such)).filter(such__gte=least)
    first = found.order_by("workout__started_at").values_list("workout__started_at", flat=True)
    return first.first()


def _totals(person):
    mine = {f"workout_set__{name}": value for name, value in _mine(person).items()}
    perfect = Rep.objects.kept().filter(perfect=True, **mine)
    moments = perfect.order_by("workout_set__workout__started_at").values_list(
        "workout_set__workout__started_at", flat=True
    )
    for total in PERFECT_REPS:
        if at := next(iter(moments[total - 1 : total]), None):
            yield Milestone(timezone.localdate(at), _("%(total)s perfect reps") % {"total": total})


def _mine(person):
    return {"workout__person": person, "workout__finished_at__isnull": False}


def _rungs(person, catalogue):
    moves = person.placements.order_by().values("variation", "variation__rung")
    firsts = [
        (timezone.localdate(at), rung, name_of(catalogue, "variation", slug))
        for slug, rung, at in moves.annotate(at=Min("placed_at")).values_list(
            "variation", "variation__rung", "at"
        )
    ]
    for number, (day, name) in enumerate(ranges.highest_yet(firsts)):
        said = _("Reached “%(name)s”") if number else _("Began with “%(name)s”")
        yield Milestone(day, said % {"name": name})
