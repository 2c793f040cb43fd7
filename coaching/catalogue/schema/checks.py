"""What is wrong between things, which no model can see in itself.

The same check serves content files and a trainer's draft when it is published.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import get_args

from pydantic import ValidationError

from coaching.catalogue.schema.blocks import KINDS
from coaching.catalogue.schema.catalogue import Catalogue
from coaching.catalogue.schema.exercises import Variation
from coaching.catalogue.schema.jumps import (
    BEFORE_JUMP,
    WORKOUTS_BEFORE_JUMP,
    is_jump,
    least_gate,
)
from coaching.catalogue.schema.marked import Path, marked
from coaching.catalogue.schema.problem import Problem, nearest
from coaching.catalogue.schema.questionnaires import Purpose, Questionnaire
from coaching.catalogue.schema.routines import Routine
from coaching.catalogue.schema.shapes import RefersTo
from coaching.catalogue.schema.wording import explain

# A variation's page is /exercises/<its slug>/, and these are other pages there (coaching/urls.py).
TAKEN = ("drills", "figures", "topics")


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
        *(problem for variation in catalogue.variations for problem in _variation(variation)),
        *_neighbours(catalogue),
        *_jumps(catalogue),
        *_without_a_stop(catalogue),
        *_suggestions(catalogue),
        *_steering(catalogue),
        *(problem for asked in catalogue.questionnaires for problem in _questionnaire(asked)),
        *(problem for routine in catalogue.routines for problem in _routine(routine)),
        *_untranslatable(catalogue),
    ]


def _duplicates(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in catalogue.KINDS:
        counted = Counter(thing.slug for thing in catalogue.things(kind))
        for slug, times in counted.items():
            if times > 1:
                message = f'slug "{slug}" is used {times} times. Give each {kind} its own.'
                yield Problem(kind, slug, ("slug",), message)
    first_on: dict[tuple[str, int], str] = {}
    for variation in catalogue.variations:
        other = first_on.setdefault((variation.ladder, variation.rung), variation.slug)
        if other != variation.slug:
            free = catalogue.rungs(variation.ladder)[-1].rung + 1
            message = (
                f"rung {variation.rung} is already {other}. "
                f"Write a rung that no other variation of this ladder has, such as {free}."
            )
            yield Problem("variation", variation.slug, ("rung",), message)
    for kind, slug, path, word in _repeated_names(catalogue):
        yield Problem(kind, slug, path, f"{word} is in the list twice. Take one out.")


def _repeated_names(catalogue: Catalogue) -> Iterator[tuple[str, str, Path, str]]:
    for kind in catalogue.KINDS:
        for thing in catalogue.things(kind):
            seen: set[tuple[Path, str]] = set()
            for path, _meant, slug in marked(thing, RefersTo):
                if not isinstance(path[-1], int):
                    continue
                if (path[:-1], slug) in seen:
                    yield kind, thing.slug, path, slug
                seen.add((path[:-1], slug))
    for variation in catalogue.variations:
        for index, slug in _repeated(use.muscle for use in variation.muscles):
            yield "variation", variation.slug, ("muscles", index, "muscle"), slug
    for asked in catalogue.questionnaires:
        for index, slug in _repeated(question.slug for question in asked.questions):
            yield "questionnaire", asked.slug, ("questions", index, "slug"), slug
        yield from _repeated_answers(asked)


def _repeated_answers(asked: Questionnaire) -> Iterator[tuple[str, str, Path, str]]:
    for number, question in enumerate(asked.questions):
        for index, slug in _repeated(answer.slug for answer in question.answers):
            path = ("questions", number, "answers", index, "slug")
            yield "questionnaire", asked.slug, path, slug


def _repeated(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)


def _wholeness(catalogue: Catalogue, unreadable_kinds: set[str]) -> Iterator[Problem]:
    for kind in ("ladder", "variation", "fault", "questionnaire", "routine"):
        if not catalogue.things(kind) and kind not in unreadable_kinds:
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
    if catalogue.questionnaires and "questionnaire" not in unreadable_kinds:
        yield from _purposes(catalogue)
    if catalogue.variations and "variation" not in unreadable_kinds:
        yield from _without_rungs(catalogue)


def _without_rungs(catalogue: Catalogue) -> Iterator[Problem]:
    """A newcomer begins somewhere, so what they are started on has a rung."""
    climbed = {variation.ladder for variation in catalogue.variations}
    for routine in catalogue.routines:
        if routine.ladder in catalogue.by_slug["ladder"] and routine.ladder not in climbed:
            message = f"ladder {routine.ladder} has no rung. Name one that has, or add a variation."
            yield Problem("routine", routine.slug, ("ladder",), message)


def _purposes(catalogue: Catalogue) -> Iterator[Problem]:
    """The app asks each of them somewhere, so each is there, and once."""
    for purpose in get_args(Purpose):
        mine = [asked for asked in catalogue.questionnaires if asked.purpose == purpose]
        if not mine:
            message = f"No questionnaire has purpose: {purpose}. Write one."
            yield Problem("catalogue", "", ("questionnaires",), message)
        for asked in mine[1:]:
            message = f"purpose {purpose} is {mine[0].slug} already. Take one of the two out."
            yield Problem("questionnaire", asked.slug, ("purpose",), message)


def _unknown_slugs(
    catalogue: Catalogue, unreadable: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    for kind in catalogue.KINDS:
        for thing in catalogue.things(kind):
            for path, meant, slug in marked(thing, RefersTo):
                known = catalogue.by_slug[meant.kind]
                if slug not in known and (meant.kind, slug) not in unreadable:
                    message = f'There is no {meant.kind} "{slug}". {nearest(slug, known)}'
                    yield Problem(kind, thing.slug, path, message)


def _variation(variation: Variation) -> Iterator[Problem]:
    def problem(*path: str, message: str) -> Problem:
        return Problem("variation", variation.slug, path, message)

    if variation.slug in TAKEN:
        message = (
            f'slug "{variation.slug}" is the address of another page. '
            f"Give it another, such as {variation.slug}-raise."
        )
        yield problem("slug", message=message)
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
    if variation.gate < (least := least_gate(figure)):
        message = (
            f"gate is {variation.gate}, too few to open something heavier. Write {least} or more."
        )
        yield problem("gate", message=message)


def _neighbours(catalogue: Catalogue) -> Iterator[Problem]:
    """Lighter means lighter: somebody in pain is never handed the same load under another name."""
    known: dict[str, Variation] = catalogue.by_slug["variation"]
    for variation in catalogue.variations:
        lighter = known.get(variation.eases_to or "")
        heavier = known.get(variation.leads_to or "")
        if lighter and not _eases(lighter, variation):
            message = (
                f"eases_to is {lighter.slug}, whose load at the hip ({_load(lighter)}) is not "
                f"lower than {_load(variation)}. Name one that is lighter, or take the line out."
            )
            yield Problem("variation", variation.slug, ("eases_to",), message)
        if heavier and heavier.ladder == variation.ladder and heavier.rung <= variation.rung:
            message = (
                f"leads_to is {heavier.slug} on rung {heavier.rung}, not above rung "
                f"{variation.rung}. Name one that is further up, or take the line out."
            )
            yield Problem("variation", variation.slug, ("leads_to",), message)


def _jumps(catalogue: Catalogue) -> Iterator[Problem]:
    """More is asked for where the load jumps: once could be a good day, and range is control."""
    known: dict[str, Variation] = catalogue.by_slug["variation"]
    for variation in catalogue.variations:
        heavier = known.get(variation.leads_to or "")
        if heavier is None or not is_jump(variation.figure, heavier.figure):
            continue
        for name, least in (("gate_workouts", WORKOUTS_BEFORE_JUMP), ("gate_range", BEFORE_JUMP)):
            if (value := getattr(variation, name)) < least:
                message = (
                    f"{name} is {value}, and {heavier.slug} is a jump in load. "
                    f"Write {least} or more."
                )
                yield Problem("variation", variation.slug, (name,), message)


def _load(variation: Variation) -> int:
    """What it asks of the hip at its gentlest, in percent of two straight, level legs. Nobody has
    measured hanging: it counts as that much, so that only what is clearly less eases it."""
    return 100 if variation.load_low is None else variation.load_low


def _eases(lighter: Variation, variation: Variation) -> bool:
    return lighter.load_low is not None and lighter.load_low < _load(variation)


def _without_a_stop(catalogue: Catalogue) -> Iterator[Problem]:
    """Somebody whose back hurts must be able to say so in every movement."""
    stops = [fault.slug for fault in catalogue.faults if fault.severity == "ends-workout"]
    for variation in catalogue.variations:
        known = all(slug in catalogue.by_slug["fault"] for slug in variation.faults)
        if known and not any(slug in stops for slug in variation.faults):
            message = "No fault of this variation ends the workout. " + (
                f"Add {stops[0]} at the end." if stops else "Write one such fault, then add it."
            )
            yield Problem("variation", variation.slug, ("faults",), message)


def _suggestions(catalogue: Catalogue) -> Iterator[Problem]:
    for fault in catalogue.faults:
        if (fault.severity == "ends-workout") != (fault.suggestion == "pain"):
            message = (
                f"suggestion {fault.suggestion} does not go with severity {fault.severity}. "
                "Write suggestion: pain for a fault that ends the workout, and for no other."
            )
            yield Problem("fault", fault.slug, ("suggestion",), message)


def _steering(catalogue: Catalogue) -> Iterator[Problem]:
    """Where nothing but advice is given, there is some."""
    for fault in catalogue.faults:
        if fault.steers == "advice" and not fault.advice:
            message = "steers is advice, and there is none. Write advice, or take the line out."
            yield Problem("fault", fault.slug, ("steers",), message)


def _questionnaire(asked: Questionnaire) -> Iterator[Problem]:
    """Red flags say how urgent each is, and an emergency is read before anything else."""
    flags = asked.purpose == "red-flags"
    for number, question in enumerate(asked.questions):
        if flags != (question.urgency is not None):
            message = (
                "urgency is missing. Write one of: emergency, soon, ask-first."
                if flags
                else "urgency belongs to red flags alone. Take the line out."
            )
            path = ("questions", number, "urgency")
            yield Problem("questionnaire", asked.slug, path, message)
    if flags and asked.questions[0].urgency not in ("emergency", None):
        message = "The first question is no emergency. Move those with urgency: emergency up."
        yield Problem("questionnaire", asked.slug, ("questions", 0, "urgency"), message)


def _routine(routine: Routine) -> Iterator[Problem]:
    def problem(message: str, *path: str | int) -> Problem:
        return Problem("routine", routine.slug, ("blocks", *path), message)

    blocks = routine.blocks
    for name, kind in KINDS.items():
        places = [number for number, block in enumerate(blocks) if block.kind == name]
        if kind.is_needed and not places:
            where = " at the end" if kind.is_last else ""
            yield problem(f"The routine has no {name}. Add a block with kind: {name}{where}.")
        if kind.is_last:
            for number in places:
                if number != len(blocks) - 1:
                    yield problem(f"{name} is not the last block. Move it to the end.", number)
        if kind.is_single:
            for number in places[1:]:
                yield problem(f"There are two blocks with kind: {name}. Take one out.", number)
    sets = next((number for number, block in enumerate(blocks) if block.has_sets), 0)
    if sets and not any(block.asks_pain_first for block in blocks[:sets]):
        asking = next(name for name, kind in KINDS.items() if kind.asks_pain_first)
        yield problem(
            f"Nobody is asked about pain before the sets. Add a block with kind: {asking}."
        )


def _untranslatable(catalogue: Catalogue) -> Iterator[Problem]:
    """A translation fits where its base text stands: not too long, no line break in a name."""
    if any(each.language == catalogue.language for each in catalogue.translations):
        message = (
            f"There are translations into {catalogue.language}, which is the language of the "
            "content itself. Take them out."
        )
        yield Problem("catalogue", "", ("translations",), message, catalogue.language)
    for language in catalogue.languages[1:]:
        try:
            catalogue.in_language(language)
        except ValidationError as error:
            for problem in explain(error, catalogue.model_dump(mode="json")):
                message = f"The translation into {language} does not fit: {problem.message}"
                yield replace(problem, message=message, language=language)
