"""The states of a running set: accessible, and the focus where the next action is."""

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.axe import Findings
from tests.browser.handsfree.mat import GET_READY, REP
from tests.browser.sizes import PHONE, SCREENS, each_size

pytestmark = pytest.mark.browser

FROM_AFAR = {**SCREENS, "television": {"width": 1920, "height": 1080}}


def walk_every_rep(mat, look):
    """A set judged rep by rep, stopping at each state it can be in."""
    look(mat, "idle")
    mat.press("s")
    look(mat, "get ready")
    mat.wait(GET_READY + 1)
    look(mat, "lift")
    mat.press("Space")
    look(mat, "rushed?")
    mat.press("Space")
    mat.expect_rep(2)
    mat.wait(5.5)
    look(mat, "lower")
    mat.press("s")
    look(mat, "paused")
    mat.press("s")
    mat.hide()
    mat.come_back()
    look(mat, "hidden")
    mat.press("s")
    mat.lower()
    look(mat, "waiting")
    mat.press("ArrowLeft")
    look(mat, "the list of faults")
    mat.press("1")
    look(mat, "a fault ticked")
    mat.press("Space")
    mat.expect_rep(3)
    mat.lower()
    mat.press("1")
    mat.expect_rep(4)
    expect(player.prompt(mat.page)).to_contain_text("two in a row")
    look(mat, "a pattern")
    mat.press("?")
    look(mat, "the menu")
    mat.press("Backspace")
    mat.page.route("**/reps/", lambda route: route.abort())
    mat.lower()
    mat.press("Space")
    expect(mat.page.get_by_role("alert")).to_be_visible()
    look(mat, "not saved yet")


def walk_whole_set(mat, look):
    mat.page.get_by_role("main").get_by_role("radio", name="After the whole set").check()
    look(mat, "whole set, idle")
    mat.press("Space")
    mat.wait(GET_READY + 4)
    mat.press("Space")
    mat.wait(REP)
    look(mat, "whole set, running")
    mat.press("s")
    look(mat, "whole set, paused")
    mat.page.reload()
    mat.page.wait_for_load_state()
    look(mat, "whole set, taken up again")
    mat.press("Space")
    mat.wait(GET_READY + REP)
    mat.press("e")
    mat.page.wait_for_url("**/review/")
    mat.expect_step("How were they?")
    mat.press("Space")
    expect(mat.page.get_by_role("heading", name="Set 1 ends here")).to_be_visible()
    look(mat, "whole set, ended early")


@pytest.mark.parametrize("walk", [walk_every_rep, walk_whole_set])
def test_axe_finds_nothing_in_any_state(mat, guest, walk):
    axe = Findings({"phone": PHONE})
    mat = mat(workouts.set_url(workouts.at_set(guest)))
    walk(mat, lambda mat, name: axe.look(mat.page, name))
    axe.tell()


def test_axe_finds_nothing_in_a_rest_and_a_plank_under_way(mat, guest):
    axe = Findings({"phone": PHONE})
    workout = workouts.at_set(guest)
    workout.sets.update(target=1)
    mat = mat(workouts.set_url(workout))
    for number in (1, 2, 3):
        mat.expect_set(number)
        player.begin(mat.page)
        mat.press("Space")
        expect(player.prompt(mat.page)).to_contain_text("1 rep done")
        mat.wait(1)
        mat.press("Space")
        if number < 3:
            mat.expect_step("Rest")
            axe.look(mat.page, "rest")
            mat.press("s")
            axe.look(mat.page, "rest, paused")
            mat.press("Space")
    mat.expect_step("Plank")
    mat.press("s")
    mat.wait(GET_READY + 5)
    axe.look(mat.page, "plank")
    axe.tell()


def test_the_phase_is_read_from_two_metres(mat, workout):
    mat = mat(workouts.set_url(workout))
    mat.press("s")
    mat.wait(GET_READY + 4)
    least = {"phone": 40, "on-its-side": 32, "wide": 48, "television": 64}
    for screen in each_size(mat.page, FROM_AFAR):
        size = mat.part("phase").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= least[screen], screen


def test_the_focus_goes_where_the_next_action_is(mat, guest):
    mat = mat(workouts.set_url(workouts.at_set(guest)))
    mat.tab_to(mat.page.get_by_role("button", name="Start"))
    mat.press("Enter")
    # While a rep is paced Space means perfect, so the focus is on no button.
    paced = expect(
        mat.page.locator("[tabindex='-1']:focus").get_by_role("button", name="Not perfect")
    )
    paced.to_be_visible()
    mat.lower()
    mat.expect_focus("^Perfect$")
    mat.press("Space")
    mat.expect_rep(2)
    paced.to_be_visible()
    said = mat.page.locator("#said")
    expect(said).to_have_text("1 perfect of 1 done.")
    mat.lower()
    mat.press("1")
    mat.expect_rep(3)
    paced.to_be_visible()
    expect(said).to_contain_text("1 perfect of 2 done.")
    # The words under the figure change every second: nobody wants them read out.
    assert mat.part("phase").evaluate("e => e.closest('[aria-live], [role=status]')") is None


def test_a_set_by_names_and_roles_alone(mat, first_set):
    """What a screen reader has: no picture, no place on the screen."""
    mat = mat(workouts.set_url(first_set.workout))
    button = lambda name: mat.page.get_by_role("button", name=name, exact=True)  # noqa: E731
    button("Start").press("Enter")
    mat.lower()
    button("Perfect").press("Enter")
    mat.expect_rep(2)
    mat.lower()
    button("Something else").press("Enter")
    mat.page.get_by_role("checkbox", name="Rested").press("Space")
    button("Save rep 2").press("Enter")
    mat.expect_rep(3)
    button("Take back").press("Enter")
    mat.expect_rep(2)
    mat.lower()
    button("Perfect").press("Enter")
    mat.expect_rep(3)
    mat.lower()
    button("Perfect").press("Enter")
    expect(button("Rest")).to_be_visible()
    mat.wait(1)
    button("Rest").press("Enter")
    mat.expect_step("Rest")
    mat.page.get_by_role("link", name="Start set 2").press("Enter")
    mat.expect_set(2)
    assert player.saved_reps(first_set) == [()] * 3
