"""The floor: dragged, moved by keys, or written. The same floor in the end."""

import pytest
from playwright.sync_api import expect

from coaching.practice.models import Floor
from tests.browser import player, workouts
from tests.browser.sizes import SCREENS, each_size

pytestmark = pytest.mark.browser

FLOOR, ELSEWHERE = 30, 45


@pytest.fixture
def workout(guest):
    return workouts.at_step(guest, 5)


def degrees(page):
    return page.get_by_label("Your floor, in degrees")


def leg(page):
    return page.get_by_role("slider")


def drawn(page):
    return int(leg(page).get_attribute("aria-valuenow"))


def drag(page):
    """On each screen, because the figure is of another size there."""
    for _screen in each_size(page, SCREENS):
        number(page, ELSEWHERE)
        drag_once(page)
        expect_floor(page)


def drag_once(page):
    """Pulls the foot up or down until the figure shows the floor, as a hand would."""
    handle = leg(page).locator("[data-part=handle]").bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for _move in range(400):
        seen = drawn(page)
        if seen == FLOOR:
            break
        y += 1 if seen > FLOOR else -1
        page.mouse.move(x, y)
    page.mouse.up()


def keys(page):
    leg(page).focus()
    leg(page).press("Home")
    for _step in range(FLOOR // 5):
        leg(page).press("PageUp")
    leg(page).press("ArrowUp")
    leg(page).press("ArrowLeft")


def number(page, floor=FLOOR):
    degrees(page).fill(str(floor))


def expect_floor(page):
    expect(degrees(page)).to_have_value(str(FLOOR))
    expect(leg(page)).to_have_attribute("aria-valuenow", str(FLOOR))
    expect(leg(page).locator("[data-part=degrees]").first).to_have_text(f"{FLOOR}°")


@pytest.mark.parametrize("way", [drag, keys, number], ids=lambda way: way.__name__)
def test_every_way_ends_in_the_same_floor(visit, guest, workout, way):
    page = visit(workouts.step_url(workout, 5), user=guest)
    way(page)
    expect_floor(page)
    player.answer_step(page, "Your floor")
    player.expect_rep(page, 1)
    assert Floor.objects.get().degrees == FLOOR


def test_a_floor_that_nobody_set_is_nobodys_floor(visit, guest, workout):
    page = visit(workouts.step_url(workout, 5), user=guest)
    assert drawn(page) == 80  # ten degrees below the top
    expect_unset(page)
    leg(page).press("ArrowDown")
    expect(page.get_by_role("button", name="This is my floor")).to_be_visible()
    expect(leg(page)).to_have_attribute("aria-valuetext", "79°")
    expect(leg(page).get_by_text("your floor")).to_be_visible()
    degrees(page).fill("")
    expect_unset(page)
    player.answer_step(page, "Your floor")
    player.expect_rep(page, 1)
    assert not Floor.objects.exists()


def expect_unset(page):
    """Nothing says that where the leg is drawn is anybody's floor."""
    expect(degrees(page)).to_have_value("")
    expect(page.get_by_role("button", name="Go on without a floor")).to_be_visible()
    expect(leg(page)).to_have_attribute("aria-valuetext", "not set yet")
    expect(leg(page).get_by_text("your floor")).to_be_hidden()


def test_a_floor_of_another_day_is_what_is_gone_on_with(visit, guest):
    workout = workouts.at_step(guest, 5, floor=30)
    page = visit(workouts.step_url(workout, 5), user=guest)
    expect(page.get_by_role("button", name="Go on with 30°")).to_be_visible()
    expect(leg(page).get_by_text("your floor")).to_be_visible()


def test_a_finger_moves_the_leg(visit, guest, workout):
    page = visit(workouts.step_url(workout, 5), user=guest, has_touch=True, is_mobile=True)
    handle = leg(page).locator("[data-part=handle]").bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    before = drawn(page)
    finger = page.context.new_cdp_session(page)
    for kind, points in [
        ("touchStart", [(x, y)]),
        *(("touchMove", [(x, y + up)]) for up in range(5, 45, 5)),
        ("touchEnd", []),
    ]:
        touches = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    assert drawn(page) < before
    assert page.evaluate("scrollY") == 0


def test_stopping_higher_in_a_set_moves_the_floor_without_a_page_load(visit, guest, names):
    workout = workouts.at_set(guest, floor=26)
    page = visit(workouts.set_url(workout), user=guest)
    page.evaluate("window.here = true")
    told = player.Told(names)
    for _twice in range(2):
        player.say_and_check(page, told, ("back-arched",))
    figure = page.get_by_role("img", name="Lying on the back")
    expect(figure).to_contain_text("26°")
    player.prompt(page).get_by_role("button", name="Stop at 36° from now on").click()
    expect(figure).to_contain_text("36°")
    player.expect_rep(page, 3)
    player.expect_tally(page, told)
    assert page.evaluate("window.here") is True
    workout.refresh_from_db()
    assert workout.floors.get().degrees == 36
