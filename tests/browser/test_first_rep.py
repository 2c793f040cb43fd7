"""How little stands between a newcomer and the first rep, and an exercise that is only tried."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coaching.people.models import User
from tests.browser import measure, player
from tests.browser.sizes import SMALLEST

pytestmark = pytest.mark.browser

FEWER_THAN = 9
COUNT_TAPS = """
  addEventListener("click", ({ isTrusted, target }) => {
    // A tap on the words of a choice reaches the choice as a second click.
    if (isTrusted && !target.closest("input[type=radio]")) {
      sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
    }
  }, { capture: true });
"""


def test_a_newcomer_reaches_the_first_rep_in_fewer_than_nine_taps(visit):
    page = visit(viewport={"width": 390, "height": 664})
    page.add_init_script(COUNT_TAPS)
    player.start_as_newcomer(page)
    player.walk_to_floor(page)
    player.press_next(page)  # the floor that is offered
    player.expect_rep(page, 1)
    assert 0 < int(page.evaluate("sessionStorage.taps")) < FEWER_THAN


def test_an_exercise_is_tried_from_its_page_by_a_stranger(visit):
    page = visit(reverse("variation", args=["lying-raise"]))
    page.get_by_role("link", name="Try it").click()
    player.expect_heading(page, "Lying leg raise")
    page.clock.install()
    lift = page.locator("rep-pacer").get_by_text("Lift", exact=True)
    page.get_by_role("button", name="5 reps with me").click()
    page.clock.run_for(11_000)
    expect(lift).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(60_000)
    # Nobody asks how a rep was, and nobody is made a guest.
    again = page.get_by_role("link", name="Once more")
    expect(again).to_be_visible()
    expect(page.get_by_role("button", name="Perfect")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Back to the exercise").click()
    expect(page.get_by_role("link", name="Try it")).to_be_visible()
    assert not User.objects.exists()


def test_without_javascript_trying_shows_how_it_goes(visit):
    page = visit(reverse("drill_tryout", args=["plank"]), scripts=False)
    player.expect_heading(page, "Plank")
    expect(page.get_by_role("img", name="On forearms and toes. Held still.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_text("How it goes").click()
    expect(page.get_by_role("listitem").first).to_be_visible()


SCALE = """() => {
  const cells = [...document.querySelectorAll("input[type=radio][name=pain]")]
    .map((cell) => cell.parentElement.getBoundingClientRect());
  return { tops: new Set(cells.map(({ top }) => top)).size, count: cells.length,
    narrowest: Math.min(...cells.map(({ width }) => width)),
    lowest: Math.min(...cells.map(({ height }) => height)) };
}"""
LOOKS = """(element) => {
  const { backgroundColor, color, outlineStyle, borderTopStyle, borderTopWidth } =
    getComputedStyle(element);
  return { backgroundColor, color, outlineStyle, borderTopStyle, borderTopWidth };
}"""


def test_the_pain_scale_is_one_row_of_eleven_at_320_pixels(visit):
    page = visit(reverse("start"), viewport=SMALLEST, forced_colors="active")
    scale = page.evaluate(SCALE)
    assert (scale["count"], scale["tops"]) == (11, 1)
    assert scale["lowest"] >= 56
    assert scale["narrowest"] >= 24
    assert not measure.cut_off(page)
    expect(page.get_by_text("0 is no pain", exact=True)).to_be_visible()
    expect(page.get_by_text("10 is the worst imaginable", exact=True)).to_be_visible()
    # Where the system chooses the colours, what is chosen still differs from what is not.
    player.choose_pain(page, 7)
    chosen, other = (
        page.get_by_role("radio", name=name, exact=True).locator("xpath=..").evaluate(LOOKS)
        for name in ("7", "8")
    )
    assert chosen["backgroundColor"] != other["backgroundColor"]
    assert chosen["color"] != chosen["backgroundColor"]
    for button in page.get_by_role("main").get_by_role("button").all():
        looks = button.evaluate(LOOKS)
        assert looks["borderTopStyle"] == "solid", button.inner_text()
        assert looks["borderTopWidth"] != "0px", button.inner_text()
