"""Rest, the week, easy weeks, and coming back."""

import pytest

from coaching.practice.decisions import Decision
from coaching.progression.rules import easing
from tests.progression.cases.table import GATE, case, check, low
from tests.progression.made_up import (
    BENT,
    BUG,
    LYING,
    came,
    did,
    opened,
    said,
    story,
)


def weeks(count, *, a_week=2, start=6):
    """So many weeks in a row, on the days before `start` days ago, a Sunday."""
    days = [start + 7 * week + day for week in range(count) for day in (0, 3, 5)[:a_week]]
    return [low(day, 24, 30) for day in days]


EASY = Decision("easy-week", {"until": "2026-11-19"})
WEEK = [
    case("the day after a workout is for rest",
         story(low(1)),
         "rest-day",
         "You trained on Friday 20 November. Your trunk recovers like any muscle: a full day "
         "between.",
         rests="rest-day", reps=10),
    case("a full day between is enough",
         story(low(2)),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         rests=None),
    case("the same day once more",
         story(low(0, hours=3)),
         "rest-day",
         "You trained on Saturday 21 November. Your trunk recovers like any muscle: a full day"
         " between.",
         rests="rest-day"),
    case("whoever trains all the same is told so",
         story(low(1)),
         "extra",
         "A workout on a day of rest: it is kept, and moves nothing up.",
         rests="rest-day"),
    case("three in seven days are enough",
         story(low(6), low(4), low(2)),
         "rest-week",
         "3 workouts in seven days are enough: your trunk grows while it rests.",
         rests="rest-week"),
    case("three in eight days are not",
         story(low(7), low(4), low(2)),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         rests=None),
    case("on a day of rest nothing grows",
         story(low(4), low(1)),
         "rest-day",
         "You trained on Friday 20 November. Your trunk recovers like any muscle: a full day "
         "between.",
         never=["reps-grow"], reps=10),
    case("20 points fewer in two of three workouts: an easy week",
         story(*(low(day, 90, 100) for day in (18, 15, 12)), low(9, 70, 100), low(6, 90, 100),
               low(3, 70, 100)),
         "easy-week",
         "Your perfect reps fell from 90 to 70 % in a few workouts. An easy week lets your "
         "back catch up: half the sets, then on as before.",
         offers=("easy-week",)),
    case("19 points fewer",
         story(*(low(day, 90, 100) for day in (18, 15, 12)), low(9, 71, 100), low(6, 90, 100),
               low(3, 71, 100)),
         "stay",
         f"71 of 100 were perfect. {GATE}",
         offers=()),
    case("20 points fewer in one of three",
         story(*(low(day, 90, 100) for day in (18, 15, 12)), low(9, 90, 100), low(6, 90, 100),
               low(3, 70, 100)),
         "stay",
         f"70 of 100 were perfect. {GATE}",
         offers=()),
    case("the same the day after twice in ten days: an easy week",
         story(low(10, next_day=1, compared="same"), low(3, next_day=1, compared="same")),
         "easy-week",
         "Your back was no better the day after, 2 times in ten days. An easy week lets your "
         "back catch up: half the sets, then on as before.",
         offers=("easy-week",)),
    case("the same the day after twice in eleven days",
         story(low(11, next_day=1, compared="same"), low(3, next_day=1, compared="same")),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         offers=()),
    case("eight weeks in a row: an easy week",
         story(*weeks(8)),
         "easy-week",
         "You have trained for 8 weeks in a row. An easy week lets your back catch up: half "
         "the sets, then on as before.",
         offers=("easy-week",)),
    case("seven weeks in a row",
         story(*weeks(7)),
         "stay",
         f"24 of 30 were perfect. {GATE}",
         offers=()),
    case("eight weeks with one workout each",
         story(*weeks(8, a_week=1)),
         "stay",
         f"24 of 30 were perfect. {GATE}",
         offers=()),
    case("not yet to an easy week",
         story(*weeks(8), said("easy-week", "not yet", 5)),
         "stay",
         f"24 of 30 were perfect. {GATE}",
         offers=()),
    case("no second easy week within four weeks",
         story(*weeks(9), low(2, next_day=1, compared="same"),
               low(4, next_day=1, compared="same"), said("easy-week", "yes", 27)),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         offers=()),
    case("an easy week four weeks after the last",
         story(*weeks(9), low(2, next_day=1, compared="same"),
               low(4, next_day=1, compared="same"), said("easy-week", "yes", 28)),
         "easy-week",
         "Your back was no better the day after, 2 times in ten days. An easy week lets your "
         "back catch up: half the sets, then on as before.",
         offers=("easy-week",)),
    case("an easy week: no growth, no test",
         story(did(9), did(6), did(3), said("easy-week", "yes", 5)),
         "easy-week",
         "An easy week until Monday 23 November: half the sets, and no test of your floor.",
         never=["floor-test", "reps-grow"], is_easy_week=True, offers=(), floor=20),
    case("an easy week is over after seven days",
         story(did(9), did(6), said("easy-week", "yes", 7), did(3)),
         "floor-test",
         "Your back stayed down to 20°. Today we test 10°.",
         never=["easy-week"], is_easy_week=False, floor=10),
    case("an easy week is no measure",
         story(low(9), low(6, also=[EASY]), low(3, also=[EASY])),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         never=["reps-grow"], reps=10),
    case("13 days away: as before",
         story(low(13)),
         "stay",
         f"30 of 30 were perfect. {GATE}",
         sets=None, variation=LYING),
    case("14 days away: two sets",
         story(opened(14)),
         "back-gently",
         "You were away for 14 days. Strength stays, control comes back: 2 sets.",
         sets=2, variation=LYING, offers=()),
    case("27 days away: two sets",
         story(opened(27)),
         "back-gently",
         "You were away for 27 days. Strength stays, control comes back: 2 sets.",
         sets=2, variation=LYING, offers=()),
    case("28 days away: one lighter, two sets of eight, no floor",
         story(opened(28)),
         "back-lighter",
         "You were away for 28 days. Welcome back: something lighter, 2 sets of 8, and your "
         "floor is found anew.",
         sets=2, reps=8, variation=BENT, floor=None, offers=()),
    case("28 days away on the lightest",
         story(opened(28, on=BUG), here=BUG),
         "back-lighter",
         "You were away for 28 days. Welcome back: 2 sets of 8, and your floor is found anew.",
         sets=2, reps=8, variation=BUG, floor=None),
    case("who came back and did no reps is not eased twice",
         story(did(35), came(2, BENT, rule="back-lighter", **{"from": LYING}), here=BENT),
         "back-lighter",
         "You were away for 35 days. Welcome back: 2 sets of 8, and your floor is found anew.",
         variation=BENT, sets=2, reps=8),
    case("not yet to coming back gently opens nothing",
         story(opened(14), said("back-gently", "not yet", 0)),
         "gate-waits",
         "You did 15 slow perfect reps in one set. Come back gently first, then Lying leg "
         "raise with a hold opens.",
         sets=None, offers=(),
         variation=LYING, reps=15),
    case("away after pain: the lightest of both",
         story(did(30, after=5)),
         "pain-eases",
         "Your back hurt at 5 after your workout on 22 October. So we go on with something lighter "
         "until a workout has gone well. It has hurt for 30 days now: let a physio or a doctor "
         "see it.",
         variation=BENT, sets=2, reps=8),
]  # fmt: skip


@pytest.mark.parametrize(("history", "rule", "sentence", "never", "comes"), WEEK)
def test_the_week_and_coming_back(history, rule, sentence, never, comes):
    check(history, rule, sentence, never, comes)


@pytest.mark.parametrize(("days", "anew"), [(89, False), (90, True), (200, True)])
def test_who_was_away_for_three_months_begins_anew(days, anew):
    assert easing.begins_anew(story(did(days))) is anew
