"""Every page, and every state that the player can be in, for tests that look at all of them.

The walks call `look(page, name)` wherever there is something new to see.
"""

import re

from django.urls import reverse
from playwright.sync_api import expect

from coaching.practice import actions
from tests.browser import player, workouts
from tests.browser.player import Told
from tests.people.forms import PASSWORD

ARCHED = ("back-arched",)


def catalogue_pages(catalogue):
    """The addresses of everything that can be read without being anybody."""
    return [
        reverse("ladder"),
        reverse("figures"),
        *(reverse("variation", args=[variation.slug]) for variation in catalogue.variations),
        *(reverse("drill", args=[drill.slug]) for drill in catalogue.drills),
        reverse("variation_tryout", args=[catalogue.variations[0].slug]),
        *(reverse("topic", args=[topic.slug]) for topic in catalogue.topics),
    ]


def see(page, url, look, *, status=200, name=None):
    answer = page.goto(url)
    assert answer.status == status, f"{answer.status} at {url}"
    expect(page.get_by_role("main")).to_be_visible()
    look(page, name or url)


def send_unchecked(page):
    """Sends the form of a screen as a browser without checks of its own would."""
    button = page.get_by_role("main").locator("form button:visible").last
    button.evaluate("button => button.form.noValidate = true")
    button.click()


def give_password(page):
    """On the page that asks for it before an account is changed."""
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("button", name="Go on")).to_have_count(0)


def walk_the_start(page, look):
    """The questions, fresh and half answered. The page is a stranger's."""
    see(page, reverse("start"), look)
    send_unchecked(page)
    expect(page.get_by_text("Choose a number from 0 to 10.")).to_be_visible()
    look(page, "start, 422")


def walk_the_steps(page, person, look):
    """Each part before the sets, with its wrong and its other answers."""
    workout = workouts.at_step(person, 1)
    see(page, workouts.step_url(workout, 1), look, name="place")
    send_unchecked(page)
    expect(page.get_by_text("Choose a number from 0 to 10.")).to_be_visible()
    look(page, "place, 422")
    player.answer_step(page, "Place and body", pain=0)
    player.expect_step(page, "Reset")
    page.get_by_role("main").get_by_text("How it goes").click()
    look(page, "drill")
    player.answer_step(page, "Reset")
    player.expect_step(page, "Tension check")
    look(page, "tension")
    for turn in (2, 3):
        player.answer_step(page, "Tension check", no=True)
        expect(page.get_by_role("main")).to_contain_text(f"Try {turn} of 3")
        look(page, f"tension, try {turn}")
    player.answer_step(page, "Tension check")
    player.expect_step(page, "First rep")
    look(page, "first rep")
    player.answer_step(page, "First rep")
    expect(page.get_by_role("main")).to_contain_text("try 2 of 2")
    look(page, "first rep, try 2")
    player.answer_step(page, "First rep")
    player.expect_step(page, "Your floor")
    look(page, "floor")
    page.get_by_label("Your floor, in degrees").fill("120")
    send_unchecked(page)
    expect(page.get_by_text("Your floor is an angle from 0° to 90°.")).to_be_visible()
    look(page, "floor, 422")
    page.goto(workouts.step_url(workout, 2))
    expect(page.get_by_role("link", name="Back to where you are")).to_be_visible()
    look(page, "a part that is done")
    actions.complete_workout(workout=workout, ending="stopped")


def walk_a_set(page, person, names, look):
    """A set from its first rep to the rest after it, with all that may come up in between."""
    workout = workouts.at_set(person)
    told = Told(names)
    see(page, workouts.set_url(workout), look, name="set")
    player.say_and_check(page, told, ())
    look(page, "set, after a perfect rep")
    player.say_and_check(page, told, ARCHED)
    look(page, "set, after a fault")
    player.say_and_check(page, told, ARCHED)
    expect(player.prompt(page).get_by_role("button", name=re.compile("^Stop at"))).to_be_visible()
    look(page, "set, a pattern")
    sheet = player.open_sheet(page)
    look(page, "set, all faults")
    player.tick(sheet.get_by_role("checkbox").first)
    look(page, "set, a fault ticked")
    sheet.get_by_role("button", name="Back").click()
    player.prompt(page).locator("input[name=number]").first.evaluate("field => field.value = 0")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("A rep has a number")
    look(page, "set, 422")
    player.prompt(page).locator("input[name=number]").first.evaluate("field => field.value = 1")
    player.say_perfect(page)
    expect(player.prompt(page).get_by_role("alert")).to_contain_text("already counted")
    look(page, "set, 409")
    for _rep in range(told.target - len(told.reps)):
        player.say_and_check(page, told, ())
    look(page, "set, all reps done")
    player.press_next(page)
    player.expect_step(page, "Rest")
    look(page, "rest")
    player.press_next(page)
    player.expect_rep(page, 1)
    told = Told(names)
    player.say_and_check(page, told, ("doming", "swung"))
    look(page, "set, ended by a fault")
    player.take_back(page)
    player.expect_rep(page, 1)
    actions.complete_workout(workout=workout, ending="stopped")
    player.say_perfect(page)
    expect(player.prompt(page)).to_contain_text("This workout is finished.")
    look(page, "set, the workout is over")


def walk_the_end(page, person, look):
    """What comes after the sets, and a set judged at its end."""
    workout = workouts.at_set(person, reps=[(), ARCHED])
    review = reverse("set_review", args=[workout.pk, 1])
    see(page, review, look, name="review")
    mark_a_rep(page, look)
    for each in workout.sets.all():
        actions.complete_set(workout_set=each)
    page.goto(reverse("workout", args=[workout.pk]))
    player.expect_step(page, "Plank")
    look(page, "plank")
    player.answer_step(page, "Plank")
    player.expect_step(page, "Wrap-up")
    look(page, "wrap-up")
    send_unchecked(page)
    expect(page.get_by_text("Choose a number from 0 to 10.")).to_be_visible()
    look(page, "wrap-up, 422")
    player.answer_step(page, "Wrap-up", pain=2)
    expect(player.heading(page)).to_contain_text("perfect of")
    look(page, "summary")


def mark_a_rep(page, look):
    """Lays a fault over a rep of the review, without sending it."""
    main = page.get_by_role("main")
    main.get_by_role("group", name="What went wrong").get_by_role("button").first.click()
    look(page, "review, a fault chosen")
    main.get_by_role("button", name=re.compile("^4")).first.click()
    look(page, "review, a rep marked")


def walk_other_movements(page, person, look):
    """A set of each rung, because their names and faults differ in length."""
    workout = workouts.at_set(person, variation="dead-bug")
    see(page, workouts.set_url(workout), look, name="set of dead bugs")
    actions.complete_workout(workout=workout, ending="stopped")
    workout = workouts.at_set(person, variation="hanging-leg-raise", floor=None)
    see(page, workouts.set_url(workout), look, name="set on the bar")
    actions.complete_workout(workout=workout, ending="stopped")
