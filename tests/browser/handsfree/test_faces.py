"""The faces of a set on every screen: a large figure of one size, and nothing lies over it."""

import pytest
from playwright.sync_api import expect

from tests.browser import measure, player, workouts
from tests.browser.handsfree.mat import GET_READY, REP
from tests.browser.sizes import each_size

pytestmark = [pytest.mark.browser, pytest.mark.worded]

SIZES = {
    f"{width} × {height}": {"width": width, "height": height}
    for width, height in ((390, 664), (390, 844), (320, 568), (844, 390), (1280, 800))
}
HALF_AT_LEAST = ("390 × 664", "320 × 568", "844 × 390")
THUMB = 56
# The box of the figure and how large it is drawn, what lies over it, and Pain in its corner.
MEASURE = """() => {
  const box = (element) => {
    if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  };
  const one = (selector) => box(document.querySelector(selector));
  const drawn = one(".set__figure .figure-mat") ?? one(".set__figure .figure-near");
  const over = (b) => b && drawn
    && Math.min(b.right, drawn.right) - Math.max(b.left, drawn.left) > 1
    && Math.min(b.bottom, drawn.bottom) - Math.max(b.top, drawn.top) > 1;
  const parts = [".stage__title", ".pacer", ".set .dots", ".tally", ".set__cue", ".acts__main",
    ".set__ask", ".intro", ".keys"];
  const pain = one(".player-bar__pain");
  const figure = one(".set__figure");
  return {
    box: figure.height, drawn: one(".set__figure svg"), share: figure.height / innerHeight,
    over: parts.filter((part) => [...document.querySelectorAll(part)].some((e) => over(box(e)))),
    pain: pain.left >= 0 && pain.right <= innerWidth && pain.width >= 56 && pain.height >= 56,
    face: document.querySelector("[data-face]").dataset.face,
  };
}"""


class Table(dict):
    """What was measured: state and size -> numbers. It fails as a whole."""

    def __init__(self):
        super().__init__()
        self.wrong, self.sizes = [], {}

    def look(self, page, state):
        for size in each_size(page, SIZES):
            page.evaluate("scrollTo(0, 0)")
            found = self[state, size] = page.evaluate(MEASURE)
            self.check(page, f"{state}, {size}", size, found)

    def check(self, page, where, size, found):
        drawn = [round(found[each], 1) for each in ("box",)]
        drawn += [round(found["drawn"][each], 1) for each in ("width", "height")]
        first = self.sizes.setdefault(size, drawn)
        self.note(where, [f"the figure was {first}, is {drawn}"] if first != drawn else [])
        if size in HALF_AT_LEAST and found["share"] < 0.5:
            self.note(where, [f"the figure has {found['share']:.0%} of the height"])
        self.note(where, [f"{part} lies over the figure" for part in found["over"]])
        self.note(where, [] if found["pain"] else ["Pain is cut"])
        self.note(where, measure.small(page, THUMB))
        scrolled = measure.scrolls(page)
        over = max(scrolled["across"], 0 if found["face"] == "intro" else scrolled["down"])
        self.note(where, [f"scrolls by {over}"] if over > 0 else [])
        self.note(where, [f"cut off: {text}" for text in measure.cut_off(page)])

    def note(self, where, problems):
        self.wrong += [f"{where}: {problem}" for problem in problems]


@pytest.fixture
def table():
    found = Table()
    yield found
    assert not found.wrong, "\n" + "\n".join(found.wrong)


def send_wrong_number(mat, number):
    fields = player.prompt(mat.page).locator("input[name=number]")
    fields.evaluate_all(f"fields => fields.forEach((field) => {{ field.value = {number}; }})")
    mat.press("Space")


def test_paced_and_judged_rep_by_rep(mat, guest, table):
    workout = workouts.at_set(guest)
    workout.sets.update(target=4)
    mat = mat(workouts.set_url(workout), viewport=SIZES["390 × 664"], reduced_motion="reduce")
    table.look(mat.page, "intro")
    mat.press("Space")
    mat.wait(GET_READY + 1)
    mat.expect_state("running")
    table.look(mat.page, "moving, paced")
    mat.press("s")
    table.look(mat.page, "paused")
    mat.press("s")
    mat.lower()
    table.look(mat.page, "question")
    mat.press("1")
    mat.expect_rep(2)
    mat.lower()
    mat.press("1")
    mat.expect_rep(3)
    mat.lower()
    expect(player.prompt(mat.page).get_by_role("button", name="Stop at 36°")).to_be_visible()
    table.look(mat.page, "question, with a suggestion")
    mat.page.route("**/reps/", lambda route: route.abort())
    mat.press("Space")
    expect(mat.page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    table.look(mat.page, "unsent")
    mat.page.unroute("**/reps/")
    mat.press("Space")
    mat.expect_rep(4)
    mat.lower()
    send_wrong_number(mat, 2)
    expect(player.prompt(mat.page).get_by_role("alert")).to_be_visible()
    table.look(mat.page, "refused")
    mat.wait(1)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("4 reps done")
    table.look(mat.page, "over by target")


def test_at_ones_own_pace_and_ended_by_doming(mat, guest, table):
    workout = workouts.at_set(guest, reps=[()])
    mat = mat(workouts.set_url(workout), viewport=SIZES["390 × 664"], reduced_motion="reduce")
    table.look(mat.page, "ready")
    mat.page.get_by_role("button", name="My own pace").click()
    table.look(mat.page, "moving, at one's own pace")
    mat.page.get_by_role("button", name="Not perfect", exact=True).click()
    table.look(mat.page, "question, at one's own pace")
    # One tap on a phone.
    player.prompt(mat.page).get_by_role("button", name="Doming", exact=True).first.click()
    expect(player.prompt(mat.page)).to_contain_text("Set 1 ends here")
    table.look(mat.page, "over by doming")


def test_the_whole_set_in_one_go(mat, guest, table):
    workout = workouts.at_set(guest)
    workout.sets.update(target=15)
    mat = mat(workouts.set_url(workout), viewport=SIZES["390 × 664"], reduced_motion="reduce")
    mat.page.get_by_role("main").get_by_role("radio", name="After the whole set").check()
    mat.press("Space")
    mat.wait(GET_READY + REP + 2)
    table.look(mat.page, "whole set, running")
    mat.press("s")
    table.look(mat.page, "whole set, paused")
    mat.page.reload()
    mat.page.wait_for_load_state()
    table.look(mat.page, "whole set, taken up again")
    mat.press("Space")
    mat.wait(GET_READY + 14 * REP + 1)
    mat.expect_step("How were they?")
    expect(mat.page.get_by_role("main").locator("ol.tiles .tile")).to_have_count(15)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("All of them perfect.")
    table.look(mat.page, "fifteen done")


def test_a_perfect_rep_is_one_tap_at_ones_own_pace(mat, guest):
    workout = workouts.at_step(guest, len(workouts.ANSWERS) + 1, reps=3)
    mat = mat(workouts.set_url(workout))
    mat.page.get_by_role("button", name="Without the pacer").click()
    for number in (2, 3):
        mat.page.get_by_role("button", name="Perfect", exact=True).click()
        mat.expect_rep(number)
        mat.wait(1)
    mat.press("Space")
    expect(player.prompt(mat.page)).to_contain_text("3 reps done")
    # One more has a key; so has the one after that.
    mat.wait(1)
    mat.press("m")
    expect(player.prompt(mat.page)).to_contain_text("4 reps done")
    mat.wait(1)
    mat.press("+")
    expect(player.prompt(mat.page)).to_contain_text("5 reps done")
    assert player.saved_reps(workouts.first_set(workout)) == [()] * 5


def test_how_to_do_it_leaves_a_set_where_it_is(mat, first_set):
    mat = mat(workouts.set_url(first_set.workout))
    mat.press("s")
    mat.wait(GET_READY + 1)
    mat.page.get_by_role("button", name="More", exact=True).click()
    mat.page.get_by_role("button", name="How to do it").click()
    sheet = mat.page.get_by_role("dialog", name="Lying leg raise")
    expect(sheet.get_by_role("listitem").first).to_be_visible()
    mat.expect_state("paused")
    sheet.get_by_role("button", name="Back to the set").click()
    expect(sheet).to_be_hidden()
    expect(mat.page.get_by_role("dialog")).to_have_count(0)
    mat.press("s")
    mat.lower()
    mat.expect_rep(1)
