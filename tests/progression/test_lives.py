"""Made-up lives through the real actions: what holds for all of them."""

from contextlib import contextmanager
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coaching.pain.rules import Said
from coaching.progression import history
from coaching.progression.rules import coach
from coaching.progression.rules.facts import FoundFloor, History, Past, Placed, PractisedSet
from tests.factories.content import LADDER, current
from tests.progression.lives import Life, spoiled

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# All of them together take less than a minute.
FEW = settings(
    max_examples=15,
    deadline=None,
    # A life takes a second: making a counterexample shorter would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
LONG = [""] * 15
HOW = {
    "as asked": None,
    "long": LONG,
    "arched": spoiled("back-arched", 6),
    "rushed": spoiled("rushed-down", 3),
    "off": ["off"] * 10,
}
DOMES = {"doming": ["", "", "doming"]}
RUNGS = ("dead-bug", "single-leg-raise", "bent-knee-lowering", "lying-raise", "weighted-raise")
rungs = st.sampled_from(RUNGS)
days = st.tuples(st.sampled_from([*HOW, *DOMES]), st.integers(2, 5))
pains = st.integers(0, 10)
MOMENTS = ("before", "after", "tap", "better", "same", "worse")


def lived(on, past):
    """Somebody who stands on a rung and has trained so many times."""
    life = Life(on=on)
    for how, gap in past:
        while life.rests:
            life.wait(days=1)
        if life.closed:
            life.reply("fault-closed")
        life.train((HOW | DOMES)[how])
        life.wait(days=gap)
        life.morning()
    while life.rests:
        life.wait(days=1)
    if life.closed:
        life.reply("fault-closed")
    return life


@contextmanager
def undone(life):
    """What is done in here never was."""
    now = life.now
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    life.now = now


def hurt(life, how, moment, pain):
    """One more workout, with pain at some moment of it."""
    life.train(HOW[how], before=pain if moment == "before" else 0)
    if moment == "after":
        life.after(pain)
    elif moment == "tap" and pain:
        life.pain()
    life.wait(days=1)
    if moment in ("better", "same", "worse") and pain:
        life.morning(moment, pain)
    else:
        life.morning()


def ahead(life):
    """The plans of the next weeks, as they are if nothing happens until then."""
    found = []
    for gap in (0, 1, 1, 1, 4, 20, 8):
        life.wait(days=gap)
        found.append(life.plan)
    return found


def assert_no_heavier(much, little):
    assert much.closed or not little.closed
    assert much.rests or not little.rests or much.closed
    assert much.variation.rung <= little.variation.rung
    assert sum(each.sets for each in much.sets) <= sum(each.sets for each in little.sets)
    assert {each.rule for each in much.advice.offers} <= {
        each.rule for each in little.advice.offers
    } | {"easy-week"}
    if much.variation == little.variation:
        reps = [max((each.reps for each in planned.sets), default=0) for planned in (much, little)]
        assert reps[0] <= reps[1]
        if None not in (much.floor, little.floor):
            assert much.floor >= little.floor


def assert_says_true(life, planned):
    """What is called lighter or gentle is."""
    known = history.rungs(current())
    decision = planned.decision
    said = life.sentence(decision)
    if not any(word in said for word in ("lighter", "gentl", "at most", "easy")):
        return
    asked = max((each.reps for each in planned.sets), default=0)
    sets = sum(each.sets for each in planned.sets)
    was = known[str(decision.facts.get("from") or decision.facts["variation"])]
    here = known[planned.variation.slug]
    assert here.order <= was.order
    assert here.order < was.order or sets < 3 or asked < planned.advice.target
    if "at most" in said or "sets of" in said:
        assert sets <= decision.facts["sets"]


@FEW
@given(
    rungs,
    st.lists(days, max_size=2),
    st.sampled_from(["as asked", "long"]),
    st.sampled_from(MOMENTS),
    pains,
    pains,
)
def test_more_pain_never_makes_anything_heavier(on, past, how, moment, one, other):
    life = lived(on, past)
    plans = {}
    for pain in {0, one, other}:
        with undone(life):
            hurt(life, how, moment, pain)
            plans[pain] = ahead(life)
            for planned in plans[pain]:
                assert_says_true(life, planned)
    ordered = [plans[pain] for pain in sorted(plans)]
    for little, much in pairwise(ordered):
        for before, after in zip(little, much, strict=True):
            assert_no_heavier(after, before)


@FEW
@given(rungs, st.lists(days, max_size=1), st.lists(st.sampled_from([*HOW]), min_size=1, max_size=3))
def test_same_day_repeats_earn_nothing(on, past, repeats):
    life = lived(on, past)
    life.train()
    with undone(life):
        life.wait(days=2)
        life.morning()
        once = life.plan
    for how in repeats:
        life.wait(minutes=30)
        life.train(HOW[how], anyway=True)
    life.wait(days=2)
    life.morning()
    now = life.plan
    assert_no_heavier(now, once)
    assert now.variation != once.variation or now.advice.target <= once.advice.target


class Diary:
    """What somebody did, written down by hand beside it: what the rules go by, without a row."""

    def __init__(self, on):
        self.life = Life(on=None)
        self.life.stand_on(on)
        placed = self.life.person.placements.on(LADDER)
        self.moves = [Placed(placed.decision, placed.placed_at, self.life.now.date())]
        self.past, self.days = [], []
        self.life.wait(days=8)

    def train(self, how, gap, before, after, morning):
        life, planned = self.life, self.life.plan
        day, slug = life.now.date(), planned.variation.slug
        workout = life.train(HOW[how], before=before, after=after)
        if planned.is_move:
            self.moves.insert(0, Placed(planned.decision, workout.started_at, day))
        asked = [each.reps for each in planned.sets for _set in range(each.sets)]
        sets = [HOW[how] or [""] * reps for reps in asked]
        faults = {"arched": "back-arched", "rushed": "rushed-down"}
        spoiling = sum(rep not in ("", "off") for reps in sets for rep in reps)
        life.wait(days=gap)
        life.morning(*morning)
        floor = planned.floor if planned.floor is not None else 25
        self.days.insert(0, day)
        self.past.insert(
            0,
            Past(
                pain=Said(
                    at=workout.finished_at, before=before, after=after, next_day=morning[1],
                    compared=morning[0],
                ),
                variation=slug,
                day=day,
                meant=slug,
                target=planned.advice.target,
                sets=tuple(
                    PractisedSet(slug, reps.count(""), len(reps), reps.count("")) for reps in sets
                ),
                faults=((faults[how], spoiling),) if how in faults else (),
                floors=(FoundFloor(slug, floor),) if planned.variation.has_floor else (),
                rule=planned.decision.rule,
                also=planned.advice.also,
            ),
        )  # fmt: skip

    @property
    def history(self):
        return History(
            here=self.moves[0].variation,
            now=self.life.now,
            today=self.life.now.date(),
            past=self.past,
            trained=tuple(self.days),
            moves=self.moves,
        )


MORNINGS = (("none", 0), ("better", 1), ("same", 2))


@FEW
@given(
    rungs,
    st.lists(
        st.tuples(
            st.sampled_from([*HOW]),
            st.integers(3, 6),
            st.integers(0, 2),
            st.integers(0, 2),
            st.sampled_from(MORNINGS),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_what_is_decided_of_rows_is_what_the_rules_decide_of_the_same_life(on, workouts):
    diary = Diary(on)
    known, faults = history.rungs(current()), history.faults(current())
    for workout in workouts:
        diary.train(*workout)
        assert diary.life.plan.advice == coach.advise(diary.history, known, faults)
