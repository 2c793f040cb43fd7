"""Pages around the workout fit: the smallest phone, and letters twice as large. The screens of a
workout are measured in tests/browser/handsfree/test_faces.py."""

import pytest
from django.urls import reverse

from coaching.exchange.actions import renew_address
from tests.browser import measure, player, states, workouts
from tests.browser.player import Told
from tests.browser.sizes import ON_ITS_SIDE, SCREENS, SMALLEST, each_size
from tests.factories.progression import PlacementFactory

pytestmark = [pytest.mark.browser, pytest.mark.worded]

TWICE = "size => { document.documentElement.style.fontSize = size; }"
# Every fault that leaves a set going, because the words for each differ in length.
FAULTS = ["back-arched", "swung", "held-breath", "rushed-down", "rested"]
# The picture of a set and its answers have to be seen at once. On a desk there is room to spare.
ON_ONE_SCREEN = {"phone": {"width": 390, "height": 664}, "on-its-side": ON_ITS_SIDE}


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

    def large_letters(self, page, name):
        page.evaluate(TWICE, "200%")
        for screen in each_size(page, SCREENS):
            self.readable(page, f"{name} ({screen}, 200 % text)")
        page.evaluate(TWICE, "")


@pytest.fixture
def findings():
    found = Findings()
    yield found
    lines = [f"{problem}\n    on {', '.join(where)}" for problem, where in found.items()]
    assert not lines, "\n" + "\n".join(lines)


def test_nothing_sticks_out_of_the_smallest_phone(visit, findings, catalogue, member):
    look = findings.readable
    page = visit(viewport=SMALLEST)
    states.see(page, reverse("home"), findings.large_letters, name="home")
    for url in (reverse("home"), reverse("red_flags"), *states.catalogue_pages(catalogue)):
        states.see(page, url, look)
    for name in ("account_login", "account_signup", "account_reset_password"):
        states.see(page, reverse(name), look)
    states.see(page, "/no/such/page/", look, status=404)
    states.walk_the_start(page, look)

    page = visit(viewport=SMALLEST, user=member)
    states.see(page, reverse("history"), look, name="history, empty")
    for _workout in range(21):
        last = workouts.finished(member)
    states.see(page, reverse("home"), findings.large_letters, name="today")
    look(page, "today")
    page.get_by_role("button", name="Your menu").click()
    look(page, "the menu")
    states.see(page, reverse("history"), look, name="history")
    gone = {"variation": "-".join(["a-name-that-somebody-gave-a-step-that-is-gone"] * 3)}
    PlacementFactory(person=member, decided={"rule": "lighter-chosen", "facts": gone})
    states.see(page, reverse("decisions"), findings.large_letters, name="decisions")
    page.get_by_text("Why this?").first.click()
    look(page, "decisions, explained")
    states.see(page, reverse("progress"), findings.large_letters, name="progress")
    look(page, "progress")
    renew_address(person=member)
    states.see(page, reverse("calendar"), findings.large_letters, name="calendar")
    look(page, "calendar")
    states.see(page, reverse("summary", args=[last.pk]), look, name="summary")
    states.see(page, reverse("account_reauthenticate"), look)
    states.give_password(page)
    for name in ("account_email", "account_change_password", "account_logout"):
        states.see(page, reverse(name), look)


def test_no_cue_and_no_suggestion_makes_a_set_scroll(visit, findings, guest, names):
    workout = workouts.at_set(guest)
    page = visit(workouts.set_url(workout), user=guest)
    told = Told(names)
    for slug in FAULTS:
        for when in ("once", "twice running"):
            player.say_and_check(page, told, (slug,))
            for screen in each_size(page, ON_ONE_SCREEN):
                if (down := measure.scrolls(page)["down"]) > 0:
                    findings.note(f"{slug}, {when} ({screen})", [f"scrolls {down} px down"])
