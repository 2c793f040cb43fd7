"""A guest does the whole routine, each set on another screen, and what they said is what the pages
say."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.db.models import F
from playwright.sync_api import expect

from coaching.practice.models import Workout
from tests.browser import player
from tests.browser.player import Told
from tests.browser.sizes import SCREENS

pytestmark = pytest.mark.browser

PERFECT = ()
# Ten reps and one more, with a pattern, several faults in one rep, and a wrong tap after the fifth.
FIRST_SET = [
    PERFECT,
    PERFECT,
    ("back-arched",),
    ("back-arched", "swung"),
    PERFECT,
    ("held-breath",),
    PERFECT,
    PERFECT,
    ("head-lifted",),
    PERFECT,
    PERFECT,
]
WRONG_TAP = ("rested",)
SECOND_SET = [PERFECT, PERFECT, ("back-arched", "doming")]
THIRD_SET = [PERFECT] * 8 + [("rushed-down",), PERFECT]
ALL = [*FIRST_SET, *SECOND_SET, *THIRD_SET]


class Loads:
    """Counts the documents that a page asks for."""

    def __init__(self, page):
        self.urls = []
        page.on("request", lambda r: self.urls.append(r.url) if r.is_navigation_request() else None)

    def during(self, action):
        before = len(self.urls)
        action()
        return self.urls[before:]


def do_reps(page, told, reps, *, wrong_tap_after=None):
    for number, faults in enumerate(reps, start=1):
        player.say_and_check(page, told, faults)
        if number == wrong_tap_after:
            player.say_and_check(page, told, WRONG_TAP)
            player.take_back(page)
            told.reps.pop()
            player.expect_rep(page, number + 1)
            player.expect_tally(page, told)


def check_summary(page, names):
    expect(player.heading(page)).to_have_text(f"{ALL.count(PERFECT)} perfect of {len(ALL)}")
    main = page.get_by_role("main")
    for reps in (FIRST_SET, SECOND_SET, THIRD_SET):
        expect(main).to_contain_text(f"{reps.count(PERFECT)} of {len(reps)}")
    for slug, times in Counter(fault for rep in ALL for fault in rep).items():
        expect(main.get_by_role("heading", name=f"{names[slug]} {times} ×")).to_be_visible()
    expect(main.get_by_role("definition").filter(has_text="26°")).to_be_visible()
    before, after = main.get_by_role("definition").all_inner_texts()[1:3]
    assert (before, after) == ("0", "1")


def test_a_guest_does_the_whole_routine(visit, names):
    phone, on_its_side, wide = SCREENS.values()
    page = visit(viewport=phone)
    loads = Loads(page)
    player.start_as_newcomer(page)
    player.walk_to_set(page)

    told = Told(names)
    assert loads.during(lambda: do_reps(page, told, FIRST_SET, wrong_tap_after=5)) == []
    player.press_next(page)
    player.expect_step(page, "Rest")
    expect(page.get_by_role("main")).to_contain_text(f"{told.perfect} perfect of 11")
    player.press_next(page)

    player.expect_rep(page, 1)
    page.set_viewport_size(on_its_side)
    told = Told(names)
    assert loads.during(lambda: do_reps(page, told, SECOND_SET)) == []
    page.get_by_role("button", name="Go on with: Bent-knee lowering").click()
    player.expect_step(page, "Rest")
    player.press_next(page)

    player.expect_rep(page, 1)
    expect(player.heading(page)).to_contain_text("Bent-knee lowering")
    page.set_viewport_size(wide)
    told = Told(names)
    assert loads.during(lambda: do_reps(page, told, THIRD_SET)) == []
    player.press_next(page)
    player.answer_step(page, "Plank")
    player.answer_step(page, "Wrap-up", pain=1)
    check_summary(page, names)

    line = f"{ALL.count(PERFECT)} perfect of {len(ALL)}"
    page.goto("/workouts/")
    expect(page.get_by_role("link", name=re.compile(line))).to_contain_text("floor 26°")
    Workout.objects.update(
        started_at=F("started_at") - timedelta(days=2),
        finished_at=F("finished_at") - timedelta(days=2),
    )
    page.goto("/")
    card = page.get_by_role("heading", name="Last workout").locator("xpath=ancestor::section")
    expect(card).to_contain_text(f"{ALL.count(PERFECT)} perfect")
    expect(card).to_contain_text(names["doming"])
    # A fault that ended a set asks for two movements lighter than where it happened.
    expect(player.heading(page)).to_have_text("Something lighter: Single-leg raise")
    card.get_by_role("link").first.click()
    check_summary(page, names)
