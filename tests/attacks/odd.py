"""Values that content is not made of, for hypothesis; and content that has them somewhere."""

import itertools
import string
from copy import deepcopy

from hypothesis import strategies as st

from coaching.catalogue.schema import problems
from coaching.catalogue.schema.marked import marked
from coaching.catalogue.schema.shapes import IsText
from tests.attacks.hostile import LENGTHS, written
from tests.catalogue.fields import at, leaves

# What has broken programs: right to left, nothing wide, marks over marks, half a sign, what another
# language gives a meaning to, what is too long.
ODD_TEXTS = (
    "",
    " ",
    "\x00",
    "\n\n",
    "\u2028",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u05d0\u05d1\u2066x",
    "\u200b\u200d\ufeff",
    "Z\u0351\u0300\u0315" * 9,
    "\U0001f9d8\u200d\u2640\ufe0f",
    "\uffff\ufffe",
    "%",
    "%s %(name)s %(n)d %",
    "{name} {0} {",
    "{{ form }}{% csrf_token %}",
    "../../etc/passwd",
    "null",
    "---\n",
    "a: b: c",
    "x" * 10_001,
    "é" * 301,
    "<b>",
    "1e9999",
    "9" * 5000,
)
ODD_NUMBERS = (
    -1, 0, 1, 2**31, 2**63, -(2**63) - 1, 10**400, 0.1, -0.0, 1e308, float("nan"), float("inf"),
)  # fmt: skip
odd_texts = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=70))
odd_values = st.one_of(
    odd_texts,
    st.sampled_from(ODD_NUMBERS),
    st.integers(-200, 200),
    st.none(),
    st.booleans(),
    st.just([]),
    st.just({}),
    st.lists(odd_texts, max_size=3),
    st.dictionaries(st.sampled_from(["slug", "name", "kind", "x"]), odd_texts, max_size=2),
)


def places(document, way=()):
    """The way to everything in a document."""
    if way:
        yield way
    inside = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in inside:
        if isinstance(value, dict | list):
            yield from places(value, (*way, key))
        else:
            yield (*way, key)


@st.composite
def spoiled(draw, document):
    """The document with one to three places exchanged, taken out, doubled, or said otherwise."""
    for _time in range(draw(st.integers(1, 3))):
        ways = list(places(document))
        *parents, last = draw(st.sampled_from(ways))
        holder = at(document, parents)
        match draw(st.sampled_from(["say", "say", "say", "take", "twin", "borrow", "more"])):
            case "say":
                holder[last] = draw(odd_values)
            case "take":
                del holder[last]
            case "twin" if isinstance(holder, list):
                holder.append(holder[last])
            case "borrow":
                holder[last] = deepcopy(at(document, draw(st.sampled_from(ways))))
            case _ if isinstance(holder, dict):
                holder[draw(st.text(string.ascii_letters + "/.\x00", max_size=9))] = draw(
                    odd_values
                )
    return document


# What YAML and PO give a meaning to.
ODD_LINES = (
    "[" * 3000,
    "[" * 3000 + "]" * 3000,
    "{a: " * 900 + "}" * 900,
    "- " * 3000,
    "&a [*a]",
    "*a",
    "!!python/object/apply:os.system [ls]",
    "!!binary x",
    "!!set {a, b}",
    "!!timestamp 2020-13-45",
    "!!timestamp x",
    "!!timestamp 2020-01-01",
    "2020-01-01",
    "!!int 0x" + "f" * 5000,
    "!!int " + "9" * 5000,
    "!!int x",
    "!!float x",
    "!!float .nan",
    "!!float 1:30",
    "!!bool x",
    "!!null x",
    "!!omap [a]",
    "!!pairs [{a: b, c: d}]",
    "!!seq x",
    "!!map [x]",
    "!!str {x: y}",
    "!x y",
    '"\\ud800"',
    '"\\0\\x1b[2J"',
    "|9\n  x",
    "? [a, b]\n: c",
    "? {a: b}\n: c",
    "<<: {name: x}",
    "<<: [1]",
    "!!merge <<: 1",
    "%YAML 9.9",
    "...\nname: x",
    "---",
    "\tx: y",
    "=",
    "name: x\nname: y",
    "null: x",
    "~",
    'msgctxt ""',
    'msgid "\\x"',
    'msgstr[5] "x"',
    'msgid_plural "x"',
    '#~ msgid "x',
    "#, fuzzy\n#| msgid",
    '"',
)
odd_bytes = st.one_of(
    st.sampled_from(ODD_LINES).map(str.encode),
    odd_texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=12),
)


@st.composite
def scribbled(draw, source):
    """A file's bytes with something else at one or two places: over a line or its value, between
    two bytes, or from there on nothing."""
    for _time in range(draw(st.integers(1, 2))):
        lines, other = source.split(b"\n"), draw(odd_bytes)
        number = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["line", "value", "value", "value", "item", "between", "end"])):
            case "line":
                lines[number] = other
            case "value" | "item" as what:
                mark = b": " if what == "value" else b"- "
                lines[number] = lines[number].partition(mark)[0] + mark + other
            case "between":
                lines[number] += other
            case "end":
                lines[number + 1 :] = [other]
        source = b"\n".join(lines)
    return source


@st.composite
def everywhere(draw, catalogue):
    """The catalogue with odd texts in all its places for texts, and numbers as low or as high as
    they go in some; all of it as the schema takes it."""
    said = draw(st.permutations([*ODD_TEXTS, *(letter * n for letter in "Wא" for n in LENGTHS)]))
    tried = itertools.cycle(said)
    for kind, name in catalogue.KINDS.items():
        things = [_said(thing, tried) for thing in catalogue.things(kind)]
        catalogue = catalogue.model_copy(update={name: tuple(things)})
    for kind, name in catalogue.KINDS.items():
        things = list(catalogue.things(kind))
        number = draw(st.integers(0, len(things) - 1))
        for way, value, _declared in leaves(things[number]):
            if isinstance(value, int | float) and not isinstance(value, bool):
                extremes = draw(st.sampled_from([EXTREMES, EXTREMES[::-1]]))
                for other in filter(None, (written(things[number], way, n) for n in extremes)):
                    others = (*things[:number], other, *things[number + 1 :])
                    varied = catalogue.model_copy(update={name: others})
                    if not problems(varied):
                        catalogue, things = varied, list(others)
                        break
    return catalogue


# From the least to the most that some field takes.
EXTREMES = (-40, -30, 0, 1, 2, 5, 10, 30, 40, 50, 60, 99, 130, 150, 200, 600)


def _said(thing, tried):
    for way, _mark, _text in marked(thing, IsText):
        others = (written(thing, way, text) for text in itertools.islice(tried, 6))
        thing = next(filter(None, others), thing)
    return thing
