"""A whole workout by the buttons of a headset alone: next, previous, play, pause."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.mat import COUNTED, TOUCHED
from tests.factories.progression import PlacementFactory

pytestmark = pytest.mark.browser

TO_LEAD_ON = 6  # seconds after which what is over leads on by itself


def begin(mat, guest):
    """The only touches: to start, and one in the player; before it no browser hears a headset."""
    player.press_start(mat.page)
    mat.expect_step("Place and body")
    guest.workouts.get().sets.update(target=3)
    mat.page.wait_for_load_state()  # before that the browser says itself what is missing
    mat.page.get_by_role("button", name="I am ready").click()


def walk_to_the_first_set(mat):
    expect(mat.page.get_by_text("On a headset, previous counts up.").first).to_be_visible()
    mat.hear("previous")
    mat.hear("previous")
    expect(mat.page.get_by_role("radio", name="1", exact=True)).to_be_checked()
    mat.hear("next")
    mat.expect_step("Reset")
    mat.hear("play")
    mat.expect_state("running")
    mat.hear("pause")
    mat.expect_state("paused")
    mat.hear("play")
    mat.expect_state("running")
    mat.wait(120)
    mat.expect_state("done")
    mat.run(TO_LEAD_ON)
    mat.expect_step("Tension check")
    mat.hear("next")
    mat.expect_step("First rep")
    mat.hear("next")
    expect(mat.page.get_by_role("main")).to_contain_text("try 2 of 2")
    mat.settle()
    mat.hear("previous")  # not stable at the second angle
    mat.expect_step("Your floor")
    slider = mat.page.get_by_role("slider")
    before = int(slider.get_attribute("aria-valuenow"))
    assert before == int(slider.get_attribute("aria-valuemax"))  # nobody has found one before
    mat.hear("previous")
    mat.hear("previous")
    expect(slider).to_have_attribute("aria-valuenow", str(before - 10))
    mat.hear("next")
    mat.expect_set(1)
    mat.expect_state("idle")  # what and why is read first
    mat.hear("play")


def do_a_set(mat, number):
    """Perfect; off, without a name; opened by mistake, and perfect."""
    mat.expect_set(number)
    mat.expect_state("running")
    mat.lower()
    mat.hear("next")
    mat.expect_rep(2)
    mat.lower()
    mat.hear("previous")
    expect(mat.page.get_by_role("dialog")).to_be_visible()
    mat.hear("previous")
    mat.expect_rep(3)
    mat.lower()
    mat.hear("previous")
    mat.hear("next")
    expect(mat.page.get_by_role("dialog")).to_be_hidden()
    mat.hear("next")
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")
    mat.wait(1)
    mat.hear("next")


def test_a_whole_workout_by_headset_alone(mat, guest):
    PlacementFactory(person=guest, variation_id="lying-raise")
    mat = mat("/", COUNTED)
    begin(mat, guest)
    walk_to_the_first_set(mat)
    do_a_set(mat, 1)
    mat.expect_step("Rest")
    mat.hear("previous")
    mat.wait(80)
    mat.expect_step("Rest")
    mat.hear("next")
    do_a_set(mat, 2)
    mat.expect_step("Rest")
    mat.wait(61)
    do_a_set(mat, 3)
    mat.expect_step("Plank")
    mat.expect_state("running")
    mat.wait(60)
    mat.run(TO_LEAD_ON)
    mat.expect_step("Wrap-up")
    mat.hear("previous")
    mat.hear("next")
    expect(player.heading(mat.page)).to_have_text("6 perfect of 9")
    assert guest.workouts.get().ending == "done"
    assert mat.touches == 2


def test_rushed_is_answered_by_headset(mat, first_set):
    mat = mat(workouts.set_url(first_set.workout), TOUCHED)
    mat.hear("play")
    mat.wait(12)
    mat.hear("next")
    expect(mat.page.get_by_role("heading", name="Rushed?")).to_be_visible()
    mat.hear("previous")
    mat.expect_rep(2)
    assert player.saved_reps(first_set) == [("rushed-down",)]

    mat.wait(7)  # two seconds of breath, three up, two of three down
    mat.hear("next")
    mat.hear("next")
    mat.expect_rep(3)
    rep = first_set.reps.get(number=2)
    assert rep.perfect
    assert 1.9 <= rep.descent_seconds < 3  # perfect, but not a paced descent


def test_one_more_rep_by_headset(mat, guest):
    """Pause keeps the set from going on by itself, and play says one more, and another."""
    workout = workouts.at_step(guest, len(workouts.ANSWERS) + 1, reps=1)
    mat = mat(workouts.set_url(workout), TOUCHED)
    mat.hear("play")
    mat.lower()
    mat.hear("next")
    expect(player.prompt(mat.page)).to_contain_text("1 rep done")
    going_on = mat.page.get_by_text(re.compile(r"^Going on in \d$"))
    expect(going_on).to_be_visible()
    mat.hear("pause")
    expect(going_on).to_be_hidden()
    for number, button in [(2, "play"), (3, "pause")]:
        mat.hear(button)
        expect(player.prompt(mat.page)).to_contain_text(f"{number} reps done")
        expect(going_on).to_be_hidden()
        mat.wait(1)
    mat.hear("previous")
    mat.hear("previous")
    expect(player.prompt(mat.page)).to_contain_text("4 reps done")
    said = workouts.first_set(workout).reps.order_by("number").values_list("perfect", flat=True)
    assert list(said) == [True, True, True, False]
    mat.wait(1)
    mat.hear("next")
    mat.expect_step("Rest")


def test_who_was_paced_last_time_need_not_ask_for_it_again(mat, guest):
    """The first drill begins by itself, until somebody goes at their own pace or says "Pain"."""
    workout = workouts.at_step(guest, 1)
    mat = mat(workouts.step_url(workout, 1))
    player.choose_pain(mat.page, 0)
    mat.run(4)
    mat.expect_step("Reset")
    mat.expect_state("idle")
    mat.press("s")
    mat.expect_state("running")
    mat.page.evaluate("sessionStorage.clear()")  # as in the next workout
    mat.page.goto(workouts.step_url(workout, 1))
    mat.page.get_by_role("link", name="Back to where you are").click()
    mat.expect_step("Reset")
    mat.expect_state("running")
    mat.press("p")
    mat.page.wait_for_url("**/red-flags/")
    mat.page.get_by_role("button", name="Pain was a wrong tap").click()
    mat.expect_step("Reset")
    mat.expect_state("idle")
