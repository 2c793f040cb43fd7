"""Screens of the player × sizes: what is true of all of them, measured in the browser."""

from tests.browser import measure
from tests.browser.sizes import ON_ITS_SIDE, PHONE, SMALLEST, WIDE, each_size

SIZES = {
    f"{size['width']} × {size['height']}": size
    for size in ({"width": 390, "height": 664}, PHONE, SMALLEST, ON_ITS_SIDE, WIDE)
}
# A window of 1280 × 1024 at 400 %; and letters twice as large. There a page may scroll.
ZOOMED = {"400 %": {"width": 320, "height": 256}}
LARGE_LETTERS = {f"{name}, 200 % text": SIZES[name] for name in ("390 × 664", "844 × 390")}
TEXT = "size => { document.documentElement.style.fontSize = size; }"
HALF_AT_LEAST = ("390 × 664", "320 × 568", "844 × 390")
THUMB = 56

MEASURE = """() => {
  const seen = (element) =>
    element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const box = (element) => {
    if (!seen(element)) return null;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const over = (a, b) => a && b
    && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  // Whole, on the screen, and with nothing over its middle.
  const inReach = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  };
  const painInReach = (at) => {
    scrollTo(0, at);
    const pain = document.querySelector(".player-bar__pain");
    const { width, height } = pain.getBoundingClientRect();
    return inReach(pain) && width >= 56 && height >= 56;
  };
  const columns = (element) =>
    seen(element) ? getComputedStyle(element).gridTemplateColumns.split(" ").length : 1;

  const figure = box(document.querySelector(".set__figure"));
  const drawn = box(document.querySelector(".set__figure svg"));
  // The picture is smaller than its frame: where there is a mat, that is looked at.
  const person = all(".set__figure .figure-mat")[0] ?? all(".set__figure .figure-near")[0];
  const parts = [".stage__title", ".pace:not(.pace--still)", ".set .dots", ".tally", ".set__cue",
    ".acts__main", ".set__ask", ".intro", ".keys", ".player-bar"];
  const boxes = parts.flatMap((part) => all(part).map((element) => [part, box(element)]));
  const pairs = boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => over(a, b)).map(([other]) => `${one} lies over ${other}`));
  const open = all("[popover]").at(-1) ?? all(".unsent")[0] ?? document.querySelector("main");
  const primary = ".button:not(.button--plain, .button--quiet)";
  const player = document.body.matches(".player");
  const found = {
    player, face: document.querySelector("[data-face]")?.dataset.face,
    asks: Boolean(all("#prompt #asked")[0]) && !all("[popover], .rushed, .unsent")[0],
    figure, drawn, share: figure && figure.height / innerHeight,
    over: [...boxes.filter(([part, each]) => part !== ".player-bar" && over(each, box(person)))
      .map(([part]) => `${part} lies over the figure`), ...pairs],
    pain: !player || (painInReach(document.documentElement.scrollHeight) && painInReach(0)),
    wayOn: [...open.querySelectorAll(primary)].some((each) => seen(each) && inReach(each)),
    columns: Math.max(...[".stage", ".set", ".review__tiles", ".sheet"]
      .flatMap((selector) => all(selector).map(columns)), 1),
  };
  return found;
}"""


class Table:
    """What is wrong with a screen, and at which sizes. It fails as a whole."""

    def __init__(self):
        self.wrong, self.sizes = {}, {}

    def look(self, page, state):
        for size in each_size(page, SIZES):
            self.check(page, f"{state}, {size}", size)
        for size in each_size(page, ZOOMED):
            self.readable(page, f"{state}, {size}")
        page.evaluate(TEXT, "200%")
        for size in each_size(page, LARGE_LETTERS):
            self.readable(page, f"{state}, {size}")
        page.evaluate(TEXT, "")

    def readable(self, page, where):
        """What is true at every size, letters and zoom included."""
        found = page.evaluate(MEASURE)
        self.note(where, [] if found["pain"] else ["Pain is not in reach"])
        if page.viewport_size["width"] < 640 and found["columns"] > 1:
            self.note(where, ["columns of the wide layout"])
        if across := measure.scrolls(page)["across"]:
            self.note(where, [f"scrolls sideways by {across}"])
        self.note(where, [f"cut off: {text}" for text in measure.cut_off(page)])
        self.note(where, [f"on top of each other: {text}" for text in measure.overlaps(page)])
        return found

    def check(self, page, where, size):
        found = self.readable(page, where)
        if not found["player"]:
            return
        self.note(where, [] if found["wayOn"] else ["no way on in the first screen"])
        targets = measure.targets(page)
        self.note(where, measure.small(targets, THUMB))
        if found["asks"]:
            largest = max(targets, key=lambda each: each["width"] * each["height"])
            self.note(where, [] if largest["name"] == "Perfect" else [f"{largest} is the largest"])
        if found["figure"]:
            self.check_face(page, where, size, found)

    def check_face(self, page, where, size, found):
        """The figure is large, keeps one size, and nothing lies over it or over one another."""
        drawn = [round(found["drawn"][each], 1) for each in ("width", "height")]
        first = self.sizes.setdefault(size, drawn)
        self.note(where, [f"the figure was {first}, is {drawn}"] if first != drawn else [])
        self.note(where, found["over"])
        # What and why before the first rep is read, not glanced at from the mat.
        if found["face"] == "intro":
            return
        if size in HALF_AT_LEAST and found["share"] < 0.5:
            self.note(where, [f"the figure has {found['share']:.0%} of the height"])
        down = measure.scrolls(page)["down"]
        self.note(where, [f"scrolls by {down}"] if down > 0 else [])

    def note(self, where, problems):
        for problem in problems:
            self.wrong.setdefault(problem, []).append(where)

    def tell(self):
        lines = [f"{problem}\n    on {'; '.join(where)}" for problem, where in self.wrong.items()]
        assert not lines, "\n" + "\n".join(lines)
