"""What a year came to, as Markdown. Pure: no Django."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from coaching.practice.decisions import Decision
from coaching.progression.rules.coach import Advice
from coaching.progression.rules.facts import Faults, Rungs
from coaching.progression.simulation.life import Life, Went, sets_of, swings
from coaching.progression.simulation.people import Person, everybody

# A Monday.
BEGINS = date(2026, 1, 5)
# Days until somebody has been seen who was told to see a physio.
SEEN_AFTER = 21
# Facts that a decision is told with, in short.
SHORT = ("for", "because", "fault", "floor", "reps", "sets")


@dataclass
class Row:
    """A day on which something changed; `offered` is what was offered, with the answer."""

    day: date
    rung: str
    floor: int | None
    asked: str
    told: str
    offered: str


@dataclass
class Year:
    """What came of one person."""

    person: Person
    life: Life
    rows: list[Row] = field(default_factory=list)
    top_on: date | None = None
    days_closed: int = 0
    easy_weeks: int = 0
    workouts: int = 0
    unchanged: int = 0
    orders: list[tuple[date, int]] = field(default_factory=list)
    ended_by_fault: list[tuple[date, str]] = field(default_factory=list)
    closed_on: date | None = None
    last: tuple[object, ...] = ()
    changed_on: date = BEGINS

    @property
    def moves(self) -> tuple[int, int]:
        """Up and down, the first placement aside."""
        orders = [self.life.rungs[each.variation].order for each in reversed(self.life.moves)]
        steps = [after - before for before, after in pairwise(orders)]
        return sum(each > 0 for each in steps), sum(each < 0 for each in steps)

    @property
    def swings(self) -> int:
        return swings(self.life.moves, self.life.rungs)

    def keep(self, day: date, advice: Advice, went: Went, offered: str) -> None:
        """One workout, with a row where something changed."""
        rung = self.life.rungs[advice.variation]
        self.workouts += 1
        self.orders.append((day, rung.order))
        if went.ended_by:
            self.ended_by_fault.append((day, rung.slug))
        if rung.heavier is None and self.top_on is None:
            self.top_on = day
        now = (advice.variation, advice.floor, advice.reps, advice.sets)
        if now != self.last or "yes" in offered:
            told = [advice.decision, *advice.also]
            self.rows.append(_row(day, self.life, advice, told, offered))
        if now != self.last:
            self.changed_on, self.last = day, now
        self.unchanged = max(self.unchanged, (day - self.changed_on).days)


def live(person: Person, rungs: Rungs, faults: Faults, *, weeks: int, seed: int) -> Year:
    """So many weeks of one person."""
    # Dice of their own, so that nobody changes where another one is taken out.
    dice = Random(f"{seed} {person.name}")  # noqa: S311 (nothing is secret here)
    first = sorted(rungs.values(), key=lambda each: each.order)[person.begins_on - 1]
    year = Year(person, Life(rungs, faults, first.slug, BEGINS))
    for number in range(weeks * 7):
        day, week = BEGINS + timedelta(days=number), number // 7
        if closed := year.life.closed(day):
            _waits(year, closed, day)
        elif person.trains(week, day.weekday()):
            advice = year.life.advice(day)
            if advice.rests and not person.overrules_rest:
                continue
            offered = _answers(year, advice, day) + _own_way(year, advice, week, day)
            if offered:
                advice = year.life.advice(day)
            went = person.does(advice, rungs[advice.variation], week, dice)
            year.life.train(day, advice, went)
            year.keep(day, advice, went, ", ".join(offered))
    return year


def _waits(year: Year, closed: Decision, day: date) -> None:
    """A day without raises; who is to be seen by a physio is, some weeks later."""
    year.days_closed += 1
    if closed.rule != "fault-closed":
        return
    if year.closed_on is None:
        year.closed_on = day
        year.rows.append(_row(day, year.life, year.life.advice(day), [closed], ""))
    elif (day - year.closed_on).days >= SEEN_AFTER:
        year.closed_on = None
        year.life.reply(closed, True, day)
        advice = year.life.advice(day)
        year.rows.append(_row(day, year.life, advice, [advice.decision], "seen by a physio"))


def _own_way(year: Year, advice: Advice, week: int, day: date) -> list[str]:
    """What an impatient person does all the same."""
    person, life = year.person, year.life
    said = []
    if person.declines and advice.decision.rule == "sloppy-eases":
        life.reply(advice.decision, False, day)
        said.append("sloppy-eases: not yet")
    harder = life.rungs[life.here].heavier
    is_time = day.weekday() == 0 and week % 4 == 0
    if person.chooses_harder and is_time and harder and life.choose(harder, day):
        said.append("chose harder")
    return said


def _answers(year: Year, advice: Advice, day: date) -> list[str]:
    said = []
    easy = [each for each in advice.offers if each.rule == "easy-week"]
    # Who takes an easy week does not go up in it.
    for offer in easy if easy and year.person.takes_easy_weeks else advice.offers:
        is_yes = offer.rule != "easy-week" or year.person.takes_easy_weeks
        year.easy_weeks += is_yes and offer.rule == "easy-week"
        year.life.reply(offer, is_yes, day)
        said.append(f"{_short(offer)}: {'yes' if is_yes else 'not yet'}")
    return said


def _row(day: date, life: Life, advice: Advice, told: Iterable[Decision], offered: str) -> Row:
    sets = sets_of(advice)
    return Row(
        day,
        f"{life.rungs[advice.variation].order} {advice.variation}",
        advice.floor,
        f"{sets} × {advice.reps}" if sets else "drills",
        "; ".join(_short(each) for each in told),
        offered,
    )


def _short(decision: Decision) -> str:
    facts = [str(decision.facts[each]) for each in SHORT if decision.facts.get(each) is not None]
    return f"{decision.rule} ({', '.join(facts)})" if facts else decision.rule


def years(
    rungs: Rungs, faults: Faults, *, weeks: int = 52, seed: int = 1, name: str = ""
) -> list[Year]:
    """Everybody's, or that of one of them."""
    people = [each for each in everybody() if name in ("", each.name)]
    return [live(each, rungs, faults, weeks=weeks, seed=seed) for each in people]


def markdown(told: Iterable[Year], *, weeks: int) -> str:
    """All of it: a summary of everybody, then each by what changed."""
    told = list(told)
    lines = [
        "# A year of made-up people",
        "",
        "What the coach makes of people who do not exist, through the rules as they are: written "
        "by `manage.py simulate > docs/simulation.md`,",
        f"the same each time, {weeks} weeks for each. A test keeps it current; the people are ours "
        "and stand for nobody.",
        "",
        _table(
            [
                *("person", "workouts", "weeks to the top", "up", "down", "swings"),
                *("longest without a change", "days closed", "easy weeks"),
            ],
            [_summary(each) for each in told],
        ),
    ]
    for each in told:
        rows = [
            [
                f"{(row.day - BEGINS).days // 7 + 1}, {row.day:%a}",
                row.rung,
                "" if row.floor is None else f"{row.floor}°",
                *(row.asked, row.told, row.offered),
            ]
            for row in each.rows
        ]
        head = ["week", "rung", "floor", "asked", "why", "offered"]
        lines += [
            "",
            f"## {each.person.name.capitalize()}",
            "",
            each.person.words,
        ]
        lines += ["", _table(head, rows)]
    return "\n".join(lines) + "\n"


def _summary(year: Year) -> list[str]:
    top = "" if year.top_on is None else f"{(year.top_on - BEGINS).days / 7:.0f}"
    up, down = year.moves
    return [
        *(year.person.name, str(year.workouts), top, str(up), str(down), str(year.swings)),
        *(f"{year.unchanged} days", str(year.days_closed), str(year.easy_weeks)),
    ]


def _table(head: list[str], rows: list[list[str]]) -> str:
    both = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in both)
