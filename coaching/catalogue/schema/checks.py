"""What is wrong between things, which no model can see in itself.

The same check serves content files and a trainer's draft when it is published.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from coaching.catalogue.schema.blocks import Block, Routine
from coaching.catalogue.schema.entries import Catalogue, Variation

# Keys and positions that lead into an entry: ("blocks", 3, "drill").
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to write instead.

    kind is variation, drill, fault, muscle, topic, question or routine, or "catalogue" when the
    whole is meant (slug is then empty).
    """

    kind: str
    slug: str
    path: Path
    message: str

    def __str__(self) -> str:
        place = "".join(
            f" {part + 1}" if isinstance(part, int) else f", {part}" for part in self.path
        )
        return f"{self.kind} {self.slug}{place}: {self.message}" if self.slug else self.message


def nearest(word: str, known: Iterable[str]) -> str:
    """What to write instead of `word`: the likeliest of the known ones, or all of them."""
    known = list(known)
    if close := difflib.get_close_matches(word, known, n=1):
        return f"Did you mean {close[0]}?"
    return f"Write one of: {', '.join(known)}." if known else "There is none yet: write it first."


def problems(
    catalogue: Catalogue, unreadable: Collection[tuple[str, str]] = frozenset()
) -> list[Problem]:
    """Everything wrong between the things of a catalogue, in the order they are shown.

    unreadable: (kind, slug) of things that exist and could not be read, so that naming them is no
    second mistake.
    """
    return [
        *_duplicates(catalogue),
        *_wholeness(catalogue, {kind for kind, _ in unreadable}),
        *_unknown_slugs(catalogue, unreadable),
        *(found for variation in catalogue.variations for found in _variation(variation)),
        *_without_a_stop(catalogue),
        *_suggestions(catalogue),
        *(found for routine in catalogue.routines for found in _routine(routine)),
    ]


def _duplicates(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, field in catalogue.KINDS.items():
        counted = Counter(thing.slug for thing in getattr(catalogue, field))
        for slug, times in counted.items():
            if times > 1:
                message = f'slug "{slug}" is used {times} times. Give each {kind} its own.'
                yield Problem(kind, slug, ("slug",), message)
    first_on: dict[int, str] = {}
    for variation in catalogue.variations:
        other = first_on.setdefault(variation.rung, variation.slug)
        if other != variation.slug:
            free = max(each.rung for each in catalogue.variations) + 1
            message = (
                f"rung {variation.rung} is already {other}. "
                f"Write a rung that no other variation has, such as {free}."
            )
            yield Problem("variation", variation.slug, ("rung",), message)
    for kind, slug, path, word in _repeated_names(catalogue):
        yield Problem(kind, slug, path, f"{word} is in the list twice. Take one out.")


def _repeated_names(catalogue: Catalogue) -> Iterator[tuple[str, str, Path, str]]:
    for variation in catalogue.variations:
        for index, word in _repeated(variation.faults):
            yield "variation", variation.slug, ("faults", index), word
        for index, word in _repeated(use.muscle for use in variation.muscles):
            yield "variation", variation.slug, ("muscles", index, "muscle"), word
    for question in catalogue.questions:
        for index, word in _repeated(answer.slug for answer in question.answers):
            yield "question", question.slug, ("answers", index, "slug"), word
    for routine in catalogue.routines:
        for number, block in enumerate(routine.blocks):
            for index, word in _repeated(getattr(block, "topics", ())):
                yield "routine", routine.slug, ("blocks", number, "topics", index), word


def _repeated(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)


def _wholeness(catalogue: Catalogue, unreadable_kinds: set[str]) -> Iterator[Problem]:
    for kind in ("variation", "fault", "question", "routine"):
        if not getattr(catalogue, catalogue.KINDS[kind]) and kind not in unreadable_kinds:
            message = f"There are no {catalogue.KINDS[kind]}. Write at least one {kind}."
            yield Problem("catalogue", "", (catalogue.KINDS[kind],), message)
    defaults = [routine for routine in catalogue.routines if routine.default]
    for routine in defaults[1:]:
        message = (
            f"default is true, and {defaults[0].slug} is the default already. "
            "Write default: false in one of them."
        )
        yield Problem("routine", routine.slug, ("default",), message)
    if catalogue.routines and not defaults and "routine" not in unreadable_kinds:
        message = "No routine is the default. Write default: true in one of them."
        yield Problem("catalogue", "", ("routines",), message)


def _references(catalogue: Catalogue) -> Iterator[tuple[str, str, Path, str, str]]:
    """(kind, slug, path, kind meant, slug meant) for every slug that names another thing."""
    for variation in catalogue.variations:
        at = ("variation", variation.slug)
        for index, fault in enumerate(variation.faults):
            yield *at, ("faults", index), "fault", fault
        for index, use in enumerate(variation.muscles):
            yield *at, ("muscles", index, "muscle"), "muscle", use.muscle
    for question in catalogue.questions:
        for index, answer in enumerate(question.answers):
            if answer.start_at is not None:
                path = ("answers", index, "start_at")
                yield "question", question.slug, path, "variation", answer.start_at
    for routine in catalogue.routines:
        for number, block in enumerate(routine.blocks):
            for path, meant, word in _references_of(block):
                yield "routine", routine.slug, ("blocks", number, *path), meant, word


def _references_of(block: Block) -> Iterator[tuple[Path, str, str]]:
    for index, topic in enumerate(getattr(block, "topics", ())):
        yield ("topics", index), "topic", topic
    if hasattr(block, "drill"):
        yield ("drill",), "drill", block.drill
    if hasattr(block, "fallback"):
        yield ("fallback",), "variation", block.fallback


def _unknown_slugs(
    catalogue: Catalogue, unreadable: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    for kind, slug, path, meant, word in _references(catalogue):
        known = catalogue.by_slug[meant]
        if word not in known and (meant, word) not in unreadable:
            message = f'There is no {meant} "{word}". {nearest(word, known)}'
            yield Problem(kind, slug, path, message)


def _variation(variation: Variation) -> Iterator[Problem]:
    def problem(*path: str, message: str) -> Problem:
        return Problem("variation", variation.slug, path, message)

    figure = variation.figure
    if figure.hip_top <= figure.hip_bottom:
        message = (
            f"hip_top is {figure.hip_top}, not above hip_bottom. "
            f"Write a number from {figure.hip_bottom + 1} to 130."
        )
        yield problem("figure", "hip_top", message=message)
    if variation.has_floor and figure.support != "lying":
        message = "has_floor is true, and only lying offers a floor. Write has_floor: false."
        yield problem("has_floor", message=message)


def _without_a_stop(catalogue: Catalogue) -> Iterator[Problem]:
    """Somebody whose back hurts must be able to say so in every movement."""
    stops = [fault.slug for fault in catalogue.faults if fault.severity == "ends-session"]
    for variation in catalogue.variations:
        known = all(slug in catalogue.by_slug["fault"] for slug in variation.faults)
        if known and not any(slug in stops for slug in variation.faults):
            message = "No fault of this variation ends the session. " + (
                f"Add {stops[0]} at the end." if stops else "Write one such fault, then add it."
            )
            yield Problem("variation", variation.slug, ("faults",), message)


def _suggestions(catalogue: Catalogue) -> Iterator[Problem]:
    for fault in catalogue.faults:
        if (fault.severity == "ends-session") != (fault.suggestion == "pain"):
            message = (
                f"suggestion {fault.suggestion} does not go with severity {fault.severity}. "
                "Write suggestion: pain for a fault that ends the session, and for no other."
            )
            yield Problem("fault", fault.slug, ("suggestion",), message)


def _routine(routine: Routine) -> Iterator[Problem]:
    kinds = [block.kind for block in routine.blocks]

    def problem(message: str, *path: str | int) -> Problem:
        return Problem("routine", routine.slug, ("blocks", *path), message)

    if "sets" not in kinds:
        yield problem("The routine has no sets. Add a block with kind: sets.")
    elif "place" not in kinds[: kinds.index("sets")]:
        yield problem("Nobody is asked about pain before the sets. Add a block with kind: place.")
    for number, kind in enumerate(kinds[:-1]):
        if kind == "wrap-up":
            yield problem("wrap-up is not the last block. Move it to the end.", number)
    if "wrap-up" not in kinds:
        yield problem("The routine has no wrap-up. Add a block with kind: wrap-up at the end.")
    for kind in ("sets", "floor"):
        for number in [number for number, each in enumerate(kinds) if each == kind][1:]:
            yield problem(f"There are two blocks with kind: {kind}. Take one out.", number)
