"""The table of cases: what somebody did, what comes next, and the sentence that says why.

Each is told in the words of `made_up`: unless it is said otherwise a workout was thirty perfect
reps on the lying raise with the floor at 20°, without pain, and answered the day after.
"""

import pytest

from tests.progression.made_up import advised, did, says, told

GATE = "15 perfect reps in one set, each lowered for three seconds or more, open the next rung."


def case(words, history, rule, sentence, never=(), **comes):
    """`rule` is one that is told, with its `sentence`; `comes` are values of the Advice, with names
    of rules for decisions; `never` are rules that are not told."""
    return pytest.param(history, rule, sentence, never, comes, id=words)


def check(history, rule, sentence, never, comes):
    advice = advised(history)
    decisions = {each.rule: each for each in told(advice)}
    assert rule in decisions
    assert says(decisions[rule]) == sentence
    assert not decisions.keys() & set(never)
    values = {name: getattr(advice, name) for name in comes}
    for name in ("closed", "rests"):
        if name in comes:
            values[name] = values[name] and values[name].rule
    if "offers" in comes:
        values["offers"] = tuple(each.rule for each in advice.offers)
    if "gate" in comes:
        values["gate"] = advice.gate and advice.gate.missing
    assert values == comes
    for each in told(advice):
        assert says(each), f"{each.rule} says nothing"


def low(days, perfect=30, done=30, **fields):
    """On the lowest floor there is, so that no lower one comes first."""
    return did(days, perfect, done, **{"floor": 5, **fields})
