"""Measuring pages: what sticks out, what is cut off, and how large the things to press are."""

# Text that a person cannot read in full: past the edge of the page, or of something that hides
# what sticks out. What only a screen reader is told is one pixel large, and no matter here.
CUT_OFF = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const hides = (value) => value === "hidden" || value === "clip";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .visually-hidden, .skip")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      let seen = true, scrolls = false;
      for (let above = parent; above && above !== document.body; above = above.parentElement) {
        const style = getComputedStyle(above);
        const edge = above.getBoundingClientRect();
        if (edge.width <= 1 && edge.height <= 1) { scrolls = true; break; }
        if (hides(style.overflowX) && (box.left < edge.left - 2 || box.right > edge.right + 2)
          || hides(style.overflowY) && (box.top < edge.top - 4 || box.bottom > edge.bottom + 4)) {
          seen = false;
        }
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) { scrolls = true; break; }
        if (style.position === "fixed") break;
      }
      const width = document.documentElement.clientWidth;
      if (!scrolls && (!seen || box.left < -2 || box.right > width + 2)) {
        found.add(node.data.trim().replace(/\\s+/g, " ").slice(0, 60));
      }
    }
  }
  return [...found];
}"""
# Words that lie on top of other words.
OVERLAPS = """() => {
  const found = new Set(), boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .skip, [popover]")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const own = parent.getBoundingClientRect();
    if (own.width <= 1 && own.height <= 1) continue;
    let fixed = false;
    for (let above = parent; above; above = above.parentElement) {
      fixed ||= /fixed|sticky/.test(getComputedStyle(above).position);
    }
    if (fixed) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) boxes.push([node, box]);
  }
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (!(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 3 && high > 0.35 * Math.min(a.height, b.height)) {
      found.add(`${one.data.trim().slice(0, 40)} / ${other.data.trim().slice(0, 40)}`);
    }
  }
  return [...found];
}"""
SCROLLS = """() => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  return { across: Math.max(0, scrollWidth - clientWidth), down: scrollHeight - clientHeight };
}"""
# What a finger can hit. Of a choice that is everything that answers for it: itself, its labels, and
# what they are stretched over.
TARGETS = """() => {
  const found = [];
  const open = [...document.querySelectorAll("[popover]:popover-open")].at(-1);
  const selector = "a[href], button, input, select, textarea, summary, [role=slider]";
  const reach = (each) => {
    each.scrollIntoView({ block: "center" });
    const mine = [each, ...each.labels];
    const box = (each.labels[0] ?? each).getBoundingClientRect();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const hit = (x, y) => mine.some((part) => part.contains(document.elementFromPoint(x, y)));
    const far = (dx, dy) => {
      let steps = 0;
      while (steps < 400 && hit(x + dx * (steps + 1), y + dy * (steps + 1))) steps += 1;
      return steps;
    };
    return { width: far(-1, 0) + far(1, 0) + 1, height: far(0, -1) + far(0, 1) + 1 };
  };
  const { scrollX, scrollY } = window;
  for (const each of (open ?? document).querySelectorAll(selector)) {
    if (each.type === "hidden" || each.matches(".skip")) continue;
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    const ticked = /radio|checkbox/.test(each.type) && each.labels.length;
    const { width, height } = ticked ? reach(each) : each.getBoundingClientRect();
    const words = each.getAttribute("aria-label") || each.labels?.[0]?.textContent
      || each.textContent || each.name;
    // A row of choices that go together shares the width of the phone; its height is the thumb's.
    const company = each.type === "radio" ? each.form?.elements[each.name]?.length : 1;
    const row = company > 6;
    found.push({ name: words.trim().replace(/\\s+/g, " ").slice(0, 50), width, height, row });
  }
  window.scrollTo(scrollX, scrollY);
  return found;
}"""


def cut_off(page):
    return page.evaluate(CUT_OFF)


def overlaps(page):
    return page.evaluate(OVERLAPS)


def scrolls(page):
    return page.evaluate(SCROLLS)


def targets(page):
    return page.evaluate(TARGETS)


def small(found, least):
    """The targets that are less than this many pixels wide or high. One of a row of many, as of a
    pain scale, may be as narrow as a finger can still hit."""
    return [
        f"{target['name']}: {target['width']:.0f} × {target['height']:.0f}"
        for target in found
        if target["height"] < least - 0.5
        or target["width"] < (24 if target["row"] else least - 0.5)
    ]
