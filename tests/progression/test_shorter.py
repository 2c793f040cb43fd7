"""A shorter version of today: what is asked, what is passed over, and what comes next."""

import uuid

import pytest
from django.urls import reverse

from coaching.practice import actions, rules
from coaching.practice.decisions import Decision
from coaching.progression import plan
from coaching.progression.rules.shorter import shorter
from tests.factories.content import current, edition
from tests.factories.practice import RepFactory
from tests.factories.progression import PlacementFactory
from tests.walking import Walk

BLOCKS = edition().default_routine.blocks
SETS, PLANK = 6, 7


def asked(sets=3):
    planned = (rules.PlannedSets(SETS, sets, 10, 60),)
    return rules.Prescription("lying-raise", "Lying leg raise", planned, Decision("test"))


def test_it_is_one_set_without_the_drill_after_it():
    short = shorter(asked(), BLOCKS)
    assert [(each.sets, each.reps) for each in short.sets] == [(1, 10)]
    assert short.left_out == (PLANK,)
    assert short.shorter == Decision("short-of-time", {"sets": 1, "planned": 3, "left_out": 1})
    assert short.decision == asked().decision


def test_what_keeps_a_back_safe_is_never_left_out():
    kept = [block.kind for at, block in enumerate(BLOCKS, 1) if at != PLANK]
    assert kept == ["arrival", "drill", "tension", "first-rep", "floor", "sets", "wrap-up"]
    before_the_sets = [block for block in BLOCKS[: SETS - 1] if block.is_spare]
    assert before_the_sets, "the warm-up is a drill as the plank is, and stays"


@pytest.mark.parametrize(
    ("sets", "blocks"), [(1, BLOCKS[:SETS]), (1, [b for b in BLOCKS if not b.is_spare])]
)
def test_what_cannot_be_shorter_is_not_offered(sets, blocks):
    assert shorter(asked(sets), blocks) is None


def test_a_prescription_from_before_there_were_shorter_ones_can_be_read():
    document = {"variation": "a", "name": "A", "sets": [], "decision": {"rule": "x", "facts": {}}}
    assert rules.Prescription.from_document(document).left_out == ()


# Through the pages


@pytest.fixture
def placed(member):
    PlacementFactory(person=member)
    return member


def begin(client, **said):
    return client.post(reverse("start"), {"workout": str(uuid.uuid4()), **said})


@pytest.mark.django_db
def test_today_offers_it_with_its_minutes_and_starts_it_in_one_tap(as_member, placed):
    page = as_member.get("/")
    full = page.context["plan"]
    offer = f"Short of time? About {full.shorter.minutes} min"
    assert offer in page.content.decode()
    assert full.shorter.minutes < full.minutes
    assert "1 × 10: Lying leg raise" in full.shorter.chips
    assert "Plank" not in full.shorter.chips
    begin(as_member, shorter="yes")
    workout = placed.workouts.get()
    assert list(workout.sets.values_list("number", "target")) == [(1, 10)]


@pytest.mark.django_db
def test_the_walk_passes_over_what_is_left_out(as_member, placed):
    walk = Walk(as_member)
    walk.workout = str(uuid.uuid4())
    as_member.post(reverse("start"), {"workout": walk.workout, "shorter": "yes"})
    summary = walk.to_the_end()
    kinds = ["arrival", "drill", "tension", "first-rep", "first-rep", "floor", "set", "wrap-up"]
    assert walk.met == kinds
    assert "You had little time, so this was a short one" in summary.content.decode()
    # Nor is it there for who knows its address.
    plank = reverse("step", args=[walk.workout, PLANK])
    assert as_member.get(plank).status_code == 302
    assert as_member.post(plank, {"turn": 1}).status_code == 302
    assert not placed.workouts.get().answers.filter(position=PLANK).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("reps", [6, 10])
def test_the_next_workout_is_what_its_reps_say_and_whole_again(as_member, placed, reps):
    begin(as_member, shorter="yes")
    workout = placed.workouts.get()
    for number in range(1, reps + 1):
        RepFactory(workout_set=workout.sets.get(), number=number, descent_seconds=3)
    actions.complete_workout(workout=workout, ending="done")
    following = plan.for_person(current(), placed)
    assert following.decision.rule == "stay"
    assert not following.is_move
    assert [each.sets for each in following.prescription.sets] == [3]
    assert following.prescription.left_out == ()
    assert "Plank" in following.chips


@pytest.mark.django_db
def test_without_the_word_today_is_whole(as_member, placed):
    begin(as_member)
    assert placed.workouts.get().sets.count() == 3
    assert placed.workouts.get().prescription["left_out"] == []
