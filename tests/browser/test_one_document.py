"""A workout is one document: its parts are swapped, and what one touch allowed lasts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.mat import COUNTED, GET_READY, NO_SOUND, REP, Mat

pytestmark = pytest.mark.browser

# Every audio context and every lock on the screen that a page asks for.
WATCHED = """
  window.contexts = [];
  window.AudioContext = class extends AudioContext {
    constructor(...options) { super(...options); contexts.push(this); }
  };
  window.locks = 0;
  Object.defineProperty(navigator, "wakeLock", { value: { async request() {
    locks += 1;
    return Object.assign(new EventTarget(), { release: async () => {} });
  } } });
"""


def loads_of(page):
    urls = []
    page.on("request", lambda each: urls.append(each.url) if each.is_navigation_request() else None)
    return urls


def expect_address(page, path):
    expect(page).to_have_url(re.compile(f"{path}$"))


def test_one_touch_lasts_from_the_first_part_to_the_last(visit, guest):
    workout = workouts.at_step(guest, 1)
    workout.sets.update(target=1)
    page = visit(user=guest)
    page.add_init_script(WATCHED)
    loads = loads_of(page)
    page.goto(workouts.step_url(workout, 1))
    player.choose_pain(page, 0)
    player.press_next(page)
    player.expect_step(page, "Reset")
    expect(page).to_have_title("Reset · legraises")
    expect(player.heading(page)).to_be_focused()
    player.open_menu(page).get_by_role("button", name="Full screen").click()  # closes it
    player.press_next(page)
    player.expect_step(page, "Tension check")
    page.go_back()
    player.expect_step(page, "Reset")
    expect_address(page, workouts.step_url(workout, 2))
    page.get_by_role("link", name="Back to where you are").click()
    for title in ("Tension check", "First rep"):
        player.answer_step(page, title)
    expect(page.get_by_role("main")).to_contain_text("try 2 of 2")
    player.answer_step(page, "First rep")
    page.get_by_label("Your floor, in degrees").fill("95")
    page.locator("main form").evaluate("form => { form.noValidate = true }")
    player.answer_step(page, "Your floor")  # 422: the same part, with what is wrong
    expect(page.get_by_label("Your floor, in degrees")).to_be_focused()
    page.get_by_label("Your floor, in degrees").fill("30")
    player.answer_step(page, "Your floor")
    for number in (1, 2, 3):
        player.expect_rep(page, 1)
        expect_address(page, workouts.set_url(workout, number))
        player.say_perfect(page)
        expect(player.prompt(page)).to_contain_text("1 rep done")
        player.press_next(page)
        if number < 3:
            player.answer_step(page, "Rest")
    player.answer_step(page, "Plank")
    player.expect_step(page, "Wrap-up")
    assert page.evaluate("contexts.map(each => each.state)") == ["running"]
    assert page.evaluate("locks") == 1
    assert page.evaluate("document.fullscreenElement !== null")
    full = player.open_menu(page).get_by_role("button", name="Full screen")
    expect(full).to_have_attribute("aria-pressed", "true")
    assert len(loads) == 1
    page.reload()
    player.expect_step(page, "Wrap-up")
    player.choose_pain(page, 0)
    player.press_next(page)
    expect(player.heading(page)).to_have_text("3 perfect of 3")
    expect_address(page, "/summary/")
    expect(page.locator("body.player")).to_have_count(0)


def test_an_answer_to_a_step_that_got_lost_is_kept_and_sent_again(visit, guest):
    workout = workouts.at_step(guest, 3)
    page = visit(workouts.step_url(workout, 3), user=guest)
    page.route("**/steps/3/", lambda route: route.abort("connectionfailed"))
    player.answer_step(page, "Tension check")
    expect(page.get_by_role("alert")).to_contain_text("Not saved yet")
    page.unroute("**/steps/3/")
    page.get_by_role("button", name="Try now").click()
    player.expect_step(page, "First rep")
    assert workout.answers.filter(position=3).count() == 1


def test_after_pain_nothing_goes_on_by_itself(visit, guest):
    workout = workouts.at_step(guest, 2)
    page = visit(user=guest)
    page.clock.install()
    page.add_init_script(NO_SOUND)
    page.goto(workouts.step_url(workout, 2))
    mat = Mat(page)
    mat.press("s")
    mat.expect_state("running")
    page.route("**/pain/", lambda route: route.abort("connectionfailed"))
    mat.press("p")
    expect(page.get_by_role("alert")).to_contain_text("Not saved yet")
    mat.expect_state("paused")
    mat.wait(3)
    player.expect_step(page, "Reset")
    page.unroute("**/pain/")
    mat.wait(3)
    player.expect_heading(page, "Stop here for today")
    page.get_by_role("button", name="Pain was a wrong tap").click()
    mat.expect_step("Reset")
    mat.expect_state("idle")


def walk(visit, guest, *, judging, press, scale):
    """The whole routine, all perfect, two reps a set; `scale` says that nothing hurts."""
    workout = workouts.at_step(guest, 1, reps=2)
    page = visit(user=guest)
    page.clock.install()
    page.add_init_script(NO_SOUND + COUNTED)
    page.add_init_script(f"localStorage['legraises.player'] ??= '{{\"judging\": \"{judging}\"}}'")
    page.goto(workouts.step_url(workout, 1))
    mat = Mat(page)
    mat.expect_step("Place and body")
    scale(page)
    mat.count_down(3)
    mat.expect_step("Reset")
    press(page, "Pace me")
    mat.expect_state("running")
    mat.wait(120)
    mat.count_down(3)
    for title in ("Tension check", "First rep"):
        mat.expect_step(title)
        press(page, "next")
    expect(page.get_by_role("main")).to_contain_text("try 2 of 2")
    mat.settle()
    press(page, "next")
    mat.expect_step("Your floor")
    press(page, "next")
    for number in (1, 2, 3):
        mat.expect_set(number)
        if number == 1:
            press(page, "next")  # what and why was read
        mat.expect_state("running")
        if judging == "every":
            for rep in (1, 2):
                mat.expect_rep(rep)
                mat.lower()
                press(page, "perfect")
            expect(player.prompt(page)).to_contain_text("2 reps done")
        else:
            mat.wait(GET_READY + 2 * REP)
            mat.expect_step("How were they?")
            expect(page.get_by_role("button", name="Stay")).to_be_visible()
            mat.count_down(10)
            expect(player.prompt(page)).to_contain_text("2 reps done")
        mat.count_down(5)
        if number < 3:
            mat.expect_step("Rest")
            mat.wait(61)
    mat.expect_step("Plank")
    mat.expect_state("running")
    mat.wait(60)
    mat.count_down(3)
    mat.expect_step("Wrap-up")
    scale(page)
    mat.count_down(3)
    expect(player.heading(page)).to_have_text("6 perfect of 6")
    return mat.touches


def touch(page, what):
    if what == "Pace me":
        page.get_by_role("button", name=what).click()
    else:
        page.get_by_role("main").locator(f"[data-key~={what}]:visible").first.click()


def key(page, what):
    page.keyboard.press("s" if what == "Pace me" else "Space")


# What nobody can do for somebody: pain, pace, tension, two first reps, the floor, what and why
# before the first set, pain.
NEEDED = 8


@pytest.mark.parametrize(
    ("judging", "press", "scale", "needed"),
    [
        ("every", touch, lambda page: player.choose_pain(page, 0), NEEDED + 6),
        ("whole", touch, lambda page: player.choose_pain(page, 0), NEEDED),
        ("every", key, lambda page: page.keyboard.press("0"), NEEDED + 6),
    ],
    ids=["rep by rep", "whole sets", "keys"],
)
def test_a_perfect_workout_takes_few_touches(visit, guest, judging, press, scale, needed):
    assert walk(visit, guest, judging=judging, press=press, scale=scale) == needed


def test_who_wants_to_stay_stays(visit, guest):
    workout = workouts.at_step(guest, 1)
    page = visit(user=guest)
    page.clock.install()
    page.goto(workouts.step_url(workout, 1))
    mat = Mat(page)
    player.choose_pain(page, 3)
    expect(page.get_by_text("Going on in 3", exact=True)).to_be_visible()
    page.get_by_role("button", name="Stay").click()
    expect(page.get_by_role("button", name="Stay")).to_be_hidden()
    mat.count_down(10)
    mat.expect_step("Place and body")
    player.choose_pain(page, 2)
    mat.count_down(3)
    mat.expect_step("Reset")
    assert workout.check_ins.get().pain == 2
