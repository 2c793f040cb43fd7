"""A network that answers in our place: its sign-in page, a proxy's error, something a cache kept.
No such answer takes the place of a question; what was said stays on the page, which says so, and is
sent again."""

import re
from contextlib import contextmanager
from itertools import cycle

import pytest
from django.templatetags.static import static
from playwright.sync_api import expect

from coaching.practice import actions
from coaching.practice.models import Rep
from tests.browser import player, workouts

pytestmark = pytest.mark.browser

PORTAL = "<!doctype html><title>Free Wi-Fi</title><body><h1>Welcome to the Wi-Fi</h1></body>"
HTML = "text/html; charset=utf-8"
FORGED = {
    "a portal's page": {"body": PORTAL, "content_type": HTML},
    "a page like ours": {
        "body": '<!doctype html><body class="player"><main>Welcome to the Wi-Fi</main></body>',
        "content_type": HTML,
    },
    "a piece like ours": {
        "body": '<hx-partial hx-target="#prompt">Welcome to the Wi-Fi</hx-partial>',
        "content_type": HTML,
    },
    "a text": {"body": "Welcome to the Wi-Fi", "content_type": "text/plain"},
    "JSON": {"json": {"welcome": "to the Wi-Fi"}},
    "no content": {"status": 204},
    "a way somewhere else": {"status": 200, "headers": {"HX-Redirect": "/exercises/"}},
    "a redirect": {"status": 302, "headers": {"Location": "/elsewhere"}},
    "not found": {"status": 404, "body": PORTAL, "content_type": HTML},
    "a refusal": {"status": 409, "body": PORTAL, "content_type": HTML},
    "sign in to the Wi-Fi": {"status": 511, "body": PORTAL, "content_type": HTML},
    "forbidden": {"status": 403, "body": PORTAL, "content_type": HTML},
}
# One that the window would follow, one that would fill the prompt, one that would be a part.
IN_TURN = cycle(["a way somewhere else", "a piece like ours", "a page like ours"])


@pytest.fixture
def workout(guest):
    workout = workouts.at_set(guest)
    workout.sets.update(target=3)
    return workout


@contextmanager
def answered(page, names):
    """Whatever is asked of the server meanwhile somebody else answers."""
    forged = iter(names)

    def answer(route):
        forgery = FORGED[next(forged)]
        if "Location" in forgery.get("headers", {}):
            forgery = {"status": 302, "headers": {"Location": static("img/favicon.svg")}}
        route.fulfill(**forgery)

    page.route(re.compile("/workouts/"), answer)
    yield
    page.unroute_all()


def notice(page):
    return page.locator("[data-part=unsent]")


def hold(page, act, *, answer=False):
    """Does something that another answers: the page stays as it is, says so, and tries again."""
    main = page.get_by_role("main")
    before = main.get_by_role("heading").all_text_contents()
    with answered(page, IN_TURN):
        act()
        expect(notice(page)).to_contain_text("Something else answered in our place.")
        kept = "What you said is kept here" if answer else "It is tried again by itself"
        expect(notice(page).get_by_text(kept)).to_be_visible()
        assert main.get_by_role("heading").all_text_contents() == before
        expect(page.get_by_text("Wi-Fi")).to_have_count(0)
    page.get_by_role("button", name="Try now").click()
    expect(notice(page)).to_be_hidden()


def test_no_answer_but_ours_takes_the_place_of_a_question(visit, workout):
    page = visit(user=workout.person)
    page.clock.install()
    page.goto(workouts.set_url(workout))
    player.expect_rep(page, 1)
    with answered(page, FORGED):
        player.say_perfect(page)
        for name in FORGED:
            wanted = "No answer" if name.startswith("sign in") else "Something else answered"
            expect(notice(page).get_by_text(wanted), name).to_be_visible()
            expect(page.get_by_role("heading", name="Not saved yet"), name).to_be_visible()
            expect(page.get_by_text("Wi-Fi"), name).to_have_count(0)
            player.expect_rep(page, 1)
            if name != list(FORGED)[-1]:
                with page.expect_response(re.compile("/reps/")):
                    page.clock.fast_forward(5_000)
    assert not Rep.objects.exists()
    page.clock.fast_forward(5_000)
    player.expect_rep(page, 2)
    assert Rep.objects.count() == 1


def test_it_is_so_for_whatever_is_said(visit, workout, guest):
    page = visit(workouts.set_url(workout), user=guest)
    for number in (1, 2):
        player.say_fault(page, "back-arched")
        player.expect_rep(page, number + 1)
    hold(page, page.get_by_role("button", name="Stop at 36°").click, answer=True)
    player.expect_rep(page, 3)
    hold(page, lambda: player.say_perfect(page), answer=True)
    expect(player.prompt(page)).to_contain_text("3 reps done")
    page.wait_for_timeout(450)  # a second tap answers nothing
    hold(page, page.get_by_role("button", name="Take back rep 3").click, answer=True)
    player.expect_rep(page, 3)
    player.say_perfect(page)
    page.wait_for_timeout(450)
    hold(page, lambda: player.press_next(page), answer=True)
    player.expect_step(page, "Rest")
    page.wait_for_timeout(450)
    hold(page, lambda: player.press_next(page))  # a link
    expect(player.heading(page)).to_contain_text("Set 2")
    page.goto(f"{workouts.set_url(workout, 2)}review/")
    page.get_by_label("How many did you do?").fill("2")
    hold(page, page.get_by_role("button", name="Save this set").click, answer=True)
    player.expect_rep(page, 3)
    hold(page, page.go_back)
    player.expect_heading(page, "How were they?")
    for each in workout.sets.all():
        actions.complete_set(workout_set=each)
    page.goto(f"/workouts/{workout.pk}/")
    player.expect_step(page, "Plank")
    hold(page, lambda: player.press_next(page), answer=True)
    player.expect_step(page, "Wrap-up")
    pain = page.get_by_role("banner").get_by_role("button", name="Pain", exact=True)
    hold(page, pain.click, answer=True)
    player.expect_heading(page, "Stop here for today")
    workout.refresh_from_db()
    assert workout.ending == "pain"
    assert Rep.objects.kept().count() == 5
