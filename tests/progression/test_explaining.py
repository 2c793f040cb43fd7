"""“Why this?”: the facts that a decision went by, and what would have changed it."""

import pkgutil
from collections import defaultdict
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from coaching.catalogue.schema.blocks.base import Said
from coaching.practice import rules as practice
from coaching.practice.decisions import Decision
from coaching.progression import explaining
from coaching.progression.rules import coach, shorter, starting
from coaching.progression.rules.facts import History
from coaching.templatetags.decisions import SENTENCES
from tests.progression import cases
from tests.progression.made_up import BENT, BUG, CONTENT, LYING, RUNGS, advised, told

# Told before decisions kept what they went by: there is nothing but what was said.
UNEXPLAINED = {"as-told"}


def explain(decision):
    return explaining.explain(decision, CONTENT)


def of_rule(rule, **facts):
    return explain(Decision(rule, facts))


# What the rules really decide


def from_the_cases():
    """Everything that somebody is told in the table of cases."""
    for module in pkgutil.iter_modules(cases.__path__):
        for test in vars(import_module(f"{cases.__name__}.{module.name}")).values():
            for mark in getattr(test, "pytestmark", ()):
                values = mark.args[1] if mark.name == "parametrize" else ()
                for each in [value for case in values for value in getattr(case, "values", ())]:
                    if isinstance(each, History):
                        yield from told(advised(each))


def from_the_start():
    choices = [starting.Choice("done-before", "never", BENT, RUNGS[BENT].order)]
    chosen = starting.starting_rung(choices, easiest=BUG)
    yield chosen
    yield starting.starting_rung([], easiest=BUG)
    yield starting.not_published(BUG)
    yield starting.begun_anew(chosen, stood_on=BUG, rungs=RUNGS)
    yield coach.chosen(BENT, LYING, RUNGS)


def from_a_workout():
    ends = next(fault for fault in CONTENT.faults if fault.severity == practice.ENDS_SET)
    faults = {ends.slug: ends}
    spoiled = [practice.JudgedRep(1, (ends.slug,))]
    blocks = CONTENT.default_routine.blocks
    for lighter in (BUG, None):
        limits = {"easier_from": 3, "stop_from": 4}
        yield practice.pain_before(3, **limits, today=BENT, lighter=lighter)
        on = {"target": 10, "today": BENT, "lighter": lighter}
        yield practice.after_set(spoiled, (), faults, **on)
        yield practice.after_set(spoiled, spoiled, faults, **on)
        rep = next(block for block in blocks if block.kind == "first-rep")
        (eases,) = rep.keeps(["not"], Said("not"))
        yield practice.eased_today(eases.rule, eases.facts, today=BENT, lighter=lighter)
    tension = next(block for block in blocks if block.kind == "tension")
    (change,) = tension.keeps(["not"] * tension.tries, Said("not"))
    yield Decision(change.rule, {**change.facts, "variation": change.variation})
    yield practice.lighter_chosen(BUG)
    at = next(at for at, block in enumerate(blocks, start=1) if block.has_sets)
    full = practice.Prescription(BENT, "", (practice.PlannedSets(at, 3, 10, 60),), Decision("stay"))
    yield shorter.shorter(full, blocks).shorter


@pytest.fixture(scope="module")
def decided():
    """All of it, by rule."""
    found = defaultdict(list)
    for decision in (*from_the_cases(), *from_the_start(), *from_a_workout()):
        found[decision.rule].append(decision)
    return found


def test_every_rule_that_says_something_is_explained(decided):
    assert explaining.RULES.keys() == SENTENCES.keys() - UNEXPLAINED
    assert decided.keys() == explaining.RULES.keys()


def test_every_fact_that_a_rule_keeps_is_shown_or_left_out_on_purpose(decided):
    for rule, decisions in decided.items():
        why = explaining.RULES[rule]
        shown = {name for each in why.shows for name in each.names}
        kept = {name for each in decisions for name in each.facts}
        assert kept <= shown | set(why.leaves_out), rule
        assert not shown & set(why.leaves_out), rule


def test_what_is_left_out_is_this_and_no_more():
    left_out = {rule: why.leaves_out for rule, why in explaining.RULES.items() if why.leaves_out}
    assert left_out == {"gate-waits": ("for",), "easy-week": ("because",), "step-chosen": ("up",)}


def test_every_decision_has_its_facts_and_what_would_have_changed_it(decided):
    for decision in [each for decisions in decided.values() for each in decisions]:
        explained = explain(decision)
        assert explained.facts, decision
        assert explained.otherwise, decision
        whole = " ".join(map(str, [*sum(explained.facts, ()), *explained.otherwise]))
        # Names and days, never slugs, stamps or what was left to fill in.
        assert not {"None", "True", "%("} & set(whole.split()), whole
        assert "T1" not in whole
        assert not [slug for slug in RUNGS if slug in whole], whole


def test_whatever_the_next_rung_waits_for_something_is_said_of_it(decided):
    waits = {each.facts["for"]: explain(each) for each in decided["gate-waits"]}
    assert waits.keys() >= {
        *("share", "again", "pain", "range", "next-day", "lighter", "away", "time", "declined")
    }
    lines = [each.otherwise for each in waits.values()]
    assert len({*map(tuple, lines)}) == len(waits)
    assert waits["time"].otherwise == [
        f"From {dict(waits['time'].facts)['Not before']} on it can open, if all else stays as it "
        "is."
    ]


# In words


def test_a_step_that_stays():
    facts = {"perfect": 28, "done": 30, "best": 12, "needed": 15}
    explained = of_rule("stay", variation="lying-raise", heavier="lying-raise-with-hold", **facts)
    assert [(str(label), value) for label, value in explained.facts] == [
        ("Slow perfect reps in one set", "12"),
        ("Needed for the next rung", "15"),
        ("Perfect reps", "28 of 30"),
        ("Next rung", "Lying leg raise with a hold"),
        ("Step", "Lying leg raise"),
    ]
    assert explained.otherwise == [
        "With 15 slow perfect reps in one set, and 80 % of all reps perfect, the next rung would "
        "come within reach.",
        "With fewer than 50 % perfect in 2 workouts running, something lighter would come next.",
    ]


def test_pain_is_said_of_ten_and_days_as_days():
    explained = of_rule(
        "pain-eases",
        **{"variation": "bent-knee-lowering", "from": "lying-raise", "moment": "next-day"},
        pain=4,
        on="2026-11-18T23:30:00+00:00",
        until="2026-12-16T23:30:00+00:00",
        times=1,
        sets=2,
    )
    facts = {str(label): value for label, value in explained.facts}
    assert facts["How much it hurt"] == "4 of 10"
    assert facts["When it hurt"] == "the day after the workout, on Wednesday 18 November"
    assert facts["Until"] == "Wednesday 16 December"
    assert explained.otherwise[0] == (
        "Pain of 2 or less, no worse than before the workout, leaves the plan as it is."
    )


def test_days_are_those_of_who_reads():
    hurt = {"moment": "after", "pain": 4, "on": "2026-11-18T23:30:00+00:00"}
    with timezone.override(ZoneInfo("Europe/Vienna")):
        facts = dict(of_rule("pain-rests", **hurt, until="2026-11-20T23:30:00+00:00").facts)
    assert "after the workout, on Thursday 19 November" in facts.values()
    assert "Saturday 21 November" in facts.values()


def test_floors_are_angles():
    explained = of_rule("floor-test", variation="lying-raise", floor=10, before=20, share=93)
    assert [value for _label, value in explained.facts] == ["10°", "20°", "93 %", "Lying leg raise"]
    assert explained.otherwise == [
        "With less than 80 % perfect, or pain above 1, it would have stayed at 20°.",
        "A “not yet” from you would have left it as it was.",
    ]


@pytest.mark.parametrize(("easier_from", "most"), [(3, 2), (2, 1), (1, 0)])
def test_pain_before_a_workout_goes_by_the_limits_of_the_routine(easier_from, most):
    first, *others = CONTENT.routines
    limits = first.pain.model_copy(update={"easier_from": easier_from})
    stricter = [each.model_copy(update={"pain": limits}) for each in (first, *others)]
    catalogue = CONTENT.model_copy(update={"routines": tuple(stricter)})
    decision = Decision("pain-before", {"pain": 3, "variation": BUG, "sets": 2})
    assert explaining.explain(decision, catalogue).otherwise == [
        f"Pain of {most} or less would have left today as it was planned."
    ]


def test_a_rule_of_an_older_version_has_nothing_to_explain():
    assert of_rule("three-weeks-done", variation="lying-raise") is None
    assert of_rule("as-told", said="You did well.", variation="lying-raise") is None


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("pain-eases", {"variation": "bent-knee-lowering", "from": "lying-raise"}),
        ("fault-eases", {"fault": "doming", "variation": BUG, "from": BENT}),
        ("gate-passed", {"variation": "lying-raise", "perfect": 15}),
        ("stay", {"variation": LYING, "perfect": 8, "done": 10, "best": 8, "needed": 15}),
        ("tension-check", {"variation": BUG}),
    ],
)
def test_what_was_kept_with_fewer_facts_is_explained_by_those(rule, facts):
    explained = of_rule(rule, **facts)
    assert explained.facts
    assert explained.otherwise


def test_a_step_that_is_gone_keeps_the_name_it_has_left():
    explained = of_rule("lighter-chosen", variation="taken-out-raise")
    assert [value for _label, value in explained.facts] == ["taken-out-raise"]
