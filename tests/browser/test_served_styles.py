"""The styles that are served, without comments, mean to a browser what those in static/ mean."""

import pytest

from tests.ground.test_static_files import served, sources

pytestmark = pytest.mark.browser

# Values of custom properties are kept as they were written, with or without space around commas.
RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(/\\s*,\\s*/g, ","));
}"""


def test_a_served_style_sheet_means_the_same(chromium):
    page = chromium.new_page()
    for name, text in sources("*.css").items():
        assert page.evaluate(RULES, served(name)) == page.evaluate(RULES, text), name
    page.close()
