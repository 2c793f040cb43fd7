"""Content whose every text is markup, and somebody who notices where it became more than text."""

import re
from html.parser import HTMLParser

from pydantic import ValidationError

from coaching.catalogue.schema import Catalogue, Shape, Translation, problems
from tests.catalogue.fields import at, leaves
from tests.factories.translations import LANGUAGE

# Elements and attributes of theirs, and ways out of where a text may stand. Without spaces, so that
# what takes few words takes them, too.
PAYLOADS = (
    '"><b/data-pwned>',
    "'><b/data-pwned>",
    "<img/src=/pwned>",
    "</title><b/data-pwned>",
    "</textarea></select></script><b/data-pwned>",
    "javascript:pwned()",
    "{{7*7}}{%now'Y'%}",
    "<script/src=/static/pwned.js></script>",
    "<form/hx-post=/pwned/hx-trigger=load>",
    "<img/src=/static/pwned/onerror='pwned()'>",
    "<svg/onload=pwned()>",
    "<a/href=javascript:pwned()>",
    "\\u003cb/data-pwned\\u003e",
    "&lt;b/data-pwned&gt;",
)
# As many characters as the fields of the schema take.
LENGTHS = (300, 120, 80, 60, 24)


def texts(number):
    """Texts that are known by this number, with as many payloads as fit; the longest first."""
    first = number % len(PAYLOADS)
    for length in LENGTHS:
        text = f"~{number}~"
        for payload in (*PAYLOADS[first:], *PAYLOADS[:first]):
            if len(text) + len(payload) <= length:
                text += payload
        yield text


class Hostile:
    """A catalogue with markup in every text that the schema lets be markup, in its base language
    and in another.

    `fields` says by each number of which field the text is: (kind, path without positions), and
    `translated` of which a translation; `refused` has a value for each that keeps to its words, as
    (the thing, way to it, value).
    """

    def __init__(self, catalogue):
        self.fields, self.translated, self.refused = {}, {}, {}
        changes = {
            name: tuple(self._spoiled(kind, thing) for thing in catalogue.things(kind))
            for kind, name in Catalogue.KINDS.items()
        }
        spoiled = catalogue.model_copy(update=changes)
        self.catalogue = spoiled.model_copy(update={"translations": self._translations(spoiled)})
        assert not problems(self.catalogue)

    def _spoiled(self, kind, thing):
        for way, value, _declared in leaves(thing):
            if not isinstance(value, str):
                continue
            field, number = (kind, *filter(_is_name, way)), len(self.fields)
            others = (written(thing, way, text) for text in texts(number))
            if other := next(filter(None, others), None):
                self.fields[number], thing = field, other
            else:
                self.refused[field] = thing, way, value
        return thing

    def _translations(self, catalogue):
        """Of every text, one that fits where it does."""
        for kind, slug, path in catalogue.texts:
            source = catalogue.texts[kind, slug, path]
            number = len(self.fields) + len(self.translated)
            words = {"kind": kind, "slug": slug, "path": path, "source": source}
            self.translated[number] = (kind, *re.sub(r"/\d+", "", path).split("/"))
            text = next(
                each for each in texts(number) if len(each) <= max(len(source), LENGTHS[-1])
            )
            yield Translation(language=LANGUAGE, text=text, **words)


def _is_name(part):
    return isinstance(part, str)


def written(thing, way, text) -> Shape | None:
    """The thing with this text there; None where the schema refuses it."""
    document = thing.model_dump(mode="json")
    *parents, last = way
    at(document, parents)[last] = text
    try:
        return type(thing).model_validate(document)
    except ValidationError:
        return None


# What is asked for or run by itself, or when somebody touches it.
ACTS = re.compile(r"(on|hx-|data-hx-).*|src|srcset|href|xlink:href|action|formaction|data|style")
THEIRS = re.compile(r"pwned|javascript:", re.IGNORECASE)


class Noticed(HTMLParser):
    """What of a page is theirs, and the numbers of the texts that it shows."""

    def __init__(self, page):
        super().__init__()
        self.theirs, self.numbers = [], set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if THEIRS.search(name) or (ACTS.fullmatch(name) and THEIRS.search(value or "")):
                self.theirs.append(f"<{tag} {name}={value!r}>")
            self.handle_data(value or "")

    def handle_data(self, text):
        self.numbers |= {int(number) for number in re.findall(r"~(\d+)~", text)}
