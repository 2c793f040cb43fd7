"""A whole workout by the buttons of a headset alone: next, previous, play, pause."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.mat import TOUCHED

pytestmark = pytest.mark.browser


def walk_to_the_first_set(mat):
    mat.hear("next")
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
    mat.hear("next")
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
    workout = workouts.at_step(guest, 1, reps=3)
    mat = mat(workouts.step_url(workout, 1), TOUCHED)
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
    mat.hear("next")
    mat.expect_step("Wrap-up")
    mat.hear("previous")
    mat.hear("next")
    expect(player.heading(mat.page)).to_have_text("6 perfect of 9")
    workout.refresh_from_db()
    assert workout.ending == "done"


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
