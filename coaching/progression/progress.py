"""What became of somebody's training, in numbers: each picture is a table, counted by the database.

A fixed number of queries, and no rep is read one by one: with ten years of training it is as quick
as with ten workouts.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from statistics import median_high

from django.db.models import Avg, Count, Min, Q
from django.utils import timezone

from coaching.pain.rules import SOME
from coaching.practice.models import CheckIn, Floor, Rep, RepFault
from coaching.practice.sentences import name_of
from coaching.progression.rules import ranges, trend


@dataclass(frozen=True)
class Row:
    """One point of a picture: its first day, and its values in the order of the columns. None is
    what nobody knows."""

    day: object
    values: tuple


@dataclass(frozen=True)
class FloorRow:
    day: object
    name: str
    source: str
    series: str
    degrees: int


@dataclass(frozen=True)
class Move:
    """A placement: where to, and why."""

    day: object
    name: str
    rung: int
    decision: object


class Progress:
    """One person's workouts between two days of their own clock, both of them in it."""

    def __init__(self, person, catalogue, days):
        self.person, self.catalogue, self.days = person, catalogue, days
        self.begins, self.ends = midnight(days.since), midnight(days.until + timedelta(days=1))
        done = person.workouts.finished()
        self.workouts = done.filter(started_at__gte=self.begins, started_at__lt=self.ends)

    @cached_property
    def counts(self):
        """{workout's pk: (day, done, perfect, mean seconds down or None)}, oldest first."""
        kept = Rep.objects.kept().filter(self._in_range("workout_set__workout"))
        rows = (
            kept.order_by()
            .values("workout_set__workout")
            .annotate(
                at=Min("workout_set__workout__started_at"),
                done=Count("pk"),
                good=Count("pk", filter=Q(perfect=True)),
                down=Avg("descent_seconds", filter=Q(perfect=True)),
            )
            .values_list("workout_set__workout", "at", "done", "good", "down")
        )
        found = {pk: (timezone.localdate(at), *rest) for pk, at, *rest in rows}
        return dict(sorted(found.items(), key=lambda pair: pair[1][0]))

    @cached_property
    def unit(self):
        """What one point stands for, in all pictures alike."""
        asked = {pk: day for pk, (day, *_rest) in self._pain.items()}
        return ranges.unit_for([*(asked | self._days).values()])

    @cached_property
    def _days(self):
        return {pk: day for pk, (day, *_rest) in self.counts.items()}

    @cached_property
    def _points(self):
        return ranges.points(self._days, self.unit)

    @cached_property
    def faults(self):
        """[(fault's name, {workout's pk: reps}), …], the commonest first."""
        rows = (
            RepFault.objects.filter(
                self._in_range("rep__workout_set__workout"),
                rep__taken_back_at=None,
                rep__perfect=False,
            )
            .values("rep__workout_set__workout", "fault")
            .annotate(reps=Count("rep"))
            .values_list("rep__workout_set__workout", "fault", "reps")
        )
        found = defaultdict(dict)
        for pk, fault, reps in rows:
            found[fault][pk] = reps
        commonest = sorted(found.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
        return [(name_of(self.catalogue, "fault", slug), reps) for slug, reps in commonest]

    @cached_property
    def unnamed(self):
        """{workout's pk: reps} that were not perfect, and nobody said why."""
        spoiled = Rep.objects.kept().filter(self._in_range("workout_set__workout"), perfect=False)
        rows = spoiled.filter(rep_faults=None).order_by().values("workout_set__workout")
        return dict(rows.annotate(reps=Count("pk")).values_list("workout_set__workout", "reps"))

    @cached_property
    def reps(self):
        """Rows of: perfect, each of the faults, not named, all."""
        kinds = [reps for _name, reps in self.faults] + [self.unnamed]
        return [
            Row(
                day,
                (
                    sum(self.counts[pk][2] for pk in these),
                    *(sum(kind.get(pk, 0) for pk in these) for kind in kinds),
                    sum(self.counts[pk][1] for pk in these),
                ),
            )
            for day, these in self._points
        ]

    @cached_property
    def totals(self):
        """(perfect, done, workouts)"""
        counted = self.counts.values()
        return sum(each[2] for each in counted), sum(each[1] for each in counted), len(counted)

    @cached_property
    def seconds(self):
        """Rows of: mean seconds on the way down."""
        found = []
        for day, these in self._points:
            known = [float(down) for pk in these if (down := self.counts[pk][3]) is not None]
            if known:
                found.append(Row(day, (round(sum(known) / len(known), 1),)))
        return found

    @cached_property
    def _found_floors(self):
        rows = Floor.objects.filter(self._in_range("workout")).order_by("workout__started_at")
        return [
            (timezone.localdate(at), slug, source, degrees)
            for at, slug, source, degrees in rows.values_list(
                "workout__started_at", "variation", "source", "degrees"
            )
        ]

    @cached_property
    def floors(self):
        """FloorRows, oldest first; where a point is more than a workout, the median of it."""
        found = defaultdict(list)
        for number, (day, slug, source, degrees) in enumerate(self._found_floors):
            one = number if self.unit == "workout" else 0
            found[ranges.start_of(self.unit, day), one, slug, source].append(degrees)
        return [
            FloorRow(
                day,
                self._name(slug),
                Floor.Source(source).label,
                f"{slug} {source}",
                median_high(all_of_it),
            )
            for (day, _one, slug, source), all_of_it in sorted(found.items())
        ]

    @cached_property
    def trends(self):
        return trend.trends((slug, source, deg) for _day, slug, source, deg in self._found_floors)

    @property
    def bands(self):
        """(series, exercise, how it was found, median of the last three, from, to)"""
        return [
            (
                f"{each.variation} {each.source}",
                self._name(each.variation),
                Floor.Source(each.source).label,
                each.now,
                *each.band,
            )
            for each in self.trends
        ]

    @cached_property
    def _pain(self):
        """{workout's pk: (day, {moment: pain}, whether it hurt while at it)}"""
        rows = CheckIn.objects.filter(self._in_range("workout")).values_list(
            "workout", "workout__started_at", "moment", "pain"
        )
        found = {}
        for pk, at, moment, pain in rows:
            found.setdefault(pk, (timezone.localdate(at), {}, []))[1][moment] = pain
        stopped = self.workouts.filter(Q(ending="pain") | Q(hurt_at__isnull=False))
        for pk, at in stopped.values_list("pk", "started_at"):
            found.setdefault(pk, (timezone.localdate(at), {}, []))[2].append(pk)
        return found

    @cached_property
    def pain(self):
        """Rows of: before, after, the day after, how many of them “Pain” ended; the worst of a
        point."""
        days = {pk: day for pk, (day, *_rest) in self._pain.items()}
        found = []
        for day, these in ranges.points(days, self.unit):
            said = [self._pain[pk] for pk in these]
            worst = (
                max((pains[moment] for _day, pains, _hurt in said if moment in pains), default=None)
                for moment in CheckIn.Moment.values
            )
            found.append(Row(day, (*worst, sum(len(hurt) for *_, hurt in said))))
        return found

    @property
    def much_pain(self):
        """(workouts with pain that counts, workouts that were asked about)"""
        said = self._pain.values()
        some = sum(bool(hurt) or max(pains.values()) >= SOME for _day, pains, hurt in said)
        return some, len(said)

    @cached_property
    def moves(self):
        """Where somebody stood when the time began, and the newest moves in it, oldest first."""
        mine = self.person.placements.select_related("variation")
        within = mine.filter(placed_at__gte=self.begins, placed_at__lt=self.ends)
        newest = list(within[: ranges.MOST_POINTS])
        if len(newest) < ranges.MOST_POINTS:
            newest += mine.filter(placed_at__lt=self.begins)[:1]
        return [
            Move(
                timezone.localdate(each.placed_at),
                self._name(each.variation_id),
                each.variation.rung,
                each.decision,
            )
            for each in reversed(newest)
        ]

    def _name(self, slug):
        return name_of(self.catalogue, "variation", slug)

    def _in_range(self, path):
        wanted = {
            "person": self.person,
            "finished_at__isnull": False,
            "started_at__gte": self.begins,
            "started_at__lt": self.ends,
        }
        return Q(**{f"{path}__{name}": value for name, value in wanted.items()})


def midnight(day):
    """When a day begins on the clock that is active."""
    return timezone.make_aware(datetime.combine(day, time()))
