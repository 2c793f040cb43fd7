"""From when until when is looked back, and how much of it is one point of a picture. Pure: no
Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeVar

# Points that a wide screen tells apart.
MOST_POINTS = 130
# Nobody trained with this before.
FIRST_DAY = date(2000, 1, 1)

Name = TypeVar("Name")
Unit = Literal["workout", "week", "month", "year"]
LONGER: tuple[Unit, ...] = ("week", "month", "year")


@dataclass(frozen=True)
class DateRange:
    """Days of somebody's own clock, both of them in it."""

    since: date
    until: date

    @classmethod
    def of_a_year(cls, until: date) -> "DateRange":
        return cls(max(FIRST_DAY, until - timedelta(days=364)), until)

    @classmethod
    def of_three_months(cls, until: date) -> "DateRange":
        return cls(until - timedelta(days=91), until)


def start_of(unit: Unit, day: date) -> date:
    """The first day of the week, month or year that a day is in."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def unit_for(days: Sequence[date]) -> Unit:
    """What one point stands for, so that there are not more than can be told apart."""
    if len(days) <= MOST_POINTS:
        return "workout"
    for unit in LONGER:
        if len({start_of(unit, day) for day in days}) <= MOST_POINTS:
            return unit
    return "year"


def points(days: Mapping[Name, date], unit: Unit) -> list[tuple[date, list[Name]]]:
    """Workouts by their day, as (first day, those in it) of each point, oldest first."""
    if unit == "workout":
        return [(day, [name]) for name, day in sorted(days.items(), key=lambda pair: pair[1])]
    found: dict[date, list[Name]] = {}
    for name, day in days.items():
        found.setdefault(start_of(unit, day), []).append(name)
    return sorted(found.items())


def highest_yet(firsts: Iterable[tuple[date, int, str]]) -> list[tuple[date, str]]:
    """Of (day, place from light to heavy, name), those that were higher than all before."""
    found: list[tuple[date, str]] = []
    highest: int | None = None
    for day, place, name in sorted(firsts):
        if highest is None or place > highest:
            highest = place
            found.append((day, name))
    return found
