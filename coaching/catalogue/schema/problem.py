"""What is wrong with content, told so that a trainer can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from coaching.catalogue.schema.marked import Path


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to write instead.

    kind is one of Catalogue.KINDS, or "catalogue" when the whole is meant (slug is then empty).
    language is that of a translation, where a translation is what is wrong.
    """

    kind: str
    slug: str
    path: Path
    message: str
    language: str = ""

    def __str__(self) -> str:
        place = "".join(
            f" {part + 1}" if isinstance(part, int) else f", {part}" for part in self.path
        )
        named = f"{self.kind} {self.slug}{place}: " if self.slug else ""
        return printable(f"{named}{self.message}")


def printable(sentence: str) -> str:
    """What cannot be seen or printed is spelled out: half a sign, a turn of the direction."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in sentence
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """What to write instead of `word`: the likeliest of the known ones, or all of them."""
    known = list(known)
    if close := difflib.get_close_matches(word, known, n=1):
        return f"Did you mean {close[0]}?"
    return f"Write one of: {', '.join(known)}." if known else "There is none yet: write it first."
