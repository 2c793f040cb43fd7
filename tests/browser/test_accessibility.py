"""axe-core finds nothing at WCAG 2.2 AA: any page, any state, light and dark, phone and wide."""

import pytest
from django.core import mail, signing
from django.urls import resolve, reverse
from playwright.sync_api import expect

from coaching.people import signing_up
from coaching.practice import actions
from tests.browser import player, states, workouts
from tests.browser.axe import Findings
from tests.browser.sizes import PHONE, WIDE
from tests.factories.people import GuestFactory
from tests.factories.progression import PlacementFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def axe():
    findings = Findings({"phone": PHONE, "wide": WIDE})
    yield findings
    findings.tell()


@pytest.mark.worded
def test_the_catalogue(visit, axe, catalogue):
    """The first and the last page of each template."""
    page = visit()
    pages = {}
    for url in states.catalogue_pages(catalogue):
        pages.setdefault(resolve(url).url_name, []).append(url)
    for first, *others in pages.values():
        states.see(page, first, axe.look)
        for url in others[-1:]:
            states.see(page, url, axe.glance)


def test_strangers(visit, axe):
    page = visit()
    states.see(page, reverse("home"), axe.look)
    page.get_by_role("button", name="Your menu").click()
    axe.look(page, "the menu")
    states.see(page, reverse("red_flags"), axe.look)
    states.see(page, reverse("progress"), axe.glance, name="progress, of nobody")
    states.walk_the_start(page, axe.look)


def test_guests_and_members(visit, axe, guest, member):
    page = visit(user=guest)
    states.see(page, reverse("home"), axe.look, name="today, nothing done yet")
    states.see(page, reverse("history"), axe.look, name="history, empty")
    states.see(page, reverse("decisions"), axe.glance, name="decisions, none yet")
    stopped = workouts.finished(guest, reps=(), ending="stopped", pain=None)
    states.see(page, reverse("summary", args=[stopped.pk]), axe.look, name="summary, nothing done")
    running = workouts.at_set(guest)
    states.see(page, reverse("home"), axe.look, name="today, under way")
    states.see(page, reverse("start"), axe.look, name="start, under way")
    states.see(page, reverse("history"), axe.look, name="history, under way")
    actions.complete_workout(workout=running, ending="pain")
    states.see(page, reverse("red_flags"), axe.look, name="red flags after pain")

    page = visit(user=member)
    for _workout in range(22):
        last = workouts.finished(member)
    states.see(page, reverse("home"), axe.look, name="today, of a member")
    page.get_by_role("button", name="Your menu").click()
    axe.look(page, "the menu of a member")
    states.see(page, reverse("history"), axe.look, name="history, full")
    stay = {"variation": "lying-raise", "perfect": 20, "done": 30, "best": 8, "needed": 15}
    PlacementFactory(person=member, decided={"rule": "stay", "facts": stay})
    states.see(page, reverse("decisions"), axe.glance, name="decisions")
    page.get_by_text("Why this?").first.click()
    axe.look(page, "decisions, explained")
    states.see(page, reverse("progress"), axe.look, name="progress")
    states.see(page, reverse("progress") + "?from=then", axe.glance, status=422)
    states.see(page, reverse("history"), axe.glance, name="history, with a rung")
    page.context.grant_permissions(["clipboard-write"])
    page.get_by_role("link", name="See how").click()
    player.expect_heading(page, "Your training days in your calendar")
    axe.glance(page, "calendar, without an address")
    page.get_by_role("button", name="Make my address").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    axe.look(page, "calendar")
    states.see(page, reverse("history") + "?page=2", axe.look)
    states.see(page, reverse("summary", args=[last.pk]), axe.look, name="summary, a guest's")


def test_starting_again(visit, axe):
    """Somebody who has a rung is not asked again; what two tabs start is one workout."""
    page = visit()
    player.start_as_newcomer(page)
    player.expect_step(page, "Reset")
    page.goto(reverse("home"))
    page.get_by_role("main").get_by_role("button", name="End it here").click()
    player.expect_heading(page, "You stopped before the first rep")
    states.see(page, reverse("start"), axe.look, name="start, with a rung")
    other = page.context.new_page()
    other.goto(reverse("start"))
    player.press_start(other)
    player.expect_step(other, "Place and body")
    player.press_start(page)
    player.expect_heading(page, "Nothing was changed")
    axe.look(page, "409")


@pytest.mark.urls("tests.browser.wrong_urls")
def test_pages_that_say_no(visit, axe):
    page = visit()
    states.see(page, "/no/such/page/", axe.look, status=404)
    states.see(page, "/refused/", axe.look, status=403)
    states.see(page, "/broken/", axe.look, status=500)
    states.see(page, "/unwritable/", axe.glance, status=503)
    for complaint in ("500: /broken/", "503: /unwritable/"):
        visit.complaints.remove(complaint)
    page.goto(reverse("account_login"))
    page.context.clear_cookies()
    page.get_by_role("textbox", name="Email").fill("ada@example.org")
    page.get_by_role("textbox", name="Password").fill("whatever it was")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    player.expect_heading(page, "This page was out of date")
    axe.look(page, "403, no token")


def test_accounts_of_strangers(visit, axe, member):
    page = visit()
    for name in ("account_login", "account_signup", "account_reset_password"):
        states.see(page, reverse(name), axe.look)
        states.send_unchecked(page)
        page.wait_for_load_state()
        axe.look(page, f"{name}, nothing filled in")
    for name in (
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_email_verification_sent",
        "account_inactive",
    ):
        states.see(page, reverse(name), axe.look)
    states.see(page, "/accounts/confirm-email/made-up/", axe.look, name="confirm, bad link")
    token = signing.dumps({"email": "ada@example.org", "guest": None}, salt=signing_up.SALT)
    link = reverse("account_signup_from_link", args=[token])
    states.see(page, link, axe.look, name="sign-up, choose a password")
    bad = reverse("account_reset_password_from_key", args=["1", "made-up"])
    states.see(page, bad, axe.look, name="reset, bad link")
    page.goto(reverse("account_reset_password"))
    page.get_by_role("textbox", name="Email").fill(member.email)
    page.get_by_role("button", name="Send the link").click()
    player.expect_heading(page, "Look into your mail")
    link = next(word for word in mail.outbox[-1].body.split() if "/reset/key/" in word)
    states.see(page, link, axe.look, name="reset, choose a password")


def test_accounts_of_members(visit, axe, member):
    page = visit(user=member)
    states.see(page, reverse("account_reauthenticate"), axe.look)
    states.give_password(page)
    for name in ("account_email", "account_change_password", "account_logout"):
        states.see(page, reverse(name), axe.look)

    page = visit(user=GuestFactory())
    for name in ("account_set_password", "account_email", "account_logout", "account_signup"):
        states.see(page, reverse(name), axe.look, name=f"{name}, of a guest")


def test_the_steps(visit, axe, guest):
    states.walk_the_steps(visit(user=guest), guest, axe.look)


def test_a_set(visit, axe, guest, names):
    states.walk_a_set(visit(user=guest), guest, names, axe.look)


def test_the_end(visit, axe, guest):
    page = visit(user=guest)
    states.walk_other_movements(page, guest, axe.look)
    states.walk_the_end(page, guest, axe.look)
