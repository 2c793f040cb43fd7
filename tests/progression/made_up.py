"""Histories as they are told: what somebody did, how many days ago. No database is needed."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from coaching.pain.rules import Said
from coaching.practice.decisions import Decision
from coaching.practice.sentences import sentence
from coaching.progression import history as read
from coaching.progression.rules import coach
from coaching.progression.rules.facts import (
    FoundFloor,
    History,
    Past,
    Placed,
    PractisedSet,
    Replied,
)
from coaching.templatetags.decisions import SENTENCES
from tests.factories.content import edition

# A Saturday.
NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)
CONTENT = edition()
RUNGS, FAULTS = read.rungs(CONTENT), read.faults(CONTENT)
BUG, LEG, BENT, UNDER, LYING, HOLD, WEIGHTED, KNEE, HANGING = sorted(
    RUNGS, key=lambda slug: RUNGS[slug].order
)


def ago(days, hours=0):
    return NOW - timedelta(days=days, hours=hours)


def did(
    days,
    perfect=30,
    done=30,
    *,
    on=LYING,
    meant=None,
    best=None,
    target=10,
    hours=0,
    before=0,
    after=0,
    next_day=0,
    compared="none",
    ended=False,
    floor=20,
    source="eye",
    highest=None,
    faults=(),
    domed=0,
    also=(),
    changed=(),
    extra=False,
    rule="stay",
):
    """A workout so many days ago: thirty perfect reps without pain, unless it is said otherwise.
    `best` are the slow perfect ones of its best set, `domed` the sets that doming ended."""
    at = ago(days, hours)
    said = Said(at, before, after, next_day, ended, compared=compared)
    best = min(perfect, target) if best is None else best
    has_floor = floor is not None and RUNGS[on].has_floor
    return Past(
        said,
        on,
        ended_by=(("doming", on),) * domed,
        day=at.date(),
        meant=meant or on,
        target=target,
        sets=(PractisedSet(on, perfect, done, best),) if done else (),
        faults=tuple(dict(faults).items()) + ((("doming", domed),) if domed else ()),
        floors=(FoundFloor(on, floor, source),) if has_floor else (),
        highest=highest,
        rule=rule,
        also=tuple(also),
        changed=tuple(changed),
        is_extra=extra,
    )


def drills(days, **said):
    """A day of drills, gone through to its end."""
    return did(days, 0, 0, floor=None, **said)


def opened(days, **fields):
    """A workout with what a gate asks for."""
    on = RUNGS[fields.get("on", LYING)]
    return did(days, 30, 30, **{"best": on.gate, "target": on.targets[-1], **fields})


def came(days, to=LYING, rule="gate-passed", **facts):
    """A move on the ladder."""
    at = ago(days)
    return Placed(Decision(rule, {"variation": to, **facts}), at, at.date())


def said(rule, answer, days, hours=0):
    """What was answered to an offer, "yes" or "not yet"."""
    at = ago(days, hours)
    return Replied(rule, answer == "yes", at, at.date())


def tried(floor, before, on=LYING):
    """That a workout was to try a lower floor."""
    return Decision("floor-test", {"variation": on, "floor": floor, "before": before})


def story(*happened, here=LYING, now=NOW, since=90):
    """A History of somebody who stands on `here`, and came there so many days ago."""

    def newest(kind, when):
        return sorted((e for e in happened if isinstance(e, kind)), key=when, reverse=True)

    past = newest(Past, lambda each: each.pain.at)
    moves = newest(Placed, lambda each: each.at) or [came(since, here)]
    trained = tuple(sorted({each.day for each in past if each.sets}, reverse=True))
    replies = newest(Replied, lambda each: each.at)
    return History(here, now, now.date(), past, trained, moves, replies)


def advised(history):
    return coach.advise(history, RUNGS, FAULTS)


def told(advice) -> Iterable[Decision]:
    """Everything that somebody is told, each with its reason."""
    both = (advice.closed, advice.rests, advice.decision, *advice.also, *advice.offers)
    return [each for each in both if each]


def says(decision):
    return sentence(decision, CONTENT, SENTENCES)
