"""Where the system chooses the colours, lines tell what fills told; and at 400 % nothing with the
focus lies under a bar."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import player, workouts
from tests.browser.handsfree.table import SIZES, ZOOMED

pytestmark = pytest.mark.browser

# What cannot be made out: buttons without a line around them, a choice that looks like the others,
# marks and drawings in the colour of their ground.
UNSEEN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)].filter((e) =>
    e.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const style = (e) => getComputedStyle(e);
  const ground = style(document.body).backgroundColor;
  const drawn = ({ backgroundColor, backgroundImage, borderTopColor, borderTopWidth, outlineStyle,
    outlineColor }) => [backgroundColor, backgroundImage, borderTopColor, borderTopWidth,
    outlineStyle === "none" || outlineColor].join();
  const lined = (e) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = style(e);
    return borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1
      && borderTopColor !== ground;
  };
  const words = (e) => e.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
  const found = all("button, a.button, summary, .player-bar a").filter((e) => !lined(e))
    .map((e) => `no line around ${words(e)}`);
  const alike = (what, one, other) => one && other && drawn(style(one)) === drawn(style(other))
    && found.push(`${what} looks like the others`);
  for (const input of all("input:checked")) {
    const card = (e) => e.closest(".form-check, .judging label");
    const other = [...input.closest("fieldset, .sheet__switches").querySelectorAll("input")]
      .find(({ checked }) => !checked);
    if (other) alike(words(card(input)), card(input), card(other));
  }
  for (const pressed of all("[aria-pressed=true]"))
    alike(words(pressed), pressed, pressed.parentElement.querySelector("[aria-pressed=false]"));
  const kinds = {
    ".dot--": ["perfect", "fault", "next", "todo"],
    ".segment--": ["done", "now", "todo"],
  };
  for (const [kind, names] of Object.entries(kinds)) names.forEach((one, i) =>
    names.slice(i + 1).forEach((other) => alike(one, all(kind + one)[0], all(kind + other)[0])));
  for (const part of all(".figure-near, .figure-mat, .rest-clock__left"))
    if ([style(part).fill, style(part).stroke].every((each) => each === ground || each === "none"))
      found.push(`${part.getAttribute("class")} cannot be seen`);
  for (const icon of all(".icon, .spotless"))
    if (style(icon).stroke !== style(icon.parentElement).color)
      found.push(`the sign beside ${words(icon.parentElement)} has a colour of its own`);
  return [...new Set(found)];
}"""
# The part of what has the focus that lies under something else, if that is where its middle is.
HIDDEN = """() => {
  const at = document.activeElement;
  if (at === document.body || at.matches(".skip, [popover]")) return null;
  const shown = at.labels?.[0] ?? at;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const middle = Math.min(Math.max((top + bottom) / 2, top + 1), bottom - 1);
  const there = document.elementFromPoint((left + right) / 2, middle);
  const free = [at, shown, shown.parentElement].some((each) => each.contains(there));
  return free && top >= -1 && bottom <= innerHeight + 1 ? null : at.outerHTML.slice(0, 160);
}"""


def test_in_forced_colours_everything_can_be_made_out(mat, guest):
    found = {}

    def look(name):
        if unseen := mat.page.evaluate(UNSEEN):
            found[name] = unseen

    workout = workouts.at_step(guest, 1)
    mat = mat(workouts.step_url(workout, 1), viewport=SIZES["390 × 664"], forced_colors="active")
    player.choose_pain(mat.page, 2)
    look("a pain number")
    player.answer_step(mat.page, "Place and body")
    mat.expect_step("Reset")
    look("a drill")
    workout.delete()
    workout = workouts.at_set(guest)
    mat.page.goto(workouts.set_url(workout))
    look("intro")
    player.say(mat.page, ())
    mat.expect_rep(2)
    player.say(mat.page, ("back-arched",))
    mat.expect_rep(3)
    look("own pace")
    player.open_sheet(mat.page)
    player.tick(mat.page.get_by_role("dialog").get_by_role("checkbox").first)
    look("all faults")
    mat.page.keyboard.press("Escape")
    look("question")
    menu = player.open_menu(mat.page)
    menu.get_by_role("button", name="Silence").click()
    look("the menu")
    mat.page.keyboard.press("Escape")
    mat.page.goto(reverse("set_review", args=[workout.pk, 1]))
    faults = mat.page.get_by_role("group", name="What went wrong")
    faults.get_by_role("button").first.click()
    look("review")
    workout.sets.update(target=2)
    mat.page.goto(workouts.set_url(workout))
    look("set done")
    player.press_next(mat.page)
    mat.expect_step("Rest")
    look("rest")
    assert not found


def test_at_400_percent_the_focus_is_never_under_a_bar(mat, guest):
    found = {}

    def tab_through(name, stops):
        for _stop in range(stops):
            mat.page.keyboard.press("Tab")
            if hidden := mat.page.evaluate(HIDDEN):
                found.setdefault(name, set()).add(hidden)

    workout = workouts.at_set(guest)
    mat = mat(workouts.set_url(workout), viewport=ZOOMED["400 %"])
    tab_through("intro", 9)
    player.open_menu(mat.page)
    tab_through("the menu", 14)
    mat.page.keyboard.press("Escape")
    player.open_sheet(mat.page)
    tab_through("all faults", 12)
    mat.page.goto(reverse("set_review", args=[workout.pk, 1]))
    expect(mat.page.get_by_role("main").locator("ol.tiles .tile").first).to_be_visible()
    tab_through("review", 24)
    assert not found
