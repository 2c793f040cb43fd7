"""The eight parts in order, and the two places where the way branches."""

from types import SimpleNamespace

import pytest

from coaching.practice import walk
from coaching.practice.walk import Answers, Place, SetState

KINDS = ["place", "drill", "tension", "first-rep", "floor", "sets", "drill", "wrap-up"]
BLOCKS = [SimpleNamespace(kind=kind, tries=3, angles=(45, 90)) for kind in KINDS]
SETS = [SetState(number, 6, False) for number in (1, 2, 3)]


def movement(support="lying", starts_at="bottom", has_floor=True):
    figure = SimpleNamespace(support=support, starts_at=starts_at)
    return SimpleNamespace(figure=figure, has_floor=has_floor)


RAISE, BUG, HANGING = movement(), movement(starts_at="top"), movement("hanging", has_floor=False)


def said(*answers):
    """said((1, "done"), (3, "not", "firm")): by part, in turns."""
    return Answers({(p, n): a for p, *each in answers for n, a in enumerate(each, start=1)})


def place(variation=RAISE, answers=(), sets=SETS):
    return walk.place(BLOCKS, variation, said(*answers), sets)


BEGUN = [(1, "done"), (2, "done")]
CHECKED = [*BEGUN, (3, "firm"), (4, "stable", "stable")]


def test_it_begins_at_the_first_part():
    assert place() == Place(1)


def test_a_firm_back_goes_on_to_the_first_rep():
    assert place(answers=[*BEGUN, (3, "firm")]) == Place(4)


def test_a_back_that_is_not_firm_yet_gets_two_more_tries():
    assert place(answers=[*BEGUN, (3, "not")]) == Place(3, turn=2)
    assert place(answers=[*BEGUN, (3, "not", "not")]) == Place(3, turn=3)
    assert place(answers=[*BEGUN, (3, "not", "not", "firm")]) == Place(4)


def test_three_times_not_firm_is_a_day_for_the_fallback():
    block = BLOCKS[2]
    assert walk.fails_tension(block, ["not", "not", "not"])
    assert not walk.fails_tension(block, ["not", "not", "firm"])
    assert not walk.fails_tension(block, ["not", "not"])
    # The fallback begins at the top, so there is no first rep to lift and the stop point follows.
    assert place(BUG, [*BEGUN, (3, "not", "not", "not")]) == Place(5)


def test_the_first_rep_goes_to_45_and_only_when_stable_to_90():
    firm = [*BEGUN, (3, "firm")]
    assert place(answers=[*firm, (4, "stable")]) == Place(4, turn=2)
    assert place(answers=[*firm, (4, "stable", "stable")]) == Place(5)
    assert place(answers=[*firm, (4, "not")]) == Place(5)


@pytest.mark.parametrize(
    ("answers", "angle"), [(("stable", "stable"), None), (("stable", "not"), 45), (("not",), 45)]
)
def test_not_stable_stays_at_45_today(answers, angle):
    assert walk.highest_angle(BLOCKS[3], list(answers)) == angle


def test_sets_come_one_after_the_other_and_then_the_planks():
    floor = [*CHECKED, (5, "done")]
    assert place(answers=floor) == Place(6, set_number=1)
    one_down = [SetState(1, 6, True), SetState(2, 6, False), SetState(3, 6, False)]
    assert place(answers=floor, sets=one_down) == Place(6, set_number=2)
    all_done = [SetState(number, 6, True) for number in (1, 2, 3)]
    assert place(answers=floor, sets=all_done) == Place(7)
    assert place(answers=[*floor, (7, "done")], sets=all_done) == Place(8)


def test_a_late_answer_to_a_later_part_does_not_skip_what_keeps_a_back_safe():
    assert place(answers=[(1, "done"), (5, "done"), (7, "done")]) == Place(2)


def test_hanging_has_neither_a_first_rep_nor_a_stop_point():
    parts = [position for position, _block in walk.parts(BLOCKS, HANGING)]
    assert parts == [1, 2, 3, 6, 7, 8]


def test_the_bar_shows_what_is_behind_and_how_much_of_the_sets():
    sets = [SetState(1, 6, True), SetState(2, 6, False), SetState(3, 6, False)]
    shares = [s.done for s in walk.progress(BLOCKS, RAISE, said(*CHECKED, (5, "done")), sets)]
    assert shares == [1, 1, 1, 1, 1, pytest.approx(1 / 3), 0, 0]
