"""The browser names each rep; the server's name stands in where no script runs."""

import uuid
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coaching.practice.models import Rep
from tests.browser import player, workouts

pytestmark = pytest.mark.browser

NAMES = "fields => fields.map(({ value, dataset }) => [value, 'standIn' in dataset])"


@pytest.fixture
def workout(guest):
    return workouts.at_set(guest)


def names_on(page):
    """The names in the page's forms, and whether any is still the server's."""
    found = page.locator("input[name$=rep]").evaluate_all(NAMES)
    return [uuid.UUID(value) for value, _mark in found], any(mark for _value, mark in found)


def moment(name):
    return datetime.fromtimestamp((name.int >> 80) / 1000, UTC)


def test_a_rep_is_stored_under_the_browsers_name_which_has_its_time(visit, guest, workout):
    page = visit(user=guest)
    now = datetime.now(UTC) - timedelta(days=2)  # by this browser's clock
    page.clock.install(time=now)
    page.goto(workouts.set_url(workout))
    for number in (1, 2):
        player.expect_rep(page, number)
        page.clock.run_for(1000)  # a tap right after a swap is none
        (prompts, sheets), stand_ins = names_on(page)
        assert prompts == sheets
        assert not stand_ins
        assert prompts.version == 7
        assert abs(moment(prompts) - now) < timedelta(minutes=5)
        with page.expect_request("**/reps/") as sent:
            player.say_perfect(page)
        assert parse_qs(sent.value.post_data)["rep"] == [str(prompts)]
        player.expect_rep(page, number + 1)
        assert Rep.objects.filter(pk=prompts, number=number).exists()
    assert Rep.objects.count() == 2


def test_an_answer_that_was_refused_is_asked_for_under_a_new_name(visit, guest, workout):
    page = visit(workouts.set_url(workout), user=guest)
    (before, _), _ = names_on(page)
    player.prompt(page).locator("input[name=number]").first.evaluate("field => field.value = 0")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("A rep has a number")
    (after, sheet), stand_ins = names_on(page)
    assert after == sheet != before
    assert after.version == 7
    assert not stand_ins


def test_each_row_of_a_review_has_its_own_name_and_keeps_it(visit, guest, workout):
    page = visit(reverse("set_review", args=[workout.pk, 1]), user=guest)
    names, stand_ins = names_on(page)
    assert len(set(names)) == 10
    assert names == sorted(names)
    assert {name.version for name in names} == {7}
    assert not stand_ins
    page.get_by_label("How many did you do?").fill("10")
    page.locator("input[name=reps-3-number]").evaluate("field => field.value = 0")
    page.get_by_role("button", name="Save this set").click()
    expect(page.get_by_text("A rep has a number")).to_have_count(1)
    assert names_on(page) == (names, False)
    page.locator("input[name=reps-3-number]").evaluate("field => field.value = 4")
    page.get_by_role("button", name="Save this set").click()
    expect(player.prompt(page)).to_contain_text("10 reps done")
    assert set(Rep.objects.values_list("pk", flat=True)) == set(names)


def test_the_back_button_brings_no_name_of_a_rep_that_was_answered(visit, guest, workout):
    page = visit(workouts.set_url(workout), user=guest)
    player.say_perfect(page)
    player.expect_rep(page, 2)
    page.goto(reverse("home"))
    page.go_back()
    player.expect_rep(page, 2)
    names, stand_ins = names_on(page)
    assert len(set(names)) == 1
    assert not stand_ins
    player.say_fault(page, "back-arched")
    player.expect_rep(page, 3)
    page.reload()
    player.expect_rep(page, 3)
    player.say_perfect(page)
    player.expect_rep(page, 4)
    assert player.saved_reps(workouts.first_set(workout)) == [(), ("back-arched",), ()]


def test_without_scripts_the_servers_name_stands_in(visit, guest, workout):
    page = visit(workouts.set_url(workout), user=guest, scripts=False)
    (named, sheet), stand_in = names_on(page)
    assert stand_in
    assert named == sheet
    player.say_perfect(page)
    player.expect_rep(page, 2)
    assert Rep.objects.get().pk == named
