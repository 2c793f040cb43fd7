"""Who is made up: how often they train, what they say yes to, and how their reps and backs answer.
Ours, from no study: they are there to show what the rules do, not what people do. Pure: no Django.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from coaching.progression.rules.coach import Advice
from coaching.progression.rules.facts import Rung
from coaching.progression.simulation.life import Went, sets_of

# Monday is 0.
Weekdays = tuple[int, ...]
TWICE: Weekdays = (1, 4)
THRICE: Weekdays = (0, 2, 4)
DAILY: Weekdays = (0, 1, 2, 3, 4, 5, 6)
# The share of perfect reps falls by so much for each degree below what a back can hold.
PER_DEGREE = 0.03
# The week in which a sore back has settled, and in which a physio has helped against doming.
SORE_UNTIL, DOMES_UNTIL = 16, 16


@dataclass
class Person:
    """`skill` is the share of perfect reps on a rung after so many weeks and so many workouts on
    it; `pain` is before, after and the day after, by rung and week. `away` are weeks without."""

    name: str
    words: str
    begins_on: int
    skill: Callable[[int, int, int], float]
    weekdays: Weekdays = THRICE
    away: tuple[int, ...] = ()
    pain: Callable[[int, int, Random], tuple[int, int, int]] = lambda _rung, _week, _dice: (0, 0, 0)
    fault: str = "back-arched"
    domes: Callable[[int, int], bool] = lambda _rung, _week: False
    overrules_rest: bool = False
    declines: bool = False
    chooses_harder: bool = False
    takes_easy_weeks: bool = True
    practised: dict[str, int] = field(default_factory=dict)

    def trains(self, week: int, weekday: int) -> bool:
        return weekday in self.weekdays and week not in self.away

    def does(self, advice: Advice, rung: Rung, week: int, dice: Random) -> Went:
        """One workout."""
        times = self.practised[rung.slug] = self.practised.get(rung.slug, 0) + 1
        holds = max(rung.bottom, 50 - 2 * times)
        floor = self._floor(advice, rung, holds, dice)
        skill = self.skill(rung.order, week, times)
        if floor is not None and floor < holds:
            skill -= PER_DEGREE * (holds - floor)
        asked = [advice.reps] * sets_of(advice)
        if asked and advice.reps == rung.targets[-1]:
            # Where the gate is more than a set asks for, the first set goes on for as long as it
            # takes.
            asked[0] = max(rung.gate, asked[0])
        sets = [(sum(dice.random() < skill for _rep in range(reps)), reps) for reps in asked]
        domes = bool(sets) and self.domes(rung.order, week)
        if domes:
            sets = [(min(good, 4), 5) for good, _done in sets[:1]]
        spoiled = sum(done - good for good, done in sets)
        return Went(
            sets=tuple(sets),
            floor=floor,
            faults=((self.fault, spoiled),) if spoiled else (),
            ended_by="doming" if domes else "",
            pain=self.pain(rung.order, week, dice),
        )

    def _floor(self, advice: Advice, rung: Rung, holds: int, dice: Random) -> int | None:
        """What was kept; who has none looks for it, by eye."""
        if not rung.has_floor or advice.reps == 0:
            return None
        seen = min(max(rung.bottom, holds + dice.choice((-5, 0, 0, 5))), 80)
        if advice.floor is None:
            return seen
        # Who arches raises it in the set.
        return advice.floor + 10 if advice.floor < holds - 12 else advice.floor


def everybody() -> list[Person]:
    """Anew each time: they keep what they practised."""
    return [
        Person(
            "steady",
            "Three times a week, nearly every rep perfect, takes what is offered.",
            begins_on=3,
            skill=lambda _rung, _week, _times: 0.97,
        ),
        Person(
            "sloppy",
            "Begins too high, is poor at what is heavy, and learns slowly.",
            begins_on=5,
            skill=lambda rung, week, times: min(0.93, 1.0 - 0.12 * rung + 0.008 * week),
            weekdays=TWICE,
            fault="swung",
        ),
        Person(
            "impatient",
            "Trains daily whatever is said, says yes to everything, chooses harder on Mondays.",
            begins_on=4,
            skill=lambda rung, week, times: min(0.95, 1.05 - 0.09 * rung + 0.004 * week),
            weekdays=DAILY,
            overrules_rest=True,
            declines=True,
            chooses_harder=True,
            takes_easy_weeks=False,
            fault="rushed-down",
        ),
        Person(
            "sore",
            "A back that answers to load for four months, then settles.",
            begins_on=4,
            skill=lambda _rung, _week, _times: 0.95,
            weekdays=TWICE,
            pain=_sore,
        ),
        Person(
            "comes and goes",
            "Trains for some weeks, stays away for two, five or fourteen.",
            begins_on=3,
            skill=lambda _rung, _week, _times: 0.95,
            away=(5, 6, 13, 14, 15, 16, 17, *range(26, 40)),
        ),
        Person(
            "back after three weeks",
            "A good start, three weeks of holidays, on as before.",
            begins_on=3,
            skill=lambda _rung, _week, _times: 0.96,
            away=(6, 7, 8),
        ),
        Person(
            "postnatal",
            "Domes on what is heavy until a physio has helped, in week 16.",
            begins_on=4,
            skill=lambda _rung, _week, _times: 0.95,
            weekdays=TWICE,
            domes=lambda rung, week: rung >= 3 and week < DOMES_UNTIL,
        ),
    ]


def _sore(rung: int, week: int, dice: Random) -> tuple[int, int, int]:
    """Heavy means sore, sooner or later; what is light only now and then."""
    if week >= SORE_UNTIL:
        return (1, 1, dice.choice((0, 1)))
    after = max(0, rung - 1 + dice.choice((-1, 0, 1)))
    return (1, min(after, 6), min(after, 6) if dice.random() < 0.5 else 1)
