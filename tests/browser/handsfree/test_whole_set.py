"""A set that is judged at its end: run through, marked, named, saved."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.mat import FULL_STORAGE, GET_READY, NO_STORAGE, REP

pytestmark = pytest.mark.browser


def choose_whole(mat):
    mat.page.get_by_role("main").get_by_role("radio", name="After the whole set").check()


@pytest.fixture
def whole(mat, workout):
    """A set that is to be judged at its end, not begun."""

    def opener(*scripts, **options):
        opened = mat(workouts.set_url(workout), *scripts, **options)
        choose_whole(opened)
        opened.freeze()
        return opened

    return opener


@pytest.fixture
def first_set(workout):
    workout.sets.update(target=10)
    return workouts.first_set(workout)


def expect_review(mat):
    mat.page.wait_for_url("**/review/")
    mat.expect_step("How were they?")


def tiles(mat):
    return mat.page.get_by_role("main").locator("ol.tiles .tile")


def test_a_set_runs_through_and_what_was_marked_gets_its_name(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.expect_state("running")
    mat.expect_focus("Not perfect")
    mat.run(GET_READY + 4)
    mat.page.locator("main leg-figure").click()  # a tap anywhere
    mat.expect_dots("fault", *["todo"] * 9)
    mat.wait(REP)
    mat.press("PageDown")  # a page-turner
    mat.wait(REP)
    mat.press("Space")
    mat.expect_dots("fault", "fault", "fault", *["todo"] * 7)
    mat.press("Backspace")
    mat.expect_dots("fault", "fault", "next", *["todo"] * 7)
    mat.hear("next")  # next is perfect, and here that is what is not said
    mat.wait(REP)
    mat.hear("previous")
    mat.expect_dots("fault", "fault", "perfect", "fault", *["todo"] * 6)
    expect(player.tally(mat.page)).to_contain_text("1 perfect of 10")
    expect(player.tally(mat.page).get_by_text("saved", exact=True)).to_be_hidden()
    mat.wait(7 * REP)

    expect_review(mat)
    expect(tiles(mat)).to_have_text([
        f"{n}{'fault' if n in (1, 2, 4) else 'perfect'}" for n in range(1, 11)
    ])  # fmt: skip
    # "Arched from rep 7", in two taps; the first gets a name; the others keep none.
    mat.page.get_by_role("button", name="Back arched").click()
    mat.page.get_by_role("button", name=re.compile("from here on.*rep 7")).click()
    tiles(mat).first.click()
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("10 reps done")
    mat.settle()
    assert player.saved_reps(first_set) == [
        ("back-arched",), (), (), (), (), (), *[("back-arched",)] * 4,
    ]  # fmt: skip
    off = first_set.reps.kept().filter(perfect=False).values_list("number", flat=True)
    assert list(off) == [1, 2, 4, 7, 8, 9, 10]
    assert {rep.descent_seconds for rep in first_set.reps.all()} == {3}
    assert mat.page.evaluate("localStorage.getItem('legraises.set')") is None


@pytest.mark.parametrize("by", ["key", "button", "headset"])
def test_a_set_can_be_ended_early(whole, first_set, by):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + 3 * REP + 1)
    if by == "key":
        mat.press("e")
    elif by == "button":
        mat.page.get_by_role("button", name="More", exact=True).click()
        mat.page.get_by_role("dialog").get_by_role("button", name="End the set here").click()
    else:
        mat.hear("pause")
        mat.hear("previous")
    expect_review(mat)
    expect(tiles(mat)).to_have_text([
        f"{n}{'perfect' if n <= 3 else 'not done'}" for n in range(1, 11)
    ])  # fmt: skip
    mat.hear("next")
    expect(mat.page.get_by_role("heading", name="Set 1 ends here")).to_be_visible()
    mat.settle()
    assert player.saved_reps(first_set) == [()] * 3
    mat.hear("next")
    mat.expect_step("Rest")
    first_set.refresh_from_db()
    assert first_set.ended_at is not None


def test_a_set_that_was_ended_early_can_go_on_all_the_same(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + 3 * REP + 1)
    mat.press("e")
    expect_review(mat)
    mat.press("Space")
    mat.page.get_by_role("button", name="Go on with the set").click()
    mat.expect_state("running")
    mat.wait(GET_READY + 7 * REP)
    expect_review(mat)
    expect(tiles(mat)).to_have_text([f"{n}perfect" for n in range(4, 11)])


def test_a_set_without_a_rep_cannot_be_judged_and_is_ready_again(whole):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + 3)
    mat.press("e")
    mat.expect_state("idle")
    expect(mat.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    mat.press("e")  # so the whole set is meant
    mat.expect_step("Rest")


@pytest.mark.parametrize("how", ["reload", "a new tab"])
def test_what_was_marked_survives_a_closed_page(whole, first_set, how):
    mat = whole()
    mat.press("Space")
    mat.run(GET_READY + REP - 1)
    mat.press("Space")
    mat.wait(REP + 2)
    mat.expect_dots("fault", "perfect", "next", *["todo"] * 7)
    if how == "reload":
        mat.page.reload()
    else:
        url, context = mat.page.url, mat.page.context
        mat.page.close(run_before_unload=True)
        mat.page = context.new_page()
        mat.page.goto(url)
    expect(mat.page.get_by_role("heading", name="You were in the middle")).to_be_visible()
    mat.expect_dots("fault", "perfect", "next", *["todo"] * 7)
    mat.press("Space")
    mat.wait(GET_READY + 8 * REP)
    expect_review(mat)
    expect(tiles(mat)).to_have_text(
        [f"{n}{'fault' if n == 1 else 'perfect'}" for n in range(1, 11)]
    )


def test_a_set_that_was_left_can_be_begun_again(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + REP + 2)
    mat.page.reload()
    mat.page.get_by_role("button", name="Begin it again").click()
    mat.expect_dots("next", *["todo"] * 9)
    mat.page.reload()
    mat.expect_dots("next", *["todo"] * 9)
    mat.press("Space")
    mat.expect_state("running")  # from the first rep: nothing is kept
    mat.wait(GET_READY + REP + 2)
    mat.expect_dots("perfect", "next", *["todo"] * 8)


def test_a_hidden_tab_pauses_a_whole_set(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + REP + 3)
    mat.hide()
    mat.wait(300)
    mat.come_back()
    mat.expect_state("paused")
    expect(mat.page.get_by_text("Paused while you were away")).to_be_visible()
    mat.expect_dots("perfect", "next", *["todo"] * 8)
    mat.press("Space")
    mat.expect_state("running")


def test_the_choice_is_remembered_and_the_next_set_begins_by_itself(whole, workout):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + 3 * REP)
    expect_review(mat)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")
    mat.settle()
    mat.press("Space")
    mat.expect_step("Rest")
    mat.wait(61)
    mat.expect_set(2)
    mat.expect_state("running")
    expect(mat.page.get_by_role("button", name="Not perfect")).to_be_visible()
    mat.page.get_by_role("button", name="More", exact=True).click()
    sheet = mat.page.get_by_role("dialog")
    expect(sheet.get_by_role("radio", name="After the whole set")).to_be_checked()
    sheet.get_by_role(
        "radio", name="After every rep"
    ).check()  # for the next set: this one is under way
    sheet.get_by_role("button", name="Done").click()
    expect(mat.page.get_by_role("button", name="Not perfect")).to_be_visible()
    mat.wait(GET_READY + 3 * REP)
    expect_review(mat)


def test_a_tap_beside_an_open_sheet_only_closes_it(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.wait(GET_READY + REP)
    mat.page.get_by_role("button", name="More", exact=True).click()
    mat.page.mouse.click(190, 40)
    expect(mat.page.get_by_role("dialog")).to_be_hidden()
    mat.expect_dots("perfect", "next", *["todo"] * 8)


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["none", "full"])
def test_without_storage_the_marks_last_as_long_as_the_page_and_then_it_asks(
    whole, first_set, storage
):
    mat = whole(storage)
    mat.press("Space")
    mat.run(GET_READY + 4)
    mat.press("Space")
    mat.wait(3 * REP)
    mat.press("e")
    expect_review(mat)
    asked = mat.page.get_by_label("How many did you do?")
    expect(asked).to_be_hidden()
    said = ["1fault", "2perfect", "3perfect", *[f"{n}not done" for n in range(4, 11)]]
    expect(tiles(mat)).to_have_text(said)
    mat.page.reload()
    expect(tiles(mat)).to_have_text([f"{n}not done" for n in range(1, 11)])
    mat.settle()
    mat.press("Space")  # nothing is said, so nothing is saved
    expect(asked).to_be_focused()
    expect(mat.page.get_by_text("Say how many reps you did")).to_be_visible()
    assert not first_set.reps.exists()
    asked.fill("3")
    expect(tiles(mat)).to_have_text([
        f"{n}{'perfect' if n <= 3 else 'not done'}" for n in range(1, 11)
    ])  # fmt: skip
    tiles(mat).first.click()
    mat.settle()
    mat.page.get_by_role("button", name="Save this set").click()
    mat.expect_set(1)
    assert [rep.perfect for rep in first_set.reps.order_by("number")] == [False, True, True]


def test_a_save_that_got_lost_is_sent_again(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.run(GET_READY + 5)
    mat.press("Space")
    mat.wait(10 * REP)
    expect_review(mat)
    mat.page.context.set_offline(True)
    mat.press("Space")
    expect(mat.page.get_by_role("alert")).to_contain_text("Not saved yet")
    mat.page.context.set_offline(False)
    expect(player.prompt(mat.page)).to_contain_text("10 reps done")
    mat.settle()
    assert [rep.perfect for rep in first_set.reps.order_by("number")] == [False] + [True] * 9


def test_pain_in_the_middle_takes_the_reps_done_so_far_with_it(whole, first_set):
    mat = whole()
    mat.press("Space")
    mat.run(GET_READY + 4)
    mat.press("Space")  # the first was off
    mat.wait(3 * REP)
    mat.expect_dots("fault", "perfect", "perfect", "next", *["todo"] * 6)
    mat.press("p")
    mat.page.wait_for_url("**/red-flags/")
    expect(mat.page.get_by_text("What you did is kept.")).to_be_visible()
    done = first_set.reps.order_by("number")
    assert [(rep.number, rep.perfect) for rep in done] == [(1, False), (2, True), (3, True)]
    assert all(rep.descent_seconds for rep in done)


def test_why_an_answer_was_refused_is_told_where_whole_sets_are_judged_as_well(whole):
    """One that was given before the scripts were there, or in a tab of before."""
    mat = whole()
    form = player.prompt(mat.page).locator("form").first
    form.evaluate("form => { form.elements.number.value = 0; form.requestSubmit(); }")
    mat.run_until_visible(player.prompt(mat.page).get_by_role("alert"))
    expect(mat.page.get_by_role("button", name="Perfect", exact=True)).to_be_visible()
