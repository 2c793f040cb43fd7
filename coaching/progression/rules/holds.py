"""What holds the plan back: pain, and faults so serious that they end a set. Pure: no Django.

A hold names the heaviest that may come next, and sometimes how many sets and reps at most.
Whatever was earned stays below all of them, so more pain never makes a plan heavier. They are
worked out from what was said, each time anew: nothing can forget them, and a wrong tap that is
undone leaves none.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import takewhile

from coaching.catalogue.schema.blocks.base import Facts
from coaching.pain.rules import HOLDS, REST, TOO_LONG, Said, rests_because
from coaching.practice.decisions import Decision
from coaching.practice.rules import EASED_REPS, EASED_SETS
from coaching.progression.rules.facts import Past, Rungs

# So many workouts without it until a movement on which a fault ended a set is open again. Ours.
CLEAN_AFTER_FAULT = 4


def decide(earned: Decision, past: Sequence[Past], rungs: Rungs, now: datetime) -> Decision:
    """What comes next: what was `earned`, as far as the `past` (newest first) lets it."""
    return strictest(earned, found(past, rungs, now), rungs)


def found(past: Sequence[Past], rungs: Rungs, now: datetime) -> list[Decision]:
    """All that is held back because of pain, or of a fault that ended a set."""
    return [*_pain(past, rungs, now), *_said_some(past, now), *_faults(past, rungs)]


def strictest(earned: Decision, holds: Sequence[Decision], rungs: Rungs) -> Decision:
    """Of what was earned and what holds it back: the lightest, with the fewest sets and reps."""
    if not holds:
        return earned

    def order(decision: Decision) -> int:
        return rungs[str(decision.facts["variation"])].order

    def strictness(hold: Decision) -> tuple[int, bool, int, int]:
        # Of two that lead to the same rung, pain and what ended a set are the ones to be told.
        is_minor = not hold.rule.startswith(("pain", "fault"))
        return order(hold), is_minor, _most(hold, "sets"), _most(hold, "reps")

    least = min(holds, key=strictness)
    caps: Facts = {
        name: min(_most(hold, name) for hold in holds)
        for name in ("sets", "reps")
        if any(hold.facts.get(name) is not None for hold in holds)
    }
    if order(earned) < order(least) and not caps:
        return earned  # it is lighter already
    lightest = min(least, earned, key=order)
    facts = {**least.facts, **caps, "variation": lightest.facts["variation"]}
    return Decision(least.rule, facts)


def rest(said: Sequence[Said], now: datetime) -> Decision | None:
    """Why no raises at all for now, or None: too much pain, and no other reason."""
    if (because := rests_because(said, now)) is None:
        return None
    moment, pain = because.worst
    until = (because.since + REST).isoformat()
    facts: Facts = {"moment": moment, "pain": pain, "on": because.on.isoformat(), "until": until}
    return Decision("pain-rests", facts)


def _most(hold: Decision, name: str) -> int:
    most = hold.facts.get(name)
    return 1000 if most is None else int(most)


def newly_hurt(past: Sequence[Past], rule: str) -> bool:
    """Whether it hurt too much, has not gone well since, and `rule` has not answered that yet."""
    for each in _since(past):
        if each.pain.is_much:
            return True
        if each.told(rule):
            return False
    return False


def _since(past: Sequence[Past]) -> list[Past]:
    """The workouts since the last clean one, newest first."""
    return list(takewhile(lambda each: not each.is_clean, past))


def _long(past: Sequence[Past], now: datetime) -> Facts:
    """For how many days it has hurt, where that is too long: somebody should see it."""
    hurt = [each.pain.at for each in _since(past) if each.pain.is_some]
    if not hurt or now - hurt[-1] < TOO_LONG:
        return {}
    return {"days": (now - hurt[-1]).days}


def _pain(past: Sequence[Past], rungs: Rungs, now: datetime) -> Iterable[Decision]:
    """Too much pain: lighter until a workout went well, and nothing harder for 28 days."""
    since = len(_since(past))
    recent = [each for each in past[:since] if each.pain.is_much]
    for index, each in enumerate(past):
        until, is_recent = each.pain.since + HOLDS, index < since
        if not each.pain.is_much or not (is_recent or now < until):
            continue
        here = rungs[each.variation]
        moment, pain = each.pain.worst
        facts: Facts = {
            "variation": here.lighter or here.slug,
            "from": here.slug,
            "moment": moment,
            "pain": pain,
            "on": each.pain.on.isoformat(),
            # Past that day only a workout that went well ends it.
            "until": until.isoformat() if now < until else None,
            "times": len(recent),
            **_long(past, now),
        }
        if here.lighter is None:
            again = [other for other in recent if other.variation == here.slug]
            if is_recent and len(again) > 1:
                yield Decision("pain-drills", {**facts, "sets": 0})
            else:
                fewer = {"sets": EASED_SETS, "reps": EASED_REPS}
                yield Decision("pain-lightest", {**facts, **fewer})
        elif is_recent:
            yield Decision("pain-eases", {**facts, "sets": EASED_SETS})
        else:
            yield Decision("pain-holds", facts)


def _said_some(past: Sequence[Past], now: datetime) -> Iterable[Decision]:
    """Pain of three: nothing harder, and a set less, until a workout went well."""
    for each in _since(past):
        if each.pain.is_some and not each.pain.is_much:
            moment, pain = each.pain.worst
            on = each.pain.on.isoformat()
            facts: Facts = {"moment": moment, "pain": pain, "on": on, "sets": EASED_SETS}
            facts = {"variation": each.variation, **facts, **_long(past, now)}
            yield Decision("pain-stays", facts)


def _faults(past: Sequence[Past], rungs: Rungs) -> Iterable[Decision]:
    """A fault that ended a set: two lighter next time, and where it happened stays closed until
    some workouts went well without it."""
    clean = 0
    for each in past:
        clean += each.is_clean
        if clean >= CLEAN_AFTER_FAULT:
            return
        for fault, variation in each.ended_by:
            here = rungs[variation]
            below = rungs[here.lighter or here.slug]
            facts: Facts = {"fault": fault, "from": here.slug, "needed": CLEAN_AFTER_FAULT}
            if below == here:
                fewer = {"sets": EASED_SETS, "reps": EASED_REPS}
                yield Decision("fault-lightest", {**facts, "variation": here.slug, **fewer})
            else:
                to = below.slug if clean else below.lighter or below.slug
                yield Decision("fault-eases", {**facts, "variation": to})
