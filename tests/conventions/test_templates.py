"""Texts can be translated, and pages keep to the Content-Security-Policy."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
NAME = "legraises"  # a name is the same in every language

IN_GETTEXT = re.compile(r"{%\s*blocktrans(late)?\b.*?{%\s*endblocktrans(late)?\s*%}", re.DOTALL)
# Blocks that a page fills with class names.
CLASSES = re.compile(r"{%\s*block (stage|room)\s*%}[^<{]*{%\s*endblock")
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)
JSON_KEY = re.compile(r'"\w+":')
TAG = re.compile(r"{%.*?%}|{{.*?}}|<svg.*?</svg>|<[^>]*>|&\w+;", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2,}")
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_every_text_goes_through_gettext(page):
    source = IN_GETTEXT.sub("", COMMENT.sub("", CLASSES.sub("", page.read_text())))
    source = JSON_KEY.sub("", source)
    spoken = [TAG.sub("", text) for text in SPOKEN_ATTRIBUTE.findall(source)]
    for text in [TAG.sub(" ", source), *spoken]:
        words = [word for word in WORD.findall(text) if word != NAME]
        assert not words, f"not in {{% translate %}}: {' '.join(words[:8])}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_nothing_inline_that_the_policy_forbids(page):
    source = COMMENT.sub("", page.read_text())
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:|hx-on", source)
    for script in re.findall(r"<script\b[^>]*>", source):
        assert "src=" in script or 'type="application/json"' in script


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_nothing_is_printed_as_it_is(page):
    """What somebody wrote is escaped; only a literal may be markup. Django's own forms print help
    texts as they are, so crispy writes ours."""
    source = re.sub(r'"[^"{}]*"\|safe\b', "", COMMENT.sub("", page.read_text()))
    assert not re.search(r"\|\s*safe|autoescape off|\.as_(p|div|table|ul)\b|{{\s*form\s*}}", source)
