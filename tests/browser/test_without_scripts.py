"""With JavaScript off the same workout is forms and redirects."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.player import Told

pytestmark = pytest.mark.browser

FIRST_SET = [
    (),
    ("back-arched",),
    ("back-arched", "held-breath"),
    *[()] * 6,
    ("rushed-down", "swung"),
    (),
]
SECOND_SET = [(), ("doming",)]
THIRD_SET = [("head-lifted",), *[()] * 9]
ALL = [*FIRST_SET, *SECOND_SET, *THIRD_SET]


def test_the_whole_routine_runs_without_javascript(visit, names):
    page = visit(scripts=False)
    player.start_as_newcomer(page)
    player.answer_step(page, "Reset")
    player.answer_step(page, "Tension check", no=True)
    player.answer_step(page, "Tension check")
    player.answer_step(page, "First rep")
    player.answer_step(page, "First rep")
    player.expect_step(page, "Your floor")
    degrees = page.get_by_label("Your floor, in degrees")
    expect(page.get_by_role("button", name="Go on without a floor")).to_be_visible()
    degrees.fill("31")
    expect(page.get_by_role("button", name="This is my floor")).to_be_visible()
    degrees.press("Enter")
    player.expect_rep(page, 1)

    told = Told(names)
    for faults in FIRST_SET:
        player.say_and_check(page, told, faults)
        if len(told.reps) == 4:
            player.take_back(page)
            told.reps.pop()
            player.expect_rep(page, 4)
            player.say_and_check(page, told, faults)
    player.press_next(page)
    player.expect_step(page, "Rest")
    player.press_next(page)

    told = Told(names)
    for faults in SECOND_SET:
        player.say_and_check(page, told, faults)
    page.get_by_role("button", name=re.compile("^Go on with:")).click()
    player.expect_step(page, "Rest")
    player.press_next(page)

    told = Told(names)
    for faults in THIRD_SET:
        player.say_and_check(page, told, faults)
    player.press_next(page)
    player.answer_step(page, "Plank")
    player.answer_step(page, "Wrap-up", pain=0)
    expect(player.heading(page)).to_have_text(f"{ALL.count(())} perfect of {len(ALL)}")
    expect(page.get_by_role("main")).to_contain_text("31°")


def test_twice_the_same_fault_offers_to_stop_higher_without_javascript(visit, names):
    page = visit(scripts=False)
    player.start_as_newcomer(page)
    player.walk_to_set(page)
    told = Told(names)
    for _rep in range(2):
        player.say_and_check(page, told, ("back-arched",))
    page.get_by_role("button", name="Stop at 36° from now on").click()
    player.expect_rep(page, 3)
    expect(page.get_by_role("img", name="Lying on the back")).to_contain_text("36°")
    player.expect_tally(page, told)


def test_a_number_that_is_no_angle_is_explained_without_javascript(visit):
    page = visit(scripts=False)
    player.start_as_newcomer(page)
    player.walk_to_floor(page)
    degrees = page.get_by_label("Your floor, in degrees")
    # The browser's own check stands before ours; a phone that has none sends it as it is.
    degrees.evaluate("field => field.form.noValidate = true")
    degrees.fill("120")
    player.press_next(page)
    expect(page.get_by_text("Your floor is an angle from 0° to 90°.")).to_be_visible()
    expect(degrees).to_have_value("120")
    degrees.fill("26")
    player.answer_step(page, "Your floor")
    player.expect_rep(page, 1)


def test_pain_ends_the_workout_and_a_wrong_tap_resumes_it_without_javascript(visit, names):
    page = visit(scripts=False)
    player.start_as_newcomer(page)
    player.walk_to_set(page)
    told = Told(names)
    player.say_and_check(page, told, ())
    page.get_by_role("button", name="Pain", exact=True).first.click()
    expect(player.heading(page)).to_have_text("Stop here for today")
    page.get_by_role("button", name="Pain was a wrong tap: go on training").click()
    player.expect_rep(page, 2)
    player.expect_tally(page, told)


def test_a_set_ends_early_from_the_menu_without_javascript(visit, guest):
    workout = workouts.at_set(guest, reps=[(), ("back-arched",)])
    page = visit(workouts.set_url(workout), user=guest, scripts=False)
    menu = player.open_menu(page)
    menu.get_by_role("button", name="End the set here").click()
    player.expect_step(page, "Rest")
    assert player.saved_reps(workouts.first_set(workout)) == [(), ("back-arched",)]


def test_why_the_first_rep_was_refused_stands_in_the_first_screen(visit, guest):
    page = visit(workouts.set_url(workouts.at_set(guest)), user=guest, scripts=False)
    page.locator("input[name=number]").first.evaluate("field => field.value = 0")
    player.say_perfect(page)
    why = player.prompt(page).get_by_role("alert")
    expect(why).to_contain_text("A rep has a number from 1 to 50.")
    expect(why).to_be_in_viewport(ratio=1)
