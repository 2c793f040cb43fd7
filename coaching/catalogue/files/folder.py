"""A folder of content, there and back.

Every kind has a folder of its own. A file is YAML front matter between two lines --- and, below it,
the text in plain paragraphs. Its name, without .md and without a leading number, is the slug; the
numbers give the order, files without one follow by name. docs/content.md describes the keys.
A folder named like a language holds translations (translations.py); language.txt names the language
of everything else, where that is not English.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coaching.catalogue.files import translations
from coaching.catalogue.files.frontmatter import FrontMatter, FrontMatterError, dumped
from coaching.catalogue.files.problems import ContentError, FileProblem
from coaching.catalogue.schema import (
    Catalogue,
    Problem,
    Thing,
    complaints,
    nearest,
    problems,
)
from coaching.catalogue.schema.translations import spelled

# The field that the text below the front matter fills.
BODY = "body"
LANGUAGE_FILE = "language.txt"
ENGLISH = "en"
# Kinds that have an order of their own, so that their files are numbered.
NUMBERED = {"variation"}
_NUMBER = re.compile(r"(?P<number>\d{1,9})-(?P<slug>.+)")


@dataclass(frozen=True)
class _Entry:
    """One file. thing is None, and problems says why, when it could not be read."""

    kind: str
    slug: str
    file: str
    front: FrontMatter | None
    thing: Thing | None
    problems: tuple[FileProblem, ...]

    def problem(self, path: tuple[str | int, ...], message: str) -> FileProblem:
        if path == ("slug",):
            return FileProblem(self.file, 1, f"The file name gives the slug. {message}")
        if self.front is None:  # nothing in it was read, so it has no lines to name
            return FileProblem(self.file, 1, message)
        if path == (BODY,):
            message = message.replace(f"{path[0]} is empty.", "there is no text below the keys.")
            return FileProblem(self.file, self.front.body_line, message)
        return FileProblem(self.file, self.front.line(path), message)


def read(folder: Path | str, *, gone_too: bool = False) -> Catalogue:
    """The Catalogue that a folder's files describe, or ContentError with all that is wrong.

    A translation of no text of it is wrong, too, unless `gone_too` asks to keep it.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ContentError([FileProblem(str(folder), None, "There is no such folder.")])
    found = list(_strays(folder))
    entries: dict[tuple[str, str], _Entry] = {}
    for kind, name in Catalogue.KINDS.items():
        for _, slug, path in sorted(_files(folder / name), key=lambda each: each[:2]):
            entry = _read_entry(kind, slug, path, path.relative_to(folder).as_posix())
            first = entries.setdefault((kind, slug), entry)
            if first is not entry:
                message = f'slug "{slug}" is taken by {first.file}. Give one of them another name.'
                found.append(FileProblem(entry.file, 1, message))
            found.extend(entry.problems)
    catalogue = _assembled(entries, _base_language(folder, found))
    unreadable = {key for key, entry in entries.items() if entry.thing is None}
    overlay = translations.Overlay(folder, catalogue, unreadable, gone_too=gone_too)
    found.extend(overlay.problems)
    catalogue = catalogue.model_copy(update={"translations": overlay.translations})
    wrong = problems(catalogue, unreadable)
    found.extend(_located(entries, overlay, problem) for problem in wrong)
    if found:
        raise ContentError(found)
    return catalogue


def write(catalogue: Catalogue, folder: Path | str) -> None:
    """Makes the folder's files say exactly `catalogue`; reading them back gives an equal one.

    Content files that it does not have, such as the old name of a renumbered one, are removed.
    """
    folder = Path(folder)
    for kind, name in Catalogue.KINDS.items():
        things = catalogue.things(kind)
        texts = {
            file: _text_of(thing)
            for file, thing in zip(_file_names(kind, things), things, strict=True)
        }
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file, text in texts.items():
            (folder / name / file).write_text(text, encoding="utf-8", newline="\n")
        for _, _, path in list(_files(folder / name)):
            if path.name not in texts:
                path.unlink()
    for language in {*catalogue.languages[1:], *translations.languages_in(folder)}:
        translations.write(catalogue, folder, language)
    if catalogue.language == ENGLISH:
        (folder / LANGUAGE_FILE).unlink(missing_ok=True)
    else:
        (folder / LANGUAGE_FILE).write_text(
            f"{catalogue.language}\n", encoding="utf-8", newline="\n"
        )


def renew(folder: Path | str, language: str) -> Catalogue:
    """Writes a language's files anew, so that they list every text of the content files as it is
    today. Returns the content with its translations; raises ContentError where it cannot be read.
    """
    folder = Path(folder)
    catalogue = read(folder, gone_too=True)
    if language == catalogue.language or not translations.is_language(language):
        what = "the language of the content itself" if language == catalogue.language else "none"
        message = f'"{language}" is {what}. Name another as browsers do, such as de or pt-br.'
        raise ContentError([FileProblem(f"{language}/", None, message)])
    translations.write(catalogue, folder, language)
    return catalogue


def _files(folder: Path) -> Iterator[tuple[int, str, Path]]:
    """(number, slug, path) of each content file; what has no number comes after what has one."""
    for path in folder.glob("*.md") if folder.is_dir() else ():
        numbered = _NUMBER.fullmatch(path.stem)
        number = int(numbered["number"]) if numbered else 10**9
        yield number, numbered["slug"] if numbered else path.stem, path


def _strays(folder: Path) -> Iterator[FileProblem]:
    """A misspelt folder or ending would otherwise be content that silently is not there."""
    fields = list(Catalogue.KINDS.values())
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "_")) or not path.is_dir():
            continue
        if translations.is_language(path.name):
            yield from translations.strays(path)
            continue
        if path.name not in fields:
            tag = path.name.lower().replace("_", "-")
            known = [tag] if translations.is_language(tag) else fields
            message = f'folder "{path.name}" is not known. {nearest(tag, known)}'
            yield FileProblem(f"{path.name}/", None, message)
            continue
        for stray in sorted(path.iterdir()):
            if not stray.name.startswith(".") and stray.suffix != ".md":
                message = "is not a content file. Give it a name that ends with .md."
                yield FileProblem(f"{path.name}/{stray.name}", None, message)


def _base_language(folder: Path, found: list[FileProblem]) -> str:
    """What language.txt says; what is wrong with it is added to `found`."""
    path = folder / LANGUAGE_FILE
    if not path.is_file():
        return ENGLISH
    word = path.read_bytes().decode("utf-8-sig", "replace").strip()
    if translations.is_language(word):
        return word
    message = f'"{word[:40]}" is no language. Write one word as browsers do, such as de or pt-br.'
    found.append(FileProblem(LANGUAGE_FILE, 1, message))
    return ENGLISH


def _read_entry(kind: str, slug: str, path: Path, file: str) -> _Entry:
    def refused(line: int, message: str) -> _Entry:
        return _Entry(kind, slug, file, None, None, (FileProblem(file, line, message),))

    try:
        raw = path.read_bytes()
    except OSError as error:
        return refused(1, f"the file cannot be read: {error.strerror}. Make it one that can.")
    try:
        front = FrontMatter(raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return refused(line, "the file is not UTF-8. Save it as UTF-8.")
    except FrontMatterError as error:
        return refused(error.line, error.message)
    entry = _Entry(kind, slug, file, front, None, ())
    reserved = tuple(_reserved_keys(file, front))
    if reserved:
        return _Entry(kind, slug, file, front, None, reserved)
    model = Catalogue.model_of(kind)
    try:
        data = {**front.data, "slug": slug, BODY: front.body}
        return _Entry(kind, slug, file, front, model.model_validate(data), ())
    except ValidationError as error:
        wrong = tuple(entry.problem(*complaint) for complaint in complaints(error, model))
        return _Entry(kind, slug, file, front, None, wrong)


def _reserved_keys(file: str, front: FrontMatter) -> Iterator[FileProblem]:
    instead = {
        "slug": "The file name is the slug. Take the line out.",
        BODY: "Write this text below the second ---, and take the key out.",
    }
    for key, message in instead.items():
        if key in front.data:
            line = front.line((key,))
            yield FileProblem(file, line, f'key "{key}" does not belong here. {message}')


def _assembled(entries: dict[tuple[str, str], _Entry], language: str) -> Catalogue:
    things: dict[str, list[Thing]] = {name: [] for name in Catalogue.KINDS.values()}
    for (kind, _), entry in entries.items():
        if entry.thing is not None:
            things[Catalogue.KINDS[kind]].append(entry.thing)
    by_field = {name: tuple(each) for name, each in things.items()}
    return Catalogue.model_validate({"language": language, **by_field})


def _located(
    entries: dict[tuple[str, str], _Entry], overlay: translations.Overlay, problem: Problem
) -> FileProblem:
    if problem.language:
        key = problem.kind, problem.slug, spelled(problem.path)
        return overlay.problem(problem.language, key, problem.message)
    entry = entries.get((problem.kind, problem.slug))
    if entry is None:
        return FileProblem(f"{problem.path[0]}/", None, problem.message)
    return entry.problem(problem.path, problem.message)


def _file_names(kind: str, things: tuple[Thing, ...]) -> list[str]:
    slugs = [thing.slug for thing in things]
    by_name = slugs == sorted(slugs) and not any(_NUMBER.fullmatch(slug) for slug in slugs)
    if by_name and kind not in NUMBERED:
        return [f"{slug}.md" for slug in slugs]
    width = max(2, len(str(len(slugs))))
    return [f"{place:0{width}}-{slug}.md" for place, slug in enumerate(slugs, start=1)]


def _text_of(thing: Thing) -> str:
    data = _without_silence(thing.model_dump(exclude={"slug", BODY}))
    return dumped(data, getattr(thing, BODY))


def _without_silence(value: Any) -> Any:
    """Without what says nothing (null, an empty aside), and with the kind of a block first."""
    if isinstance(value, dict):
        first = {"kind": value["kind"]} if "kind" in value else {}
        return first | {
            k: _without_silence(v) for k, v in value.items() if v is not None and v != ""
        }
    return tuple(_without_silence(item) for item in value) if isinstance(value, tuple) else value
