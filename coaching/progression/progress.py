"""What became of somebody's training, in numbers: each picture is a table, counted by the database.

A fixed number of queries, and no rep is read one by one: with ten years of training it is as quick
as with ten workouts.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from statistics import median_high

from django.db.models import Avg, Count, Exists, FloatField, Max, OuterRef, Q
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
    def _told(self):
        """{workout's pk: (day, (pain before, after, the day after), whether pain ended it)}, oldest
        first."""

        def said(moment):
            return Max("check_ins__pain", filter=Q(check_ins__moment=moment))

        moments = {f"said_{number}": said(each) for number, each in enumerate(CheckIn.Moment)}
        rows = self.workouts.order_by("started_at", "pk").annotate(**moments)
        return {
            pk: (timezone.localdate(at), tuple(pains), ending == "pain" or hurt_at is not None)
            for pk, at, ending, hurt_at, *pains in rows.values_list(
                "pk", "started_at", "ending", "hurt_at", *moments
            )
        }

    @cached_property
    def counts(self):
        """{workout's pk: (done, perfect, spoiled by nothing that was named, mean seconds down)}"""
        kept = Rep.objects.kept().filter(self._in_range("workout_set__workout")).order_by()
        named = Exists(RepFault.objects.filter(rep=OuterRef("pk")))
        rows = (
            kept.values("workout_set__workout")
            .annotate(
                done=Count("pk"),
                good=Count("pk", filter=Q(perfect=True)),
                off=Count("pk", filter=Q(perfect=False) & ~named),
                down=Avg("descent_seconds", filter=Q(perfect=True), output_field=FloatField()),
            )
            .values_list("workout_set__workout", "done", "good", "off", "down")
        )
        return {pk: tuple(rest) for pk, *rest in rows}

    @cached_property
    def unit(self):
        """What one point stands for, in all pictures alike."""
        return ranges.unit_for([day for day, *_rest in self._told.values()])

    @cached_property
    def _points(self):
        days = {pk: day for pk, (day, *_rest) in self._told.items() if pk in self.counts}
        return ranges.points(days, self.unit)

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
    def reps(self):
        """Rows of: perfect, each of the faults, not named, all."""
        kinds = [reps for _name, reps in self.faults]
        return [
            Row(
                day,
                (
                    sum(self.counts[pk][1] for pk in these),
                    *(sum(kind.get(pk, 0) for pk in these) for kind in kinds),
                    sum(self.counts[pk][2] for pk in these),
                    sum(self.counts[pk][0] for pk in these),
                ),
            )
            for day, these in self._points
        ]

    @cached_property
    def totals(self):
        """(perfect, done, workouts)"""
        counted = self.counts.values()
        return sum(each[1] for each in counted), sum(each[0] for each in counted), len(counted)

    @cached_property
    def seconds(self):
        """Rows of: mean seconds on the way down."""
        found = []
        for day, these in self._points:
            known = [down for pk in these if (down := self.counts[pk][3]) is not None]
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
        """What was _told, where anything was said of pain."""
        return {
            pk: (day, pains, ended)
            for pk, (day, pains, ended) in self._told.items()
            if ended or any(pain is not None for pain in pains)
        }

    @cached_property
    def pain(self):
        """Rows of: before, after, the day after, how many of them “Pain” ended; the worst of a
        point."""
        found = []
        for day, these in ranges.points(
            {pk: each[0] for pk, each in self._pain.items()}, self.unit
        ):
            said = [self._pain[pk] for pk in these]
            asked = zip(*(pains for _day, pains, _ended in said), strict=True)
            worst = (
                max((pain for pain in each if pain is not None), default=None) for each in asked
            )
            found.append(Row(day, (*worst, sum(ended for *_, ended in said))))
        return found

    @property
    def much_pain(self):
        """(workouts with pain that counts, workouts that were asked about)"""
        some = (
            ended or max(filter(None, pains), default=0) >= SOME
            for _, pains, ended in self._pain.values()
        )
        return sum(some), len(self._pain)

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
