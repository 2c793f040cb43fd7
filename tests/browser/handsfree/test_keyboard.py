"""A whole workout by keyboard alone, from the first page to what was done."""

import re

import pytest
from playwright.sync_api import expect

from coaching.practice.models import Workout
from tests.browser import player, workouts
from tests.browser.handsfree.mat import NO_SOUND, Mat

pytestmark = pytest.mark.browser


def start(mat):
    """The three questions, as everywhere on the web: Tab, Space, Enter."""
    main = mat.page.get_by_role("main")
    mat.tab_to(main.get_by_role("button", name="Regularly"))
    mat.press("Enter")
    pain = mat.page.get_by_role("radio", name="0", exact=True)
    mat.tab_to(pain)
    mat.press("Space")
    mat.press("Enter")  # in a field it answers nothing
    expect(pain).to_be_checked()
    mat.tab_to(main.get_by_role("button", name=re.compile("^Yes")))
    mat.press("Enter")


def walk_to_the_first_set(mat):
    mat.expect_step("Reset")
    mat.press("s")
    mat.expect_state("running")
    mat.wait(120)
    mat.expect_state("done")
    mat.press("Space")
    mat.expect_step("Tension check")
    mat.press("ArrowLeft")  # not yet
    expect(mat.page.get_by_role("main")).to_contain_text("Try 2 of 3")
    mat.settle()
    mat.press("Space")
    mat.expect_step("First rep")
    mat.press("Space")
    expect(mat.page.get_by_role("main")).to_contain_text("try 2 of 2")
    mat.settle()
    mat.press("Space")
    mat.expect_step("Your floor")
    slider = mat.page.get_by_role("slider")
    before = int(slider.get_attribute("aria-valuenow"))
    mat.press("ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp")
    expect(slider).to_have_attribute("aria-valuenow", str(before - 2))
    mat.press("PageDown")
    mat.expect_set(1)
    mat.press("Space")  # what and why was read


def do_first_set(mat):
    """Ten reps, one of each kind of answer."""
    mat.expect_set(1)
    mat.expect_state("running")
    for number in range(1, 11):
        mat.expect_rep(number)
        mat.lower()
        if number == 3:
            mat.press("1")
            mat.expect_rep(4)
            mat.wait(1)
            mat.press("Backspace")
            mat.expect_rep(3)
            mat.lower()
            mat.press("2")
        elif number == 5:
            mat.press("ArrowLeft")
            expect(mat.page.get_by_role("dialog")).to_be_visible()
            mat.press("1", "2", "Space")
        elif number == 6:
            mat.press("PageUp", "PageUp")
        elif number == 7:
            mat.press("ArrowLeft", "Space")  # there was nothing after all
            expect(mat.page.get_by_role("dialog")).to_be_hidden()
            mat.press("Enter")
        else:
            mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("10 reps done")
    mat.wait(1)
    mat.press("Space")


def break_off_a_set(mat, number, doming):
    """Two reps, the second of which ends the set."""
    mat.expect_set(number)
    mat.expect_state("running")
    mat.lower()
    mat.press("Space")
    mat.expect_rep(2)
    mat.lower()
    mat.press(doming)
    expect(player.prompt(mat.page)).to_contain_text(f"Set {number} ends here")
    mat.wait(1)
    mat.press("Space")


def test_a_whole_workout_by_keyboard_alone(visit, content):
    page = visit("/")
    page.clock.install()
    page.add_init_script(NO_SOUND)
    page.goto("/")
    mat = Mat(page)
    start(mat)
    walk_to_the_first_set(mat)
    do_first_set(mat)
    workout = Workout.objects.get()
    said = player.saved_reps(workout.sets.get(number=1))
    assert [len(faults) for faults in said] == [0, 0, 1, 0, 2, 0, 0, 0, 0, 0]
    assert list(
        workout.sets.get(number=1)
        .reps.kept()
        .filter(perfect=False)
        .values_list("number", flat=True)
    ) == [3, 5, 6]

    mat.expect_step("Rest")
    mat.press("Space")
    doming = lambda number: str(  # noqa: E731
        content.variation(workout.sets.get(number=number).variation_id).faults.index("doming") + 1
    )
    break_off_a_set(mat, 2, doming(2))
    mat.expect_step("Rest")
    mat.press("ArrowLeft")  # thirty seconds more
    mat.wait(70)
    mat.expect_step("Rest")
    mat.wait(30)  # and then by itself
    break_off_a_set(mat, 3, doming(3))  # of a lighter movement
    mat.expect_step("Wrap-up")  # a second doming ends the raises of the day, planks too
    mat.press("Space")
    expect(page.get_by_text("Choose a number first")).to_have_count(2)  # seen, and said
    mat.press("1", "0")
    expect(page.get_by_role("radio", name="10")).to_be_checked()
    mat.press("2", "Space")
    expect(player.heading(page)).to_have_text("9 perfect of 14")
    workout.refresh_from_db()
    assert workout.ending == "done"


@pytest.mark.parametrize("way", ["paced", "at one's own pace"])
def test_a_set_is_ended_early_by_its_key(mat, first_set, way):
    """Rep by rep; what was done is kept. For a whole set: test_whole_set.py."""
    mat = mat(workouts.set_url(first_set.workout))
    if way == "paced":
        mat.press("s")
        mat.lower()
    else:
        mat.page.get_by_role("button", name="Without the pacer").click()
    mat.press("Space")
    mat.expect_rep(2)
    mat.press("e")
    mat.expect_step("Rest")
    assert player.saved_reps(first_set) == [()]
    mat.page.get_by_role("button", name="More", exact=True).click()
    menu = mat.page.get_by_role("dialog", name="More")
    expect(menu.get_by_role("button", name="Done")).to_be_visible()
    expect(menu.get_by_role("button", name="How to do it")).to_be_hidden()  # it is of a set
