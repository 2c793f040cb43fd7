"""Easy weeks, and coming back after a break. Pure: no Django.

Strength hardly falls in two to four weeks; control and tolerance are the reason for going on with
less. Easy weeks rest on expert consensus alone (Bell 2023).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import mean

from coaching.catalogue.schema.blocks.base import Facts
from coaching.practice.decisions import Decision
from coaching.practice.rules import EASED_SETS
from coaching.progression.rules.facts import History, Rungs

# Days away. From the specification.
COMES_BACK, COMES_BACK_LIGHTER, BEGINS_ANEW = 14, 28, 90
# Reps of a set that somebody comes back with after a month.
BACK_REPS = 8
# An easy week lasts this long, and is not offered again before that. Ours.
EASY_FOR, NOT_AGAIN_FOR = timedelta(days=7), timedelta(days=28)
# Points that the share of perfect reps fell by, in two of three workouts.
FELL_BY, OF, TIMES = 20, 3, 2
# The day after was the same or worse twice in ten days.
SORE_TIMES, SORE_WITHIN = 2, timedelta(days=10)
# So many weeks in a row with two workouts or more.
WEEKS, A_WEEK = 8, 2


def begins_anew(history: History) -> bool:
    """Whether the questions of the start are asked again; old floors and offers are over."""
    return history.days_away >= BEGINS_ANEW


def coming_back(history: History, rungs: Rungs) -> Iterable[Decision]:
    """Less after some weeks away."""
    days, here = history.days_away, rungs[history.here]
    least: Facts = {"days": days, "sets": EASED_SETS}
    if days >= COMES_BACK_LIGHTER:
        # Who came back and then did no reps is there already.
        is_there = any(
            move.decision.rule == "back-lighter" and move.day > history.trained[0]
            for move in history.moves[:1]
        )
        to = here.slug if is_there else here.lighter or here.slug
        lighter: Facts = {"variation": to, "from": here.slug}
        yield Decision("back-lighter", {**lighter, **least, "reps": BACK_REPS})
    elif days >= COMES_BACK:
        yield Decision("back-gently", {"variation": here.slug, **least})


def easy_week(history: History) -> Decision | None:
    """The easy week that somebody has said yes to, as long as it lasts, or None."""
    reply = history.reply_to("easy-week")
    if reply is None or not reply.is_yes or history.today >= reply.day + EASY_FOR:
        return None
    return Decision("easy-week", {"until": (reply.day + EASY_FOR).isoformat()})


def offer(history: History) -> Decision | None:
    """An easy week, where something asks for it."""
    if history.is_declined("easy-week"):
        return None
    taken = (each.day for each in history.replies if each.rule == "easy-week" and each.is_yes)
    last = next(taken, None)
    if last and history.today < last + NOT_AGAIN_FOR:
        return None
    return _fell(history) or _sore(history) or _many_weeks(history, last)


def _fell(history: History) -> Decision | None:
    mine = [each.on(history.here) for each in history.earning(history.here)]
    shares = [count.share for count in mine if count.is_enough][: 2 * OF]
    if len(shares) < 2 * OF:
        return None
    before = mean(shares[OF:])
    low = [share for share in shares[:OF] if share <= before - FELL_BY]
    if len(low) < TIMES:
        return None
    facts: Facts = {"because": "share", "before": round(before), "share": round(mean(low))}
    return Decision("easy-week", facts)


def _sore(history: History) -> Decision | None:
    since = history.now - SORE_WITHIN
    sore = [
        each
        for each in history.past
        if each.pain.at >= since and each.pain.next_day and each.pain.compared in ("same", "worse")
    ]
    if len(sore) < SORE_TIMES:
        return None
    return Decision("easy-week", {"because": "next-day", "times": len(sore)})


def _many_weeks(history: History, easy_on: date | None) -> Decision | None:
    monday = history.today - timedelta(days=history.today.weekday())
    starts = [monday - timedelta(weeks=number) for number in range(1, WEEKS + 1)]
    days = set(history.trained)
    if easy_on and easy_on >= starts[-1]:
        return None  # the row begins after it
    for start in starts:
        week = {start + timedelta(days=number) for number in range(7)}
        if len(week & days) < A_WEEK:
            return None
    return Decision("easy-week", {"because": "weeks", "weeks": WEEKS})
