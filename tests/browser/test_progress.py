"""The pictures of /progress/ are drawn from its tables, under the same policy as every page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from coaching.practice.models import CheckIn
from tests.browser import workouts
from tests.browser.sizes import PHONE
from tests.factories.progression import PlacementFactory

pytestmark = pytest.mark.browser

# How many colours are on a canvas: one that nobody drew on has one.
COLOURS = """canvas => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  return new Set(new Uint32Array(data.buffer)).size;
}"""
CHARTS = ("reps", "floors", "seconds", "pain", "rungs")


@pytest.fixture
def trained(member):
    """Four workouts with everything that is drawn."""
    for number in range(4):
        workout = workouts.finished(member, reps=((), ("back-arched",), ()))
        workout.sets.first().reps.update(descent_seconds=3.2)
        CheckIn.objects.create(workout=workout, moment="next-day", pain=1)
        workout.started_at = timezone.now() - timedelta(days=20 - 5 * number)
        workout.save()
    PlacementFactory(person=member, placed_at=timezone.now() - timedelta(days=30))
    return member


def test_every_picture_is_drawn_and_its_table_put_away(visit, trained):
    page = visit("/progress/", user=trained, viewport=PHONE)
    for name in CHARTS:
        figure = page.locator(f"[data-chart={name}]")
        canvas = figure.locator("canvas")
        expect(canvas).to_be_visible()
        assert canvas.evaluate(COLOURS) > 8, name
        assert canvas.get_attribute("aria-label") == figure.locator("figcaption").inner_text()
        expect(figure.locator("table").first).to_be_hidden()
    page.locator("[data-chart=reps] summary").click()
    expect(page.locator("[data-chart=reps] table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    # On paper: light, as wide as the paper, with the table about pain.
    before = page.locator("[data-chart=pain] canvas").bounding_box()["height"]
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    expect(page.locator("[data-chart=pain] table")).to_be_visible()
    expect(page.locator("[data-chart=reps] table")).to_be_hidden()
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
    assert page.locator("[data-chart=pain] canvas").bounding_box()["height"] < before
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_without_scripts_the_tables_are_there(visit, trained):
    page = visit("/progress/", user=trained, scripts=False)
    for name in CHARTS:
        expect(page.locator(f"[data-chart={name}] table").first).to_be_visible()
    expect(page.locator("canvas").first).to_be_hidden()
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
