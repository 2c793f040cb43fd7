"""The week: when the trunk rests, and the days on which it may be trained. Pure: no Django.

All days are those of the person's own calendar. A clock that changes makes a day an hour shorter or
longer, and it is still one day.
"""

from collections.abc import Collection
from datetime import date, timedelta

from coaching.practice.decisions import Decision

# Two or three times in any seven days, never daily: the trunk recovers like any muscle. From the
# source material.
MOST_IN_SEVEN = 3
# A full calendar day lies between: 48 hours between two workouts are well supported for novices,
# and nobody counts hours. So counted, two workouts are never less than a day and a night apart.
DAYS_APART = timedelta(days=2)
A_WEEK = timedelta(days=7)


def rest(trained: Collection[date], today: date) -> Decision | None:
    """Why today is a day of rest, or None where it may be trained.

    What was trained on a day that is still to come is as good as today's: who travels west over the
    date line meets yesterday again.
    """
    recent = sorted({min(day, today) for day in trained if today - day < A_WEEK})
    if not recent:
        return None
    ends = {"rest-day": recent[-1] + DAYS_APART}
    if len(recent) >= MOST_IN_SEVEN:
        # From then on no more than two are left of the seven days that end there.
        ends["rest-week"] = recent[-MOST_IN_SEVEN] + A_WEEK
    # Where both end on one day it is the first: yesterday is the plainer reason.
    rule = max(ends, key=lambda each: ends[each])
    if ends[rule] <= today:
        return None
    facts = {"on": recent[-1].isoformat(), "until": ends[rule].isoformat()}
    return Decision(rule, facts | ({"count": len(recent)} if rule == "rest-week" else {}))


def is_extra(trained_before: Collection[date], day: date) -> bool:
    """Whether a workout on that day is one too many: without a full day after an earlier one, or
    the fourth in seven days. A second on one day is, too: then the day itself was trained before.
    """
    return rest(trained_before, day) is not None


def planned(
    trained: Collection[date], today: date, *, not_before: date | None = None, days: int = 42
) -> tuple[date, ...]:
    """The next training days among so many from today on, each as early as the rest allows, and
    none before `not_before`."""
    taken = {min(day, today) for day in trained if today - day < A_WEEK}
    found = []
    for number in range(days):
        day = today + timedelta(days=number)
        if day >= (not_before or today) and rest(taken, day) is None:
            taken.add(day)
            found.append(day)
    return tuple(found)
