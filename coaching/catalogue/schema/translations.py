"""Texts in other languages, laid over those of the base language when somebody reads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import StringConstraints

from coaching.catalogue.schema.marked import marked
from coaching.catalogue.schema.shapes import IsText, Shape, Slug, Thing

# Which text of which thing: ("variation", "lying-raise", "instructions/2/text"), counting from 1.
Key = tuple[str, str, str]
# As browsers name it: de, pt-br.
Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$", max_length=20)
]


class Translation(Shape):
    """One text of one thing in another language; `source` is the base text it was made from."""

    language: Language
    kind: str
    slug: Slug
    path: str
    source: str
    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]

    @property
    def key(self) -> Key:
        """Which text it is for."""
        return self.kind, self.slug, self.path


def texts(kind: str, thing: Thing) -> Iterator[tuple[Key, str]]:
    """Every text of a thing that has something to say, with its key."""
    for path, _mark, text in marked(thing, IsText):
        if text:
            parts = (str(part + 1) if isinstance(part, int) else part for part in path)
            yield (kind, thing.slug, "/".join(parts)), text


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
        *way, last = translation.path.split("/")
        for part in way:
            holder = _step(holder, part)
        if isinstance(holder, dict) and isinstance(holder.get(last), str):
            holder[last] = translation.text
    return document


def _step(holder: Any, part: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(part)
    if isinstance(holder, list) and part.isdecimal() and 0 < int(part) <= len(holder):
        return holder[int(part) - 1]
    return None
