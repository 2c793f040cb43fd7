"""A hurried person with a bad connection: no rep is lost, and none is counted twice."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import expect

from coaching.practice import actions
from coaching.practice.models import Rep
from tests.browser import player, workouts
from tests.browser.player import Told

pytestmark = pytest.mark.browser

AGAIN = 6000  # milliseconds, in which the page tries once more by itself
SLOW = {"offline": False, "latency": 1200, "downloadThroughput": -1, "uploadThroughput": -1}


@pytest.fixture
def workout(guest):
    return workouts.at_set(guest)


@pytest.fixture
def page(visit, guest, workout):
    page = visit(workouts.set_url(workout), user=guest)
    player.begin(page)
    return page


def perfect_button(page):
    return player.prompt(page).get_by_role("button", name="Perfect", exact=True)


def name_of_rep(page):
    """The UUID under which the answer on the page will be sent."""
    return perfect_button(page).evaluate("button => button.form.elements.rep.value")


def kept(workout):
    return player.saved_reps(workouts.first_set(workout))


def send_without_token(route):
    route.continue_(post_data=route.request.post_data.replace("csrfmiddlewaretoken", "lost"))


def slow_down(page):
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)


@pytest.mark.parametrize("between", [0, 60, 200], ids="{} ms between".format)
def test_a_double_click_on_perfect_is_one_rep(page, workout, names, between):
    perfect_button(page).dblclick(delay=between)
    player.expect_rep(page, 2)
    page.wait_for_timeout(300)
    player.expect_tally(page, Told(names, reps=[()]))
    assert kept(workout) == [()]


@pytest.mark.parametrize("between", [0, 60, 200], ids="{} ms between".format)
def test_a_double_tap_on_perfect_is_one_rep(visit, guest, workout, names, between):
    page = visit(workouts.set_url(workout), user=guest, has_touch=True, is_mobile=True)
    player.begin(page)
    box = perfect_button(page).bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.touchscreen.tap(*middle)
    page.wait_for_timeout(between)
    page.touchscreen.tap(*middle)
    player.expect_rep(page, 2)
    page.wait_for_timeout(300)
    player.expect_tally(page, Told(names, reps=[()]))
    assert kept(workout) == [()]


def test_a_tap_in_the_midst_of_the_swap_is_no_rep(page, workout, names):
    """The next Perfect is on the page then, and htmx does not know it yet."""
    page.evaluate(
        """() => document.addEventListener("htmx:before:settle", ({ target }) => {
          if (target.id !== "prompt" || window.tapped) return;
          window.tapped = true;
          target.querySelector("[name=verdict]").click();
        })"""
    )
    player.say_perfect(page)
    player.expect_rep(page, 2)
    page.wait_for_timeout(300)
    assert page.evaluate("window.tapped") is True  # still the same document
    player.expect_tally(page, Told(names, reps=[()]))
    assert kept(workout) == [()]


def test_on_a_slow_network_the_first_of_two_answers_stays(page, workout, names):
    slow_down(page)
    player.say_perfect(page)
    player.spoil(page)
    player.prompt(page).locator("button[name=faults]:visible").first.click()
    player.expect_rep(page, 2)
    page.wait_for_timeout(200)
    player.expect_tally(page, Told(names, reps=[()]))
    assert kept(workout) == [()]


def test_pain_is_in_reach_while_a_rep_is_on_its_way(page, workout):
    slow_down(page)
    player.say_perfect(page)
    page.get_by_role("banner").get_by_role("button", name="Pain", exact=True).click()
    player.expect_heading(page, "Stop here for today")
    workout.refresh_from_db()
    assert workout.ending == "pain"


def test_without_a_connection_the_page_says_so_and_sends_the_same_rep_later(page, workout, names):
    named = name_of_rep(page)
    page.context.set_offline(True)
    player.say_perfect(page)
    not_saved = page.get_by_text(re.compile("not saved", re.IGNORECASE)).filter(visible=True)
    expect(not_saved.first).to_be_visible()
    player.expect_rep(page, 1)
    page.context.set_offline(False)
    player.expect_rep(page, 2)
    expect(not_saved).to_have_count(0)
    player.expect_tally(page, Told(names, reps=[()]))
    assert [str(pk) for pk in Rep.objects.values_list("pk", flat=True)] == [named]


def test_faults_said_without_a_connection_arrive_whole(page, workout, names):
    page.context.set_offline(True)
    player.say_several(page, ["back-arched", "swung"])
    not_saved = page.get_by_text(re.compile("not saved", re.IGNORECASE)).filter(visible=True)
    expect(not_saved.first).to_be_visible()
    said_at = page.locator("form[data-unsent] [name=happened_at]").input_value()
    page.wait_for_timeout(100)
    page.context.set_offline(False)
    player.expect_rep(page, 2)
    player.expect_tally(page, Told(names, reps=[("back-arched", "swung")]))
    # It keeps the time at which it was said, not the one at which it arrived.
    assert Rep.objects.get().happened_at == datetime.fromisoformat(said_at)


def test_an_answer_that_got_lost_twice_is_sent_again(page, workout, names):
    failures = iter(["connectionfailed", "timedout"])

    def fail(route):
        reason = next(failures, None)
        route.abort(reason) if reason else route.continue_()

    named = name_of_rep(page)
    page.clock.install()
    page.route("**/reps/", fail)
    player.say_perfect(page)
    expect(page.get_by_text(re.compile("not saved", re.IGNORECASE)).first).to_be_visible()
    with page.expect_event("requestfailed"):
        page.clock.fast_forward(AGAIN)
    player.expect_rep(page, 1)
    page.clock.fast_forward(AGAIN)
    player.expect_rep(page, 2)
    assert [str(pk) for pk in Rep.objects.values_list("pk", flat=True)] == [named]


def test_the_back_button_after_a_set_leads_on(page, workout, names):
    told = Told(names)
    for _rep in range(10):
        player.say_and_check(page, told, ())
    player.press_next(page)
    player.expect_step(page, "Rest")
    page.go_back()
    expect(player.prompt(page)).to_contain_text("Set 1 ends here")
    expect(perfect_button(page)).to_have_count(0)
    player.expect_tally(page, told)
    player.press_next(page)
    player.expect_step(page, "Rest")
    player.press_next(page)
    player.expect_rep(page, 1)
    assert kept(workout) == [()] * 10


def test_the_back_button_after_a_step_shows_it_as_answered(visit, guest):
    workout = workouts.at_step(guest, 2)
    page = visit(workouts.step_url(workout, 2), user=guest)
    player.answer_step(page, "Reset")
    player.expect_step(page, "Tension check")
    page.go_back()
    player.expect_step(page, "Reset")
    page.get_by_role("link", name="Back to where you are").click()
    player.expect_step(page, "Tension check")


def test_two_tabs_in_the_same_set_count_each_rep_once(page, workout, names):
    other = page.context.new_page()
    other.goto(workouts.set_url(workout))
    told = Told(names)
    player.say_and_check(page, told, ())

    player.say_fault(other, "back-arched")
    refusal = player.prompt(other).get_by_role("alert")
    expect(refusal).to_contain_text("Rep 1 is already counted. What you said first stays.")
    player.expect_rep(other, 2)
    player.expect_tally(other, told)
    player.say_and_check(other, told, ("swung",))

    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("Rep 2 is already counted.")
    player.expect_tally(page, told)
    assert kept(workout) == [(), ("swung",)]


def test_a_workout_that_ended_in_another_tab_is_over_here_too(page, workout):
    other = page.context.new_page()
    other.goto(workouts.set_url(workout))
    actions.complete_workout(workout=workout, ending="stopped")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("This workout is finished.")
    player.press_next(page)
    player.expect_heading(page, "You stopped before the first rep")
    player.say_fault(other, "back-arched")
    expect(player.prompt(other).get_by_role("alert")).to_contain_text("This workout is finished.")
    assert kept(workout) == []


def test_a_workout_started_in_two_tabs_is_one(visit, guest):
    page = visit()
    player.start_as_newcomer(page)
    player.expect_step(page, "Reset")
    page.goto("/")
    page.get_by_role("main").get_by_role("button", name="End it here").click()
    tabs = [page.context.new_page() for _tab in range(2)]
    for tab in tabs:
        tab.goto("/workouts/new/")
    player.press_start(tabs[0])
    player.expect_step(tabs[0], "Place and body")
    player.press_start(tabs[1])
    player.expect_heading(tabs[1], "Nothing was changed")
    tabs[1].get_by_role("link", name="Back to where it stands").click()
    player.expect_step(tabs[1], "Place and body")


def test_what_was_said_when_nobody_is_signed_in_any_more_is_sent_after_signing_in(visit, member):
    workout = workouts.at_set(member)
    page = visit(workouts.set_url(workout), user=member)
    page.context.clear_cookies(name="sessionid")
    player.say_perfect(page)
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("You are signed out. What you said is kept here")
    with page.expect_popup() as opened:
        notice.get_by_role("link", name="Sign in, in another tab").click()
    player.sign_in(opened.value, member.email)  # which makes a new token
    expect(opened.value).to_have_url(re.compile("/$"))
    opened.value.close()
    page.bring_to_front()
    page.get_by_role("button", name="Try now").click()
    player.expect_rep(page, 2)
    assert kept(workout) == [()]


def test_a_token_that_was_lost_is_renewed_and_the_rep_is_kept(page, workout):
    page.context.clear_cookies(name="csrftoken")
    player.say_perfect(page)
    player.expect_rep(page, 2)
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_hidden()
    assert kept(workout) == [()]


def test_a_browser_that_keeps_no_token_is_told_so_in_a_page_and_may_send_it_again(page, workout):
    page.route("**/reps/", send_without_token)
    player.say_perfect(page)
    player.expect_heading(page, "This page was out of date")
    # One page, not one inside the other.
    expect(page.get_by_role("banner")).to_have_count(1)
    page.unroute_all()
    page.get_by_role("button", name="Send it again").click()
    player.expect_rep(page, 2)
    assert kept(workout) == [()]
