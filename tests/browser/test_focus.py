"""After each swap the focus is somewhere, and somebody who only listens hears what was counted."""

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.player import Told

pytestmark = pytest.mark.browser

# A moment after a swap the primary button takes no key, so that a bouncing pedal is one answer.
BOUNCE = 450


@pytest.fixture
def page(visit, guest):
    return visit(workouts.set_url(workouts.at_set(guest)), user=guest)


def expect_focus(page, button):
    expect(player.prompt(page).get_by_role("button", name=button, exact=True)).to_be_focused()


def expect_said(page, told):
    said = page.locator("#said")
    expect(said).to_have_role("status")
    expect(said).to_contain_text(f"{told.perfect} perfect of {len(told.reps)} done.")


def test_after_each_answer_the_focus_is_on_perfect_and_the_tally_was_said(page, names, content):
    told = Told(names)
    for faults in [(), ("back-arched",), ("swung", "held-breath"), ()]:
        player.say_and_check(page, told, faults)
        expect_focus(page, "Perfect")
        expect_said(page, told)
        cue = expect(page.locator("#said"))  # once, and not again after the next rep
        news = cue.to_contain_text if len(told.reps) == 3 else cue.not_to_contain_text
        news(content.fault("held-breath").short_cue)


def test_after_taking_back_the_focus_is_on_perfect_and_the_tally_was_said(page, names):
    told = Told(names)
    player.say_and_check(page, told, ("back-arched",))
    player.take_back(page)
    told.reps.pop()
    player.expect_rep(page, 1)
    expect_focus(page, "Perfect")
    expect_said(page, told)


def test_a_pattern_is_said_too(page, names, content):
    told = Told(names)
    for _twice in range(2):
        player.say_and_check(page, told, ("back-arched",))
    expect(page.locator("#said")).to_contain_text(content.fault("back-arched").stronger)
    expect_focus(page, "Perfect")


def test_after_the_last_rep_the_focus_is_on_what_comes_next(page, names):
    told = Told(names)
    for _rep in range(told.target):
        player.say_and_check(page, told, ())
    expect_focus(page, "Rest")
    expect_said(page, told)


def test_a_set_that_ended_takes_the_focus_along(page, names):
    told = Told(names)
    player.say_and_check(page, told, ("doming",))
    expect_focus(page, "Go on with: Bent-knee lowering")
    expect_said(page, told)


def test_a_wrong_answer_keeps_the_focus_and_is_said_at_once(page):
    player.prompt(page).locator("input[name=number]").first.evaluate("field => field.value = 0")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("A rep has a number")
    expect_focus(page, "Perfect")


def test_a_refusal_leaves_the_focus_on_the_way_on(page, names):
    told = Told(names)
    player.say_and_check(page, told, ())
    page.evaluate("document.activeElement.form.elements.number.value = 1")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("already counted")
    expect_focus(page, "Perfect")


def walk_to(page, target, key="Tab"):
    """By keyboard, as somebody does who has nothing else."""
    for _stop in range(30):
        page.keyboard.press(key)
        if target.evaluate("button => button === document.activeElement"):
            return
    pytest.fail(f"{key} never comes to {target}")


def test_the_list_of_faults_keeps_tab_and_gives_the_focus_back(page):
    player.spoil(page)
    opener = player.prompt(page).locator("button[popovertarget=faults][data-key=off]:visible")
    walk_to(page, opener)
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    inside = "document.querySelector('[popover]:popover-open').contains(document.activeElement)"
    for key in ["Shift+Tab"] * 2 + ["Tab"] * 14:
        page.keyboard.press(key)
        assert page.evaluate(inside), key
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("press", ["Enter", "Space"])
def test_a_button_that_was_walked_to_means_what_it_says(page, names, key, press):
    told = Told(names)
    for _twice in range(2):
        player.say_and_check(page, told, ())
    walk_to(page, player.tally(page).get_by_role("button", name="Take back"), key)
    page.wait_for_timeout(BOUNCE)
    page.keyboard.press(press)
    told.reps.pop()
    player.expect_rep(page, 2)
    player.expect_tally(page, told)


def test_the_end_of_a_set_by_keyboard(visit, guest, names):
    told = Told(names, reps=[(), ("back-arched",), *[()] * 5])
    workout = workouts.at_set(guest, reps=told.reps)
    page = visit(workouts.set_url(workout), user=guest)
    player.begin(page)
    for key in ("Space", "Enter", "PageDown"):
        player.expect_rep(page, len(told.reps) + 1)
        page.wait_for_timeout(BOUNCE)
        page.keyboard.press(key)
        told.reps.append(())
        player.expect_tally(page, told)
    page.wait_for_timeout(BOUNCE)
    page.keyboard.press("Enter")
    player.expect_step(page, "Rest")


def test_the_focus_can_always_be_seen(page):
    for _stop in range(16):
        page.keyboard.press("Tab")
        unseen = page.evaluate(
            """() => {
              const at = document.activeElement;
              const rings = [at, at.parentElement, ...(at.labels ?? [])].filter((each) => {
                const { outlineStyle, outlineWidth } = getComputedStyle(each);
                return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
              });
              return at === document.body || rings.length ? null : at.outerHTML.slice(0, 200);
            }"""
        )
        assert unseen is None
