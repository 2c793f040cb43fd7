"""Everything fits: the smallest phone, a phone on its side, and letters twice as large."""

import pytest
from django.urls import reverse

from tests.browser import measure, player, states, workouts
from tests.browser.player import Told
from tests.browser.sizes import SCREENS, SMALLEST, each_size

pytestmark = [pytest.mark.browser, pytest.mark.worded]

THUMB = 56
TWICE = "document.documentElement.style.fontSize = '200%'"
# Every fault that leaves a set going, because the words for each differ in length.
FAULTS = ["back-arched", "swung", "held-breath", "rushed-down", "rested"]
# The picture of a set and its answers have to be seen at once. On a desk there is room to spare.
ON_ONE_SCREEN = ["phone", "on-its-side"]


class Findings(dict):
    """What is wrong, and where; a test fails with all of it at once."""

    def note(self, name, problems):
        for problem in problems:
            self.setdefault(problem, []).append(name)

    def readable(self, page, name):
        if across := measure.scrolls(page)["across"]:
            self.note(name, [f"scrolls {across} px sideways"])
        self.note(name, [f"cut off: “{text}”" for text in measure.cut_off(page)])
        self.note(name, [f"on top of each other: “{text}”" for text in measure.overlaps(page)])


@pytest.fixture
def findings():
    found = Findings()
    yield found
    lines = [f"{problem}\n    on {', '.join(where)}" for problem, where in found.items()]
    assert not lines, "\n" + "\n".join(lines)


def test_nothing_sticks_out_of_the_smallest_phone(visit, findings, catalogue, member):
    look = findings.readable
    page = visit(viewport=SMALLEST, reduced_motion="reduce")
    for url in (reverse("home"), reverse("red_flags"), *states.catalogue_pages(catalogue)):
        states.see(page, url, look)
    for name in ("account_login", "account_signup", "account_reset_password"):
        states.see(page, reverse(name), look)
    states.see(page, "/no/such/page/", look, status=404)
    states.walk_the_start(page, look)

    page = visit(viewport=SMALLEST, user=member, reduced_motion="reduce")
    states.see(page, reverse("history"), look, name="history, empty")
    for _workout in range(21):
        last = workouts.finished(member)
    states.see(page, reverse("home"), look, name="today")
    page.get_by_role("button", name="Your menu").click()
    look(page, "the menu")
    states.see(page, reverse("history"), look, name="history")
    states.see(page, reverse("summary", args=[last.pk]), look, name="summary")
    for name in ("account_email", "account_change_password", "account_logout"):
        states.see(page, reverse(name), look)


@pytest.fixture
def fits(findings):
    """Looks at one state of the player on every screen. Where it was walked to is the smallest."""

    def look(page, name):
        if name.startswith("summary"):
            return
        for screen in each_size(page, {**SCREENS, "smallest": SMALLEST}):
            where = f"{name} ({screen})"
            findings.readable(page, where)
            if screen != "smallest":
                findings.note(where, measure.small(page, THUMB))
            # What and why before the first rep is read, not glanced at from the mat: it may scroll.
            is_read = page.locator(".intro").is_visible()
            if name.startswith("set") and screen in ON_ONE_SCREEN and not is_read:
                down = measure.scrolls(page)["down"]
                findings.note(where, [f"scrolls {down} px down"] if down > 0 else [])

    return look


def test_the_steps_fit(visit, fits, guest):
    page = visit(viewport=SMALLEST, user=guest, reduced_motion="reduce")
    states.walk_the_steps(page, guest, fits)
    states.walk_the_end(page, guest, fits)


def test_a_set_fits(visit, fits, guest, names):
    page = visit(viewport=SMALLEST, user=guest, reduced_motion="reduce")
    states.walk_other_movements(page, guest, fits)
    states.walk_a_set(page, guest, names, fits)


def test_no_cue_and_no_suggestion_makes_a_set_scroll(visit, findings, guest, names):
    workout = workouts.at_set(guest)
    page = visit(workouts.set_url(workout), user=guest)
    told = Told(names)
    for slug in FAULTS:
        for when in ("once", "twice running"):
            player.say_and_check(page, told, (slug,))
            for screen in each_size(page, {name: SCREENS[name] for name in ON_ONE_SCREEN}):
                if (down := measure.scrolls(page)["down"]) > 0:
                    findings.note(f"{slug}, {when} ({screen})", [f"scrolls {down} px down"])


def test_perfect_is_the_largest_target(visit, guest, names):
    page = visit(workouts.set_url(workouts.at_set(guest)), user=guest)
    player.begin(page)
    told = Told(names)
    for faults in [(), ("back-arched",), ("back-arched",), None]:
        for screen in each_size(page, SCREENS):
            largest = max(measure.targets(page), key=lambda each: each["width"] * each["height"])
            assert largest["name"] == "Perfect", screen
        if faults is not None:
            player.say_and_check(page, told, faults)


def test_letters_twice_as_large_can_be_read(visit, findings, guest, names):
    def look(page, name):
        page.evaluate(TWICE)
        for screen in each_size(page, SCREENS):
            findings.readable(page, f"{name} ({screen})")

    page = visit()
    states.see(page, reverse("home"), look)
    page = visit(user=guest)
    states.see(page, reverse("home"), look, name="today")
    told = Told(names)
    states.see(page, workouts.set_url(workouts.at_set(guest)), look, name="set")
    for _twice in range(2):
        player.say_and_check(page, told, ("back-arched",))
        look(page, f"set, after {len(told.reps)}")
    player.open_sheet(page)
    look(page, "set, all faults")
