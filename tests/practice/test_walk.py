"""The eight blocks in order, and the two at which the way branches."""

import pytest

from coaching.catalogue.schema.blocks.base import EaseToday, LimitHeight, Said
from coaching.practice import walk
from coaching.practice.walk import Answers, NextStep, SetState
from tests.factories.content import edition

CONTENT = edition()
BLOCKS = CONTENT.default_routine.blocks
SETS = [SetState(number, 6, False) for number in (1, 2, 3)]
RAISE, BUG, HANGING = map(CONTENT.variation, ("lying-raise", "dead-bug", "hanging-leg-raise"))


def said(*answers):
    """said((1, "done"), (3, "not", "firm")): by position, in turns."""
    return Answers({(p, n): a for p, *each in answers for n, a in enumerate(each, start=1)})


def next_step(variation=RAISE, answers=(), sets=SETS):
    return walk.next_step(walk.fitting(BLOCKS, variation), said(*answers), sets)


BEGUN = [(1, "done"), (2, "done")]
CHECKED = [*BEGUN, (3, "firm"), (4, "stable", "stable")]


def test_it_begins_at_the_first_step():
    assert next_step() == NextStep(1)


def test_a_firm_back_goes_on_to_the_first_rep():
    assert next_step(answers=[*BEGUN, (3, "firm")]) == NextStep(4)


def test_a_back_that_is_not_firm_yet_gets_two_more_tries():
    assert next_step(answers=[*BEGUN, (3, "not")]) == NextStep(3, turn=2)
    assert next_step(answers=[*BEGUN, (3, "not", "not")]) == NextStep(3, turn=3)
    assert next_step(answers=[*BEGUN, (3, "not", "not", "firm")]) == NextStep(4)


def test_three_times_not_firm_is_a_day_for_the_fallback():
    block = BLOCKS[2]
    assert block.is_failed(["not", "not", "not"])
    assert not block.is_failed(["not", "not", "firm"])
    assert not block.is_failed(["not", "not"])
    # The fallback begins at the top, so there is no first rep to lift and the floor follows.
    assert next_step(BUG, [*BEGUN, (3, "not", "not", "not")]) == NextStep(5)


def test_the_first_rep_goes_to_45_and_only_when_stable_to_90():
    firm = [*BEGUN, (3, "firm")]
    assert next_step(answers=[*firm, (4, "stable")]) == NextStep(4, turn=2)
    assert next_step(answers=[*firm, (4, "stable", "stable")]) == NextStep(5)
    assert next_step(answers=[*firm, (4, "not")]) == NextStep(5)


@pytest.mark.parametrize(
    ("answers", "effects"),
    [
        (("stable", "stable"), (LimitHeight(None),)),
        (("stable",), ()),
        (("stable", "not"), (LimitHeight(45),)),
        # Low legs pull hardest: who is unsteady there needs something lighter, not more of it.
        (("not",), (EaseToday("first-rep", {"angle": 45}),)),
    ],
)
def test_what_an_unsteady_first_rep_changes(answers, effects):
    assert BLOCKS[3].keeps(list(answers), Said(answers[-1])) == effects


def test_sets_come_one_after_the_other_and_then_the_planks():
    floor = [*CHECKED, (5, "done")]
    assert next_step(answers=floor) == NextStep(6, set_number=1)
    one_down = [SetState(1, 6, True), SetState(2, 6, False), SetState(3, 6, False)]
    assert next_step(answers=floor, sets=one_down) == NextStep(6, set_number=2)
    all_done = [SetState(number, 6, True) for number in (1, 2, 3)]
    assert next_step(answers=floor, sets=all_done) == NextStep(7)
    assert next_step(answers=[*floor, (7, "done")], sets=all_done) == NextStep(8)


def test_a_late_answer_to_a_later_step_does_not_skip_what_keeps_a_back_safe():
    assert next_step(answers=[(1, "done"), (5, "done"), (7, "done")]) == NextStep(2)


def test_hanging_has_neither_a_first_rep_nor_a_floor():
    positions = [position for position, _block in walk.fitting(BLOCKS, HANGING)]
    assert positions == [1, 2, 3, 6, 7, 8]


def test_a_day_without_raises_has_nothing_that_prepares_them():
    positions = [position for position, _block in walk.fitting(BLOCKS, RAISE, raises=False)]
    assert positions == [1, 2, 7, 8]


def test_a_day_that_is_cut_short_has_nothing_after_its_sets_but_the_end():
    positions = [position for position, _block in walk.fitting(BLOCKS, RAISE, is_cut_short=True)]
    assert positions == [1, 2, 3, 4, 5, 6, 8]


def test_the_bar_shows_what_is_behind_and_how_much_of_the_sets():
    sets = [SetState(1, 6, True), SetState(2, 6, False), SetState(3, 6, False)]
    today = walk.fitting(BLOCKS, RAISE)
    shares = [s.done for s in walk.steps(today, said(*CHECKED, (5, "done")), sets)]
    assert shares == [1, 1, 1, 1, 1, pytest.approx(1 / 3), 0, 0]
