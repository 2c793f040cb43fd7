"""A closed tab loses nothing, and any device will do."""

import pytest
from playwright.sync_api import expect

from coaching.practice.models import Workout
from tests.browser import player, workouts
from tests.browser.player import Told
from tests.browser.sizes import WIDE

pytestmark = pytest.mark.browser


def go_on(page):
    page.goto("/")
    expect(player.heading(page)).to_have_text("Your workout is waiting")
    page.get_by_role("main").get_by_role("link", name="Go on").click()


def test_a_closed_tab_is_resumed_in_the_middle_of_a_set(visit, names, guest):
    workout = workouts.at_set(guest)
    page = visit(workouts.set_url(workout), user=guest)
    told = Told(names)
    for faults in [(), ("back-arched",), ("swung", "held-breath")]:
        player.say_and_check(page, told, faults)

    context = page.context
    page.close()
    page = context.new_page()
    go_on(page)
    player.expect_rep(page, 4)
    player.expect_tally(page, told)
    expect(player.prompt(page)).to_contain_text(names["swung"])
    player.take_back(page)
    told.reps.pop()
    player.expect_rep(page, 3)
    player.say_and_check(page, told, ())


def test_a_closed_tab_is_resumed_at_each_step(visit):
    page = visit()
    player.start_as_newcomer(page)
    for title in ["Reset", "Tension check", "First rep", "Your floor"]:
        player.expect_step(page, title)
        context = page.context
        page.close()
        page = context.new_page()
        go_on(page)
        player.answer_step(page, title)
        if title == "First rep":
            expect(page.get_by_role("main")).to_contain_text("try 2 of 2")
            player.answer_step(page, title)
    player.expect_rep(page, 1)


@pytest.mark.parametrize("has_account", [True, False], ids=["signs in", "signs up"])
def test_the_next_tap_counts_when_somebody_signs_in_or_up_in_another_tab(
    visit, names, guest, member, has_account
):
    workout = workouts.at_set(guest)
    page = visit(workouts.set_url(workout), user=guest)
    told = Told(names)
    player.say_and_check(page, told, ())
    other = page.context.new_page()
    if has_account:
        player.sign_in(other, member.email)
        expect(other.get_by_role("link", name="Go on with it")).to_be_visible()
    else:
        player.sign_up(other, "ada@example.org")
    player.say_and_check(page, told, ("back-arched",))
    assert player.saved_reps(workouts.first_set(workout)) == told.reps
    workout.refresh_from_db()
    assert (workout.person == member) is has_account
    other.goto("/")
    news = other.get_by_text("this workout is in your account now")
    expect(news).to_have_count(1 if has_account else 0)
    other.get_by_role("main").get_by_role("link", name="Go on").click()
    player.expect_rep(other, 3)


def test_a_guest_signs_up_and_goes_on_with_another_device(visit, names):
    phone = visit()
    player.start_as_newcomer(phone)
    player.walk_to_set(phone)
    told = Told(names)
    player.say_and_check(phone, told, ())
    player.say_and_check(phone, told, ("back-arched",))
    player.sign_up(phone, "ada@example.org")

    computer = visit(viewport=WIDE)
    player.sign_in(computer, "ada@example.org")
    go_on(computer)
    player.expect_rep(computer, 3)
    player.expect_tally(computer, told)
    player.say_and_check(computer, told, ())

    go_on(phone)
    player.expect_rep(phone, 4)
    player.expect_tally(phone, told)
    assert Workout.objects.count() == 1
