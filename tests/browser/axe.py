"""axe-core on a page, at WCAG 2.2 AA, with no exceptions; and no heading skips a level."""

from pathlib import Path
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

SCRIPT = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# What can differ between light and dark; the rest was seen in the other.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """async (rules) => {
  const { violations, passes } = await axe.run(document, {
    runOnly: rules,
    rules: rules.type === "tag" ? { "heading-order": { enabled: true } } : {},
    resultTypes: ["violations"],
  });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.join(" ")}: ${(failureSummary || help).replace(/\\s+/g, " ")}`));
  return [found, passes.length];
}"""
# In motion a colour is between two others, and nobody has chosen that one. A colour that is
# inherited may move again in each child in turn, so one still frame is not enough.
SETTLED = """async () => {
  const moving = () => document.getAnimations().some((animation) =>
    animation.playState === "running" && animation.effect.getComputedTiming().endTime < 2000);
  for (let still = 0; still < 3; still = moving() ? 0 : still + 1) {
    await new Promise(requestAnimationFrame);
  }
}"""


def view_of(page):
    """What kind of page this is; None where nothing has this address."""
    try:
        return resolve(urlsplit(page.url).path).view_name
    except Resolver404:
        return None


class Findings:
    """Collects what axe says of many pages, each in all sizes and schemes, and tells it at last."""

    def __init__(self, sizes):
        self.sizes = list(sizes.items())
        self.schemes = ["light", "dark"]
        self.script = SCRIPT.read_text()
        self.found = {}  # what axe says -> where
        self.seen = set()  # names of views

    def look(self, page, name):
        """In both schemes: a kind of page that is new in all sizes, other states as they stand."""
        view = view_of(page)
        new = view not in self.seen
        self.seen.add(view)
        sizes = self.sizes if new else [("as it stands", page.viewport_size)]
        for size, viewport in sizes:
            page.set_viewport_size(viewport)
            # The player is dark whatever the device prefers: seeing that once is enough.
            fixed = page.locator("html[data-theme]").count() and not (new and size == sizes[0][0])
            for scheme, rules in zip(self.schemes, (TAGS, COLOURS), strict=True):
                if fixed and rules is COLOURS:
                    continue
                page.emulate_media(color_scheme=scheme)
                self._run(page, rules, f"{name} ({size}, {scheme})")
            # Begin where this one ended: a change of scheme or size is what takes longest.
            self.schemes.reverse()
        sizes.reverse()

    def glance(self, page, name):
        """As the page stands: enough where another page of the same template was looked at."""
        self._run(page, TAGS, name)

    def _run(self, page, rules, where):
        if not page.evaluate("() => Boolean(window.axe)"):
            page.evaluate(f"() => {{ {self.script} }}")
        page.evaluate(SETTLED)
        problems, passed = page.evaluate(RUN, rules)
        assert passed, f"axe found nothing to look at on {where}"
        for problem in problems:
            self.found.setdefault(problem, []).append(where)

    def tell(self):
        assert not self.found, "\n".join(
            f"\n{problem}\n    on {', '.join(sorted(set(where)))}"
            for problem, where in self.found.items()
        )
