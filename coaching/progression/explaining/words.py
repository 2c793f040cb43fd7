"""How the facts of a decision are said: each with a label, as days, angles, percent and names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.practice.rules import PAIN
from coaching.practice.sentences import name_of


@dataclass(frozen=True)
class Fact:
    """What is said of some facts (their names): `say` makes it from the catalogue and their values,
    "" for nothing. A fact that is not there is not said."""

    label: str
    names: tuple[str, ...]
    say: Callable[..., str]

    def of(self, facts, catalogue):
        values = [facts.get(name) for name in self.names]
        return "" if None in values else self.say(catalogue, *values)


@dataclass(frozen=True)
class Why:
    """How one rule is explained: what it `shows`, and what would have changed it, as a function of
    its facts and the catalogue. `leaves_out` names what its sentence says already, or nobody needs.
    """

    shows: tuple[Fact, ...]
    otherwise: Callable[..., list[str]]
    leaves_out: tuple[str, ...] = ()


def day(iso):
    """A day, from a day or a moment as a decision keeps it: Tuesday 3 March."""
    if "T" in iso:
        return date_format(timezone.localtime(datetime.fromisoformat(iso)), "l j F")
    return date_format(date.fromisoformat(iso), "l j F")


def step(catalogue, slug):
    return name_of(catalogue, "variation", slug)


def degrees(_catalogue, value):
    return f"{value}°"


def percent(_catalogue, value):
    return _("%(number)s %%") % {"number": value}


def amount(_catalogue, value):
    return str(value) if value else _("none")


def of_all(_catalogue, part, whole):
    return _("%(part)s of %(all)s") % {"part": part, "all": whole}


def _where_from(catalogue, before, now):
    return step(catalogue, before) if before != now else ""


def _pain(catalogue, value):
    return of_all(catalogue, value, PAIN[1])


def _when_it_hurt(_catalogue, moment, on):
    said = {
        "before": _("before the workout, on %(day)s"),
        "during": _("during the workout, on %(day)s"),
        "told": _("when you said “Pain”, on %(day)s"),
        "after": _("after the workout, on %(day)s"),
        "next-day": _("the day after the workout, on %(day)s"),
    }
    return said[moment] % {"day": day(on)}


def fact(label, *names, say=amount):
    return Fact(label, names, say)


def day_fact(label, name):
    return Fact(label, (name,), lambda _catalogue, iso: day(iso))


STEP = fact(gettext_lazy("Step"), "variation", say=step)
FROM = fact(gettext_lazy("Step before"), "from", "variation", say=_where_from)
NEXT = fact(gettext_lazy("Next rung"), "heavier", say=step)
FAULT = fact(gettext_lazy("Fault"), "fault", say=lambda all, slug: name_of(all, "fault", slug))
PERFECT = fact(gettext_lazy("Perfect reps"), "perfect", "done", say=of_all)
LAST_PERFECT = fact(gettext_lazy("Perfect reps, last time"), "perfect", "done", say=of_all)
BEST = fact(gettext_lazy("Slow perfect reps in one set"), "best")
NEEDED = fact(gettext_lazy("Needed for the next rung"), "needed")
HURT = fact(gettext_lazy("How much it hurt"), "pain", say=_pain)
WHEN = fact(gettext_lazy("When it hurt"), "moment", "on", say=_when_it_hurt)
UNTIL = day_fact(gettext_lazy("Until"), "until")
SETS = fact(gettext_lazy("Sets at most"), "sets")
REPS = fact(gettext_lazy("Reps a set at most"), "reps")
LIMITS = (SETS, REPS)
FLOOR = fact(gettext_lazy("Floor"), "floor", say=degrees)
FLOOR_BEFORE = fact(gettext_lazy("Floor before"), "before", say=degrees)
ANGLE = fact(gettext_lazy("Angle that was tried"), "angle", say=degrees)
AWAY = fact(gettext_lazy("Days away"), "days")
