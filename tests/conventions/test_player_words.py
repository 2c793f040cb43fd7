"""The words that pages and scripts share are those of docs/player.md, and all of those are used.

Every table there names its words in the first column and the files that use them in the last two.
"""

import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs" / "player.md"
FILES = {}  # by name; two of one name are one to look at
for pattern in ("templates/**/*.html", "static/js/**/*.js", "static/css/*.css"):
    for path in sorted(ROOT.glob(pattern)):
        FILES[path.name] = FILES.get(path.name, "") + path.read_text()
# The drawn person has parts of its own.
FIGURE = ("_figure.html", "figure.js", *(p.name for p in (ROOT / "static/js/figure").iterdir()))

COMMENT = re.compile(r"{#.*?#}|/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
ATTRIBUTE = re.compile(r"(?<![\w-])data-[a-z]+(?:-[a-z]+)*")
WRITTEN = re.compile(r'(?<![\w-])(data-[a-z-]+)="((?:{{.*?}}|{%.*?%}|[^"{])*)"')
SELECTED = re.compile(r'\[(data-[a-z-]+)~?="([\w -]+)"\]')
SET = re.compile(r'dataset\.(\w+) = "([^"]+)"')
PROPERTY = re.compile(r'dataset\??\.(\w+)|"(\w+)" in [\w.]*dataset')
TAKEN_APART = re.compile(r"{([^{}]*)} = [^;{}]*\bdataset\b")
# Events are sent by name; ours are known by their first word where they are heard.
EVENT = re.compile(
    r'(?:CustomEvent|send)\("([a-z-]+)"|"((?:pacer|rep|set)-(?!pacer|review)[a-z]+)"'
)
# Lists of values in scripts, each of which is for something on a page.
LISTS = {
    "controls.js": ("data-action", r"ACTIONS = (\[.*?\])", r'"(\w+)"'),
    "keys.js": ("data-key", r"(?:KEYS|LETTERS) = ({.*?})", r': "(\w+)"'),
}


def dashed(name):
    """keptAs -> data-kept-as"""
    return "data-" + re.sub("[A-Z]", lambda capital: "-" + capital[0].lower(), name)


def tables():
    """(what a table is of, word) -> (the files that write it, the files that read it).

    A table of values is of the first attribute in its heading; others there share its words.
    """
    found, kind, heading, same = {}, "", "", {}
    for line in DOC.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("#"):
            heading = ATTRIBUTE.findall(line)
            same |= dict.fromkeys(heading, *heading[:1])
            figure = "leg-figure" in line
        elif not line or cells[-1] in ("read in", "heard by"):
            kind = cells[0]
        elif kind and line.startswith("| `"):
            about = ("figure" if figure else heading[0]) if kind == "value" else kind
            writes, reads = (set(re.findall("`([^`]+)`", cell)) for cell in cells[-2:])
            for word in re.findall("`([^`]+)`", cells[0]):
                assert (about, word) not in found, f"{word} stands twice"
                found[about, word] = writes, reads
    return found, same


TABLES, SAME = tables()


def attributes(source):
    """Every data-* attribute a file has to do with."""
    names = [a or b for a, b in PROPERTY.findall(source)]
    for inside in TAKEN_APART.findall(source):
        names += re.findall(r"(?:^|,)\s*(\w+)", inside)
    return {*ATTRIBUTE.findall(source), *map(dashed, names)}


def values(name, source):
    """Every (attribute, value) a file writes or looks for; a value made while it runs is `…`."""
    pairs = WRITTEN.findall(source) if name.endswith(".html") else SELECTED.findall(source)
    pairs += [(dashed(attribute), value) for attribute, value in SET.findall(source)]
    if name in LISTS:
        attribute, list_, value = LISTS[name]
        for found in re.findall(list_, source, re.DOTALL):
            pairs += [(attribute, word) for word in re.findall(value, found)]
    for attribute, text in pairs:
        text = re.sub(r"-{{ forloop.counter }}", "-N", text)
        text = re.sub(r"{{.*?}}", "…", re.sub(r"{%.*?%}", " ", text))
        for value in text.split():
            if attribute == "data-part" and name in FIGURE:
                yield "figure", value
            elif attribute in SAME:
                yield SAME[attribute], value


def used():
    """(what a table is of, word) -> the files in which it stands."""
    found = defaultdict(set)
    for name, text in FILES.items():
        source = COMMENT.sub("", text)
        for word in attributes(source):
            found["attribute", word].add(name)
        for about, word in values(name, source):
            found[about, word].add(name)
        for sent, heard in EVENT.findall(source) if name.endswith(".js") else ():
            found["event", sent or heard].add(name)
    return found


USED = used()


def test_no_file_uses_a_word_that_is_not_described():
    wrong = []
    for (about, word), files in USED.items():
        said = set().union(*TABLES.get((about, word), ()))
        wrong += [f"{name}: {word} ({about})" for name in files - said if word != "…"]
    for name, text in FILES.items():  # comments too
        spoken_of = {word for word in ATTRIBUTE.findall(text) if ("attribute", word) not in TABLES}
        wrong += [f"{name}: {word} (attribute)" for word in spoken_of]
    assert not wrong, "docs/player.md does not say:\n" + "\n".join(sorted(set(wrong)))


def test_every_word_that_is_described_is_used():
    wrong = []
    for (about, word), (writes, reads) in TABLES.items():
        if not writes or not (reads or about == "event"):
            wrong.append(f"nobody: {word} ({about})")
        for name in writes | reads:
            if name in writes and name.endswith(".html") and about != "id":
                there = name in USED[about, word] | USED[about, "…"]
            else:
                there = mentions(COMMENT.sub("", FILES.get(name, "")), word)
            if not there:
                wrong.append(f"{name}: {word} ({about})")
    assert not wrong, "docs/player.md says, and it is not so:\n" + "\n".join(sorted(wrong))


def mentions(source, word):
    """Whether a word stands there: as it is, as a property, or with its number put in."""
    camel = re.sub("-([a-z])", lambda found: found[1].upper(), word.removeprefix("data-"))
    either = "|".join(re.escape(each.removesuffix("N")) for each in (word, camel))
    return re.search(rf"(?<![A-Za-z])(?:{either})(?![A-Za-z])", source)
