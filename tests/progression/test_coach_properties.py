"""What holds for any history: more pain never asks for more, what is done without rest earns
nothing, a not-yet makes nothing heavier, and nobody is at the top within eight weeks.

The histories are lived through with the rules themselves, so that each is one that can be."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coaching.practice.decisions import Decision
from coaching.progression.rules import coach, rest, targets
from coaching.progression.rules.facts import Replied
from coaching.progression.simulation.life import Life, Went, sets_of
from tests.progression.made_up import BUG, FAULTS, HANGING, RUNGS, says, told

BEGINS = date(2026, 1, 5)
PAIN = st.sampled_from([0, 0, 0, 0, 0, 1, 2, 3, 4, 7])
modest = settings(max_examples=120)


@dataclass(frozen=True)
class Wish:
    """What somebody does when they come: how many days later, how well, and what they say."""

    gap: int
    quality: int
    pain: tuple
    floor: int
    fault: str
    domes: bool
    answers: str
    goes_on: bool


wishes = st.builds(
    Wish,
    gap=st.sampled_from([0, 1, 2, 2, 2, 3, 3, 4, 7, 14, 28, 95]),
    quality=st.sampled_from([100, 100, 100, 95, 90, 80, 75, 60, 40, 0]),
    pain=st.tuples(PAIN, PAIN, PAIN),
    floor=st.sampled_from([-10, 0, 0, 0, 10]),
    fault=st.sampled_from(["back-arched", "swung", "held-breath", "head-lifted", "rested"]),
    domes=st.sampled_from([False] * 9 + [True]),
    answers=st.sampled_from(["yes", "yes", "not yet", ""]),
    goes_on=st.booleans(),
)
scripts = st.lists(wishes, min_size=1, max_size=14)
starts = st.sampled_from(sorted(RUNGS))


def lived(script, start):
    """A Life, and the day of its last entry."""
    life, day = Life(RUNGS, FAULTS, start, BEGINS), BEGINS
    for wish in script:
        day += timedelta(days=wish.gap)
        advice = life.advice(day)
        if advice.closed:
            life.reply(advice.closed, answer=True, day=day)
            continue
        if wish.answers == "yes":
            for offer in advice.offers:
                life.reply(offer, answer=True, day=day)
        elif wish.answers:
            for no_more in (*advice.offers, *declinable(advice)):
                life.reply(no_more, answer=False, day=day)
        advice = life.advice(day)
        life.train(day, advice, went(wish, advice))
    return life, day


def went(wish, advice):
    rung = RUNGS[advice.variation]
    asked = max(advice.reps, rung.gate if wish.goes_on else 0)
    good = asked * wish.quality // 100
    sets = ((good, asked),) * sets_of(advice)
    floor = None
    if rung.has_floor and sets:
        floor = min(max((advice.floor or 40) + wish.floor, rung.bottom), 80)
    spoiled = sum(done - good for good, done in sets)
    faults = ((wish.fault, spoiled),) if spoiled else ()
    return Went(sets, floor, faults, "doming" if wish.domes and sets else "", wish.pain)


def declinable(advice):
    return [each for each in (advice.decision, *advice.also) if each.rule in coach.DECLINABLE]


def advise(history):
    return coach.advise(history, RUNGS, FAULTS)


def order(advice):
    return RUNGS[advice.variation].order


def days(history, advice):
    """The planned days of the next weeks."""
    until = advice.closed and advice.closed.facts.get("until")
    if advice.closed and until is None:
        return ()
    not_before = datetime.fromisoformat(until).date() if until else None
    return rest.planned(history.trained, history.today, not_before=not_before)


def up(advice):
    """The offers that ask for more."""
    return {each.rule for each in advice.offers} - {"easy-week"}


def asks_no_more(less, more):
    """Whether the first Advice asks for nothing that the second does not ask for."""
    assert order(less) <= order(more)
    assert up(less) <= up(more)
    assert less.closed or not more.closed
    assert less.rests or not more.rests
    if order(less) < order(more):
        return
    assert sets_of(less) <= sets_of(more)
    if sets_of(less):
        assert less.reps <= more.reps
    assert less.target <= more.target
    assert less.slower >= more.slower
    if more.floor is not None:
        assert less.floor is not None
        assert less.floor >= more.floor


hurts = st.sampled_from(["before", "after", "next_day", "worse", "ended", "hurt_at"])


def with_more(pain, how, number):
    """The same said of a workout, with more pain in it."""
    if how == "worse":
        return replace(pain, compared="worse")
    if how == "ended":
        return replace(pain, ended=True)
    if how == "hurt_at":
        return replace(pain, hurt_at=pain.at)
    more = {how: max(number, getattr(pain, how) or 0)}
    if how == "before":
        # "Two more than before" is counted from it: what began worse ended as much worse.
        by = more["before"] - (pain.before or 0)
        later = {"after": pain.after, "next_day": pain.next_day}
        more |= {name: min(10, said + by) for name, said in later.items() if said is not None}
    return replace(pain, **more)


@modest
@given(scripts, starts, st.integers(0, 20), st.integers(0, 13), hurts, st.integers(1, 10))
def test_more_pain_early_or_late_never_asks_for_more(script, start, later, which, how, number):
    life, day = lived(script, start)
    assume(life.past)
    history = life.history(day + timedelta(days=later))
    past = list(history.past)
    which %= len(past)
    past[which] = replace(past[which], pain=with_more(past[which].pain, how, number))
    hurt = replace(history, past=past)
    less, more = advise(hurt), advise(history)
    asks_no_more(less, more)
    planned = days(hurt, less), days(history, more)
    assert len(planned[0]) <= len(planned[1])
    assert all(one >= other for one, other in zip(*planned, strict=False))


@modest
@given(scripts, starts, st.integers(0, 20), st.integers(1, 4))
def test_the_same_day_once_more_earns_nothing(script, start, later, times):
    life, day = lived(script, start)
    assume(life.past)
    today = day + timedelta(days=later)
    history, last = life.history(today), life.past[0]
    assume(not last.changed)
    on = last.meant
    again = [
        replace(
            last,
            pain=replace(last.pain, at=last.pain.at + timedelta(minutes=number)),
            sets=tuple(replace(each, perfect=each.done, paced=50) for each in last.sets),
            floors=tuple(replace(each, degrees=RUNGS[on].bottom) for each in last.floors),
            faults=(),
            ended_by=(),
            also=(),
            is_extra=True,
        )
        for number in range(times, 0, -1)
    ]
    assume(last.sets)
    asks_no_more(advise(replace(history, past=[*again, *history.past])), advise(history))


@modest
@given(scripts, starts, st.integers(0, 20))
def test_a_not_yet_makes_nothing_heavier(script, start, later):
    life, day = lived(script, start)
    history = life.history(day + timedelta(days=later))
    before = advise(history)
    for no_more in (*declinable(before), *before.offers):
        reply = Replied(no_more.rule, is_yes=False, at=history.now, day=history.today)
        after = advise(replace(history, replies=[reply, *history.replies]))
        assert order(after) <= RUNGS[history.here].order
        assert order(after) == order(before) or no_more == before.decision
        if no_more.rule != "easy-week":
            assert up(after) <= up(before)
        if order(after) == order(before) and no_more.rule not in ("easy-week", "reps-shrink"):
            assert after.target <= max(before.target, _earned(history, after))
            assert after.floor is None or after.floor >= min(before.floor, before.found)


def _earned(history, advice):
    return targets.target(history, RUNGS[advice.variation])


@modest
@given(scripts, starts, st.integers(0, 100))
def test_whatever_was_done_there_is_an_answer_that_says_what_is_true(script, start, later):
    life, day = lived(script, start)
    advice = advise(life.history(day + timedelta(days=later)))
    assert order(advice) <= RUNGS[life.here].order
    for decision in told(advice):
        sentence = says(decision)
        assert sentence
        if "lighter" in sentence:
            is_lighter(decision)
        if decision.rule in ("floor-raised", "pain-raises-floor"):
            assert decision.facts["floor"] > decision.facts["before"]
        if decision.rule in ("reps-shrink", "slower"):
            assert advice.reps <= decision.facts["reps"]
        if decision.rule == "reps-shrink":
            assert decision.facts["reps"] < decision.facts["before"]
        if "2 sets of 6" in sentence:
            assert (sets_of(advice), advice.reps) <= (2, 6)


def is_lighter(decision: Decision):
    to, was = RUNGS[decision.facts["variation"]], RUNGS[decision.facts["from"]]
    assert to.order < was.order


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from([1, 2, 2, 2, 3, 4, 5]), min_size=1, max_size=7),
    st.booleans(),
    st.integers(0, 35),
)
def test_the_top_takes_eight_weeks_even_for_who_is_perfect(gaps, overrules, more):
    """Whatever the days, and however many reps; who rests gets there."""
    life, day = Life(RUNGS, FAULTS, BUG, BEGINS), BEGINS
    for number in range(130):
        advice = life.advice(day)
        if overrules or not advice.rests:
            for offer in advice.offers:
                life.reply(offer, answer=offer.rule == "gate-passed", day=day)
            advice = life.advice(day)
            rung = RUNGS[advice.variation]
            reps = min(50, max(advice.reps, rung.gate) + more)
            floor = (advice.floor or rung.bottom) if rung.has_floor else None
            life.train(day, advice, Went(((reps, reps),) * sets_of(advice), floor))
        if life.here == HANGING:
            break
        day += timedelta(days=gaps[number % len(gaps)])
    assert life.here == HANGING or overrules
    assert life.here != HANGING or (day - BEGINS).days >= 56
