"""Every screen of a workout at every size: a set, its sheets, and the parts around it."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coaching.practice import actions
from tests.browser import player, states, workouts
from tests.browser.handsfree.mat import GET_READY, REP
from tests.browser.handsfree.table import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.worded]

PHONE = {"viewport": SIZES["390 × 664"]}


def send_wrong_number(mat, number):
    fields = player.prompt(mat.page).locator("input[name=number]")
    fields.evaluate_all(f"fields => fields.forEach((field) => {{ field.value = {number}; }})")
    mat.press("Space")


def look_anew(table, page, name):
    """A figure that has another size than the one before."""
    table.sizes.clear()
    table.look(page, name)


def look_at_the_sheets(mat, table):
    sheet = player.open_sheet(mat.page)
    table.look(mat.page, "all faults")
    player.tick(sheet.get_by_role("checkbox").first)
    table.look(mat.page, "a fault ticked")
    sheet.get_by_role("button", name="Back").click()
    player.open_menu(mat.page)
    table.look(mat.page, "the menu")
    mat.page.get_by_role("button", name="How to do it").click()
    sheet = mat.page.get_by_role("dialog", name="Lying leg raise")
    expect(sheet).to_be_visible()
    table.look(mat.page, "how to do it")
    sheet.get_by_role("button", name="Back to the set").click()


def test_paced_and_judged_rep_by_rep(mat, guest, table):
    workout = workouts.at_set(guest)
    workout.sets.update(target=5)
    mat = mat(workouts.set_url(workout), **PHONE)
    table.look(mat.page, "intro")
    mat.press("Space")
    mat.wait(GET_READY + 1)
    mat.expect_state("running")
    table.look(mat.page, "moving, paced")
    mat.lower()
    table.look(mat.page, "question")
    mat.press("1")
    mat.expect_rep(2)
    mat.wait(5.5)
    mat.press("s")
    table.look(mat.page, "paused")
    mat.press("s")
    mat.lower()
    table.look(mat.page, "question, after a fault")
    mat.press("1")
    mat.expect_rep(3)
    mat.lower()
    expect(player.prompt(mat.page).get_by_role("button", name="Stop at 36°")).to_be_visible()
    table.look(mat.page, "question, with a suggestion")
    look_at_the_sheets(mat, table)
    mat.page.route("**/reps/", lambda route: route.abort())
    mat.press("Space")
    expect(mat.page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    table.look(mat.page, "unsent")
    mat.page.unroute("**/reps/")
    mat.press("Space")
    mat.expect_rep(4)
    mat.wait(5.5)
    mat.press("Space")
    expect(mat.page.get_by_role("heading", name="Rushed?")).to_be_visible()
    table.look(mat.page, "rushed?")
    mat.press("Space")
    mat.expect_rep(5)
    mat.lower()
    send_wrong_number(mat, 2)
    expect(player.prompt(mat.page).get_by_role("alert")).to_be_visible()
    table.look(mat.page, "refused")
    mat.wait(1)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("5 reps done")
    table.look(mat.page, "over by target")


def test_at_ones_own_pace_and_ended_by_doming(mat, guest, table):
    workout = workouts.at_set(guest, reps=[()])
    mat = mat(workouts.set_url(workout), **PHONE)
    table.look(mat.page, "ready")
    mat.page.get_by_role("button", name="My own pace").click()
    table.look(mat.page, "moving, at one's own pace")
    mat.page.get_by_role("button", name="Not perfect", exact=True).click()
    table.look(mat.page, "question, at one's own pace")
    # One tap on a phone.
    player.prompt(mat.page).get_by_role("button", name="Doming", exact=True).first.click()
    expect(player.prompt(mat.page)).to_contain_text("Set 1 ends here")
    table.look(mat.page, "over by doming")
    # Other movements have other figures, and names and faults of other lengths.
    actions.complete_workout(workout=workout, ending="stopped")
    states.walk_other_movements(mat.page, guest, lambda page, name: look_anew(table, page, name))


def mark_every_fault(page):
    main = page.get_by_role("main")
    faults = main.get_by_role("group", name="What went wrong").get_by_role("button")
    names = [name.strip() for name in faults.all_text_contents()]
    for number, fault in enumerate(faults.all()):
        fault.click()
        for rep in (1, 2, 15) if number < 2 else (1, 15):
            main.get_by_role("button", name=re.compile(f"^{rep}(?!\\d)")).first.click()
    tile = main.locator("ol.tiles .tile")
    expect(tile.nth(0)).to_have_text(f"1{names[0]} + {len(names) - 1}")
    expect(tile.nth(1)).to_have_text(f"2{names[0]}, {names[1]}")


def stay_beside_the_way_on(page, name):
    """What follows by itself says so beside the button that it will press."""
    stay = page.get_by_role("button", name="Stay")
    boxes = [stay.bounding_box(), page.get_by_role("button", name=name).bounding_box()]
    stay.click()
    assert boxes[1]["x"] + boxes[1]["width"] < boxes[0]["x"]
    assert boxes[0]["y"] > boxes[1]["y"] - boxes[1]["height"]


def test_the_whole_set_in_one_go(mat, guest, table):
    workout = workouts.at_set(guest)
    workout.sets.update(target=15)
    mat = mat(workouts.set_url(workout), **PHONE)
    mat.page.get_by_role("main").get_by_role("radio", name="After the whole set").check()
    mat.press("Space")
    mat.wait(GET_READY + REP + 2)
    table.look(mat.page, "whole set, running")
    mat.press("s")
    table.look(mat.page, "whole set, paused")
    mat.page.reload()
    mat.page.wait_for_load_state()
    table.look(mat.page, "whole set, taken up again")
    mat.press("Space")
    mat.wait(GET_READY + 14 * REP + 1)
    mat.expect_step("How were they?")
    stay_beside_the_way_on(mat.page, "Save this set")
    table.look(mat.page, "review, fifteen and nothing marked")
    mark_every_fault(mat.page)
    table.look(mat.page, "review, with every fault in one rep")
    mat.page.reload()
    mat.expect_step("How were they?")
    expect(mat.page.get_by_role("main").locator("ol.tiles .tile")).to_have_count(15)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("All of them perfect.")
    table.look(mat.page, "fifteen done")


def test_the_parts_before_the_sets(mat, guest, table):
    mat = mat(reverse("red_flags"), **PHONE)
    states.walk_the_steps(mat.page, guest, table.look)
    workout = workouts.at_step(guest, 2)
    mat.page.goto(workouts.step_url(workout, 2))
    mat.press("s")
    mat.wait(GET_READY + 2)
    mat.expect_state("running")
    table.look(mat.page, "drill, under way")


def test_a_rest_a_plank_the_last_question_and_what_follows_pain(mat, guest, table):
    workout = workouts.at_set(guest, reps=[(), ("back-arched",)])
    workout.sets.update(target=2)
    mat = mat(workouts.set_url(workout), **PHONE)
    table.look(mat.page, "set done")
    player.press_next(mat.page)
    mat.expect_step("Rest")
    table.look(mat.page, "rest")
    mat.press("s")
    table.look(mat.page, "rest, paused")
    for each in workout.sets.all():
        actions.complete_set(workout_set=each)
    mat.page.goto(reverse("workout", args=[workout.pk]))
    mat.expect_step("Plank")
    table.look(mat.page, "plank")
    mat.press("s")
    mat.wait(GET_READY + 5)
    mat.expect_state("running")
    table.look(mat.page, "plank, under way")
    player.answer_step(mat.page, "Plank")
    mat.expect_step("Wrap-up")
    states.send_unchecked(mat.page)
    expect(mat.page.get_by_text("Choose a number from 0 to 10.")).to_be_visible()
    table.look(mat.page, "wrap-up, 422")
    player.choose_pain(mat.page, 2)
    mat.page.get_by_role("button", name="Stay").click()
    table.look(mat.page, "wrap-up, answered")
    mat.page.get_by_role("button", name="Pain", exact=True).click()
    player.expect_heading(mat.page, "Stop here for today")
    table.look(mat.page, "after pain")


def test_a_perfect_rep_is_one_tap_at_ones_own_pace(mat, guest):
    workout = workouts.at_step(guest, len(workouts.ANSWERS) + 1, reps=3)
    mat = mat(workouts.set_url(workout))
    mat.page.get_by_role("button", name="Without the pacer").click()
    for number in (2, 3):
        mat.page.get_by_role("button", name="Perfect", exact=True).click()
        mat.expect_rep(number)
        mat.wait(1)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")
    # One more has a key; so has the one after that.
    mat.wait(1)
    mat.press("m")
    expect(player.prompt(mat.page)).to_contain_text("4 reps done")
    mat.wait(1)
    mat.press("+")
    expect(player.prompt(mat.page)).to_contain_text("5 reps done")
    assert player.saved_reps(workouts.first_set(workout)) == [()] * 5


def test_how_to_do_it_leaves_a_set_where_it_is(mat, first_set):
    mat = mat(workouts.set_url(first_set.workout))
    mat.press("s")
    mat.wait(GET_READY + 1)
    mat.page.get_by_role("button", name="More", exact=True).click()
    mat.page.get_by_role("button", name="How to do it").click()
    sheet = mat.page.get_by_role("dialog", name="Lying leg raise")
    expect(sheet.get_by_role("listitem").first).to_be_visible()
    mat.expect_state("paused")
    sheet.get_by_role("button", name="Back to the set").click()
    expect(sheet).to_be_hidden()
    expect(mat.page.get_by_role("dialog")).to_have_count(0)
    mat.press("s")
    mat.lower()
    mat.expect_rep(1)
