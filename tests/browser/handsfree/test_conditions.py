"""Devices that lack something, and people who want less: a set goes through all the same."""

import json

import pytest
from playwright.sync_api import expect

from coaching.practice.models import Workout
from tests.browser import player, workouts
from tests.browser.handsfree.mat import NO_SPEECH, NO_STORAGE, REFUSED_SOUND
from tests.browser.sizes import SCREENS

pytestmark = pytest.mark.browser


@pytest.fixture
def url(workout):
    return workouts.set_url(workout)


def do_the_set(mat):
    mat.press("s")
    for number in range(1, 4):
        mat.expect_rep(number)
        mat.lower()
        mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")


@pytest.mark.parametrize(
    "lacking",
    [NO_SPEECH, REFUSED_SOUND, NO_STORAGE],
    ids=["no speech", "sound refused", "no storage"],
)
def test_a_set_on_a_device_that_lacks_something(mat, url, first_set, lacking):
    mat = mat(url, lacking)
    do_the_set(mat)
    assert player.saved_reps(first_set) == [()] * 3
    assert {rep.descent_seconds for rep in first_set.reps.all()} == {3}


def test_reduced_motion_keeps_the_figure_still_and_the_words_going(mat, url, first_set):
    mat = mat(url, reduced_motion="reduce")
    leg = mat.page.locator("main leg-figure svg")
    before = leg.inner_html()
    mat.freeze()
    mat.press("s")
    mat.run(0.5)
    seen, poses = [], {}
    for _second in range(18):
        mat.run(1)
        seen.append(mat.part("phase").text_content())
        moving = seen[-1] in ("Lift", "Hold", "Lower", "Pause")
        poses.setdefault(moving, set()).add(leg.inner_html())
    # One pose as long as a rep is paced, and one at rest before it and while it is asked about.
    assert poses[True] == {before}
    assert len(poses[False] - {before}) == 1
    assert [word for i, word in enumerate(seen) if i == 0 or seen[i - 1] != word][:5] == [
        "Get ready", "Lift", "Hold", "Lower", "Pause",
    ]  # fmt: skip


def test_reduced_motion_stills_the_drills_too(mat, guest):
    workout = workouts.at_step(guest, 2)
    mat = mat(workouts.step_url(workout, 2), reduced_motion="reduce")
    figure = mat.page.locator("main leg-figure svg")
    before = figure.inner_html()
    mat.run(5)
    assert figure.inner_html() == before


def test_a_hidden_tab_pauses_and_says_so(mat, url):
    mat = mat(url)
    mat.press("s")
    mat.wait(12)
    mat.hide()
    mat.wait(600)
    mat.come_back()
    mat.expect_state("paused")
    expect(mat.part("status")).to_have_text("Paused while you were away")
    expect(mat.part("phase")).to_have_text("Hold")
    mat.press("s")
    mat.expect_state("running")
    expect(mat.part("status")).to_be_empty()


def open_menu(page):
    page.get_by_role("button", name="More", exact=True).click()


def test_silence_is_in_the_menu_and_remembered(mat, url):
    mat = mat(url)
    open_menu(mat.page)
    button = mat.page.get_by_role("button", name="Silence")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    mat.page.reload()
    open_menu(mat.page)
    expect(button).to_have_attribute("aria-pressed", "true")
    kept = json.loads(mat.page.evaluate("localStorage.getItem('legraises.player')"))
    assert (kept["muted"], kept["voice"], kept["sound"]) == (True, True, True)


def test_full_screen_is_in_the_menu_of_every_screen(mat, guest, url):
    place = workouts.step_url(Workout.objects.get(), 1)
    for address in (url, place):
        mat_ = mat(address)
        open_menu(mat_.page)
        button = mat_.page.get_by_role("button", name="Full screen")
        button.click()
        expect(mat_.page.get_by_role("dialog")).to_have_count(0)  # it closes the menu
        open_menu(mat_.page)
        expect(button).to_have_attribute("aria-pressed", "true")


def test_the_screen_is_kept_on_and_again_after_a_tab_switch(mat, url):
    mat = mat(
        url,
        """window.asked = 0;
        Object.defineProperty(navigator, "wakeLock", { value: { async request() {
          window.asked += 1;
          const lock = new EventTarget();
          lock.release = async () => lock.dispatchEvent(new Event("release"));
          return (window.lock = lock);
        } } });""",
    )
    assert mat.page.evaluate("asked") == 1
    mat.page.evaluate("lock.release()")
    mat.hide()
    mat.come_back()
    assert mat.page.evaluate("asked") == 2
    mat.wait(11 * 60)  # nobody there any more
    mat.press("Shift")
    assert mat.page.evaluate("asked") == 3


def test_the_keys_are_shown_once(mat, url):
    mat = mat(url)
    hint = mat.page.get_by_text("Headset: next perfect, previous not perfect")
    expect(hint).to_be_hidden()  # on a phone there are none
    mat.page.set_viewport_size(SCREENS["wide"])
    mat.press("s")
    expect(hint).to_be_visible()
    mat.page.reload()
    mat.press("s")
    mat.expect_state("running")
    expect(hint).to_be_hidden()
    mat.press("?")
    expect(mat.page.get_by_role("dialog").get_by_text("Backspace")).to_be_visible()
    mat.press("Backspace")
    expect(mat.page.get_by_role("dialog")).to_be_hidden()


def test_a_bouncing_pedal_is_one_answer(mat, url, first_set):
    mat = mat(url)
    player.begin(mat.page)
    mat.page.evaluate(
        """() => { window.bounced = new Promise((resolve) => {
          const key = { key: "PageDown", code: "PageDown", bubbles: true, cancelable: true };
          const bounce = () => document.body.dispatchEvent(new KeyboardEvent("keydown", key));
          document.addEventListener("htmx:finally:swap",
            () => setTimeout(() => resolve(!bounce()), 50), { once: true });
        }); }"""
    )
    mat.press("PageDown")
    assert mat.page.evaluate("() => window.bounced")  # it was a key of ours, and answered nothing
    mat.run(0.5)
    mat.expect_rep(2)
    mat.press("PageDown")
    mat.expect_rep(3)
    assert player.saved_reps(first_set) == [()] * 2


def test_an_answer_that_did_not_get_through_is_sent_again_by_a_key(mat, url, first_set):
    mat = mat(url)
    player.begin(mat.page)
    mat.page.route("**/reps/", lambda route: route.abort("connectionfailed"))
    mat.press("Space")
    question = mat.page.get_by_role("alert")
    expect(question).to_contain_text("Not saved yet")
    mat.expect_focus("Try now")
    mat.page.unroute("**/reps/")
    mat.press("Space")
    mat.expect_rep(2)
    expect(question).to_be_hidden()
    assert player.saved_reps(first_set) == [()]
