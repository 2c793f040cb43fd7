"""What ships: the coach's own words, held to what they promise."""

import json
import re
from pathlib import Path

import pytest

from coaching.catalogue import files
from coaching.catalogue.publishing import upgrades
from coaching.catalogue.schema import Catalogue, problems

SHIPPED = files.SHIPPED
INSTALLATIONS = Path(__file__).parents[1] / "installations"
LADDER = "leg-raise"


def test_has_what_the_coach_knows(shipped):
    counts = {name: len(getattr(shipped, name)) for name in Catalogue.KINDS.values()}
    assert counts == {
        "ladders": 1,
        "variations": 9,
        "drills": 8,
        "faults": 8,
        "muscles": 6,
        "topics": 8,
        "questionnaires": 2,
        "routines": 1,
    }


def test_climbs_the_ladder_in_order(shipped):
    assert [variation.slug for variation in shipped.rungs(LADDER)] == [
        "dead-bug",
        "single-leg-raise",
        "bent-knee-lowering",
        "lying-raise-hands-under",
        "lying-raise",
        "lying-raise-with-hold",
        "weighted-raise",
        "hanging-knee-raise",
        "hanging-leg-raise",
    ]


def test_gets_no_lighter_on_the_way_up_from_the_second_rung(shipped):
    loads = [each.load_high for each in shipped.rungs(LADDER) if each.load_high is not None]
    assert loads[1:] == sorted(loads[1:])
    assert loads[:2] == [63, 50]  # the dead bug ranges from below one straight leg to above


def test_lowers_everything_on_the_ladder_for_three_seconds(shipped):
    assert all(variation.tempo.lower >= 3 for variation in shipped.variations)


def test_ends_every_list_of_faults_with_doming_and_pain(shipped):
    assert {variation.faults[-2:] for variation in shipped.variations} == {("doming", "pain")}


def test_asks_about_the_mat_only_where_there_is_one(shipped):
    for variation in shipped.variations:
        lying = variation.figure.support == "lying"
        assert variation.has_floor is lying
        assert ("back-arched" in variation.faults) is lying
        assert (variation.load_low is not None) is lying


def test_has_the_eight_parts_in_order(shipped):
    kinds = [block.kind for block in shipped.default_routine.blocks]
    assert kinds == [
        "arrival", "drill", "tension", "first-rep", "floor", "sets", "drill", "wrap-up",
    ]  # fmt: skip
    sets = shipped.default_routine.blocks[5]
    assert (sets.sets, sets.reps, sets.rest) == (3, None, 60)


def test_begins_each_newcomer_where_their_answers_say(shipped):
    questions = shipped.asking("newcomer").questions
    starts = {
        (question.slug, answer.slug): answer.start_at
        for question in questions
        for answer in question.answers
    }
    assert starts == {
        ("done-before", "never"): "bent-knee-lowering",
        ("done-before", "a-few-times"): "lying-raise-hands-under",
        ("done-before", "regularly"): "lying-raise",
        ("flatten-back", "yes"): None,
        ("flatten-back", "not-sure"): "dead-bug",
        ("flatten-back", "no"): "dead-bug",
    }
    assert all(answer.why for question in questions for answer in question.answers)


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.md")), ids=lambda path: path.stem)
def test_speaks_calmly_and_never_names_an_illness(path):
    text = path.read_text(encoding="utf-8")
    assert "!" not in text
    if path.stem == "red-flags":  # what a doctor has to look at has to be named
        return
    assert not re.search(r"you have an? |diagnos|\binjury\b|\bdamage", text, re.IGNORECASE)


def test_eases_to_what_is_lighter_and_leads_up_rung_by_rung(shipped):
    eases = {each.slug: each.eases_to for each in shipped.rungs(LADDER)}
    assert eases == {
        "dead-bug": None,
        "single-leg-raise": "dead-bug",
        "bent-knee-lowering": "single-leg-raise",
        "lying-raise-hands-under": "bent-knee-lowering",
        "lying-raise": "bent-knee-lowering",
        "lying-raise-with-hold": "bent-knee-lowering",
        "weighted-raise": "lying-raise-with-hold",
        "hanging-knee-raise": "bent-knee-lowering",
        "hanging-leg-raise": "bent-knee-lowering",
    }
    for variation in shipped.variations:
        above = shipped.above(variation)
        assert variation.leads_to == (above and above.slug)


def test_leads_where_a_release_of_the_first_format_is_upgraded_to(shipped):
    first = json.loads((INSTALLATIONS / "release-1.json").read_text(encoding="utf-8"))
    old = Catalogue.model_validate(upgrades.upgraded(first, 1))
    for variation in shipped.variations:
        before = old.variation(variation.slug)
        assert (variation.eases_to, variation.leads_to) == (before.eases_to, before.leads_to)


def test_asks_for_fifteen_or_ten_as_its_ladder_says(shipped):
    asked = {each.slug: (each.targets, each.gate) for each in shipped.rungs(LADDER)}
    loaded = {"weighted-raise", "hanging-knee-raise", "hanging-leg-raise"}
    assert {slug: asked[slug] for slug in loaded} == dict.fromkeys(loaded, ((5, 6, 8), 10))
    assert {each for slug, each in asked.items() if slug not in loaded} == {((10, 12, 15), 15)}
    said = "Fifteen slow, perfect reps in one set open the next rung; with a weight or on a bar, "
    assert f"{said}ten." in shipped.ladder(LADDER).summary


def test_asks_for_more_where_the_load_jumps(shipped):
    asked = {each.slug: (each.gate_workouts, each.gate_range) for each in shipped.variations}
    assert {slug for slug, more in asked.items() if more == (2, 67)} == {
        "bent-knee-lowering",
        "lying-raise-with-hold",
        "weighted-raise",
        "hanging-knee-raise",
    }
    assert set(asked.values()) == {(2, 67), (1, 50)}


def test_does_something_about_what_stays(shipped):
    assert {fault.slug: fault.steers for fault in shipped.faults if fault.steers} == {
        "back-arched": "floor",
        "swung": "slower",
        "rushed-down": "slower",
        "held-breath": "breath",
        "head-lifted": "advice",
    }
    assert all(bool(fault.advice) is bool(fault.steers) for fault in shipped.faults)
    assert [fault.slug for fault in shipped.faults if fault.seek] == ["doming"]


def test_has_every_red_flag_with_emergencies_first(shipped):
    flags = shipped.asking("red-flags").questions
    assert [(each.urgency, len(each.answers)) for each in flags] == [
        ("emergency", 5),
        ("soon", 6),
        ("ask-first", 4),
    ]


def test_is_written_as_it_stands(shipped, tmp_path):
    files.write(shipped, tmp_path)
    ours = {path.relative_to(SHIPPED): path.read_bytes() for path in SHIPPED.rglob("*.md")}
    theirs = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.md")}
    assert theirs == ours


def test_has_something_short_to_say_of_every_fault(shipped):
    for fault in shipped.faults:
        assert 0 < len(fault.short_cue.split()) <= 8, fault.slug


def test_names_the_halves_of_what_is_no_lift(shipped):
    words = {
        each.slug: (each.lift_words, each.lower_words)
        for each in (*shipped.variations, *shipped.drills)
        if each.lift_words or each.lower_words
    }
    assert words == {
        "dead-bug": ("Come back", "Reach out"),
        "cat-cow": ("Round your back", "Let it sink"),
        "pelvic-tilt": ("Flatten your back", "Let go"),
        "tension-check": ("Press down", "Let go"),
    }


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.md")), ids=lambda path: path.stem)
def test_says_it_in_plain_words(path):
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert not re.search(r"turn(s|ed|ing)? round|\b(your|the) seat\b|\bpeel", text, re.IGNORECASE)


def test_promises_nothing_easier_where_there_may_be_nothing(shipped):
    """A fault can happen on the lightest, and what it says is the same there."""
    for fault in shipped.faults:
        assert "easier" not in f"{fault.cue} {fault.short_cue} {fault.stronger}"


def test_compares_nobody_with_averages(shipped):
    floor = shipped.topic("floor")
    assert not re.search("average|women|men", f"{floor.summary} {floor.body}")


def test_has_no_problems(shipped):
    assert problems(shipped) == []
