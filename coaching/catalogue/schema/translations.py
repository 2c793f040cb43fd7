"""Texts in other languages, laid over those of the base language when somebody reads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints

from coaching.catalogue.schema.marked import Path, marked
from coaching.catalogue.schema.shapes import IsText, Shape, Slug, Thing

# Which text of which thing: ("variation", "lying-raise", "instructions/2/text"), counting from 1.
Key = tuple[str, str, str]
# As browsers name it: de, pt-br. Tables keep so many letters.
LONGEST = 20
LANGUAGE = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=LONGEST)]


def _line_ends(text: object) -> object:
    """What a browser's form sends is the same text as what a file says."""
    return text.replace("\r\n", "\n") if isinstance(text, str) else text


class Translation(Shape):
    """One text of one thing in another language; `source` is the base text it was made from."""

    language: Language
    kind: str
    slug: Slug
    path: str
    source: Annotated[str, BeforeValidator(_line_ends)]
    text: Annotated[
        str, StringConstraints(min_length=1, max_length=10_000), BeforeValidator(_line_ends)
    ]

    @property
    def key(self) -> Key:
        """Which text it is for."""
        return self.kind, self.slug, self.path

    @property
    def full_key(self) -> tuple[str, str, str, str]:
        """The same with its language: no two have the same."""
        return self.language, *self.key


def texts(kind: str, thing: Thing) -> Iterator[tuple[Key, str]]:
    """Every text of a thing that has something to say, with its key."""
    for path, _mark, text in marked(thing, IsText):
        if text:
            yield (kind, thing.slug, spelled(path)), text


def spelled(path: Path) -> str:
    """As a translation names it: instructions/2/text, counting from 1."""
    return "/".join(str(part + 1) if isinstance(part, int) else part for part in path)


def translated(
    document: dict[str, Any], fields: Mapping[str, str], translations: Iterable[Translation]
) -> dict[str, Any]:
    """The document with the translations in place; one whose text is gone is passed over.

    `fields` maps a kind to its field in the document.
    """
    things = {
        (kind, each["slug"]): each for kind, name in fields.items() for each in document[name]
    }
    for translation in translations:
        holder: Any = things.get((translation.kind, translation.slug))
        *way, last = map(_place, translation.path.split("/"))
        try:
            for part in way:
                holder = holder[part]
            if isinstance(holder[last], str):
                holder[last] = translation.text
        except (LookupError, TypeError):
            continue
    return document


def _place(part: str) -> str | int:
    return int(part) - 1 if part.isdecimal() else part
