"""A language's folder beside those of the kinds: its texts as PO files, one a kind.

msgctxt says which text it is (swung/cue), msgid is the base text that the translation was made
from. Where the base text has changed since, what it was is kept as the previous msgid and the entry
is fuzzy: PO's own word for "look at it again". A translation of a text that is gone stands at the
end, obsolete. What has no translation yet is listed too, so a file says what is left to do.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import polib
from pydantic import ValidationError

from coaching.catalogue.files.problems import FileProblem
from coaching.catalogue.schema import Catalogue, Translation, complaints, nearest
from coaching.catalogue.schema.translations import LANGUAGE, LONGEST, Key

NAMES = {kind: f"{name}.po" for kind, name in Catalogue.KINDS.items()}
# No dates and no names, so that the same texts give the same file.
HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
COMMENT = """\
Write each translation into msgstr. What is left empty is shown in the language of msgid.
fuzzy: the text has changed since it was translated. Look at it again, then take that word out."""
WIDTH = 92


def is_language(word: str) -> bool:
    return len(word) <= LONGEST and re.fullmatch(LANGUAGE, word) is not None


def languages_in(folder: Path) -> list[str]:
    """The languages that have PO files, whether or not there is a translation in them."""
    found = {path.parent.name for path in folder.glob("*/*.po")}
    return sorted(filter(is_language, found))


def strays(folder: Path) -> Iterator[FileProblem]:
    """What lies in a language's folder and is not read, which its author should know."""
    for path in sorted(folder.iterdir()):
        # Tools for translators leave compiled ones (.mo) beside their files.
        if (
            not path.name.startswith(".")
            and path.suffix != ".mo"
            and path.name not in NAMES.values()
        ):
            message = f'file "{path.name}" is not known. {nearest(path.name, NAMES.values())}'
            yield FileProblem(f"{folder.name}/{path.name}", None, message)


def write(catalogue: Catalogue, folder: Path, language: str) -> None:
    """Makes the language's PO files say what the catalogue does; into its own language, nothing."""
    mine = {each.key: each for each in catalogue.translations if each.language == language}
    (folder / language).mkdir(parents=True, exist_ok=True)
    for kind, name in NAMES.items():
        path = folder / language / name
        if language == catalogue.language:
            path.unlink(missing_ok=True)
            continue
        po = polib.POFile(wrapwidth=WIDTH)
        po.header = COMMENT
        po.metadata = {**HEADER, "Language": language}
        texts = {key: text for key, text in catalogue.texts.items() if key[0] == kind}
        po.extend(_entry(key, text, mine.get(key)) for key, text in texts.items())
        po.extend(_gone(mine[key]) for key in mine if key[0] == kind and key not in texts)
        path.write_text(str(po), encoding="utf-8", newline="\n")


def _entry(key: Key, text: str, translation: Translation | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=_context(key), msgid=text)
    if translation:
        entry.msgstr = translation.text
        if translation.source != text:
            entry.flags = ["fuzzy"]
            # Empty where nobody knows what it was made from: then there is no such line.
            entry.previous_msgid = translation.source or None
    return entry


def _gone(translation: Translation) -> polib.POEntry:
    context = _context(translation.key)
    words = {"msgid": translation.source, "msgstr": translation.text}
    return polib.POEntry(msgctxt=context, obsolete=True, **words)


def _context(key: Key) -> str:
    _kind, slug, path = key
    return f"{slug}/{path}"


class Overlay:
    """All translations beside the content files, with what is wrong with them.

    `base` is the content they are about; things of it that could not be read are `unreadable`, by
    (kind, slug). What is about no text of it is a problem, unless `gone_too` asks for it.
    """

    def __init__(
        self,
        folder: Path,
        base: Catalogue,
        unreadable: Collection[tuple[str, str]] = frozenset(),
        *,
        gone_too: bool,
    ):
        self.base = base
        self.unreadable = unreadable
        self.gone_too = gone_too
        self.problems: list[FileProblem] = []
        self._found: dict[tuple[str, Key], Translation] = {}
        self._places: dict[tuple[str, Key], tuple[str, int]] = {}
        for language in languages_in(folder):
            if language == base.language:
                message = (
                    f"{language} is the language of the content itself. Take this folder out, or "
                    "write another language into language.txt."
                )
                self.problems.append(FileProblem(f"{language}/", None, message))
                continue
            for kind, name in NAMES.items():
                if (folder / language / name).is_file():
                    self._read(folder, language, kind)

    @property
    def translations(self) -> tuple[Translation, ...]:
        return tuple(self._found.values())

    def problem(self, language: str, key: Key, message: str) -> FileProblem:
        """At the entry of this text; at the folder, where it has none."""
        file, line = self._places.get((language, key), (f"{language}/", None))
        return FileProblem(file, line, message)

    def _read(self, folder: Path, language: str, kind: str) -> None:
        path = folder / language / NAMES[kind]
        file = f"{language}/{path.name}"
        try:
            entries = _parsed(path)
        except _NotPO as error:
            self.problems.append(FileProblem(file, error.line, error.message))
            return
        # What was put aside comes last: what is written anew for the same text is newer.
        for entry in sorted(entries, key=lambda each: bool(each.obsolete)):
            line = max(entry.linenum or 1, 1)
            wrong = [*self._keep(entry, (file, line), language, kind)]
            self.problems.extend(FileProblem(file, line, message) for message in wrong)

    def _keep(
        self, entry: polib.POEntry, place: tuple[str, int], language: str, kind: str
    ) -> Iterator[str]:
        """Takes in one entry, or says what is wrong with it."""
        slug, _, path = (entry.msgctxt or "").partition("/")
        key = kind, slug, path
        if not path:
            examples = (_context(each) for each in self.base.texts if each[0] == kind)
            example = next(examples, "name-of-the-file/name")
            yield f'msgctxt names no text. Write which one this is, such as "{example}".'
            return
        first = self._places.setdefault((language, key), place)
        if entry.obsolete:
            if (language, key) in self._found:
                return
        elif first != place:
            where = f"line {first[1]}"
            yield f'msgctxt "{entry.msgctxt}" is in {where} already. Take one of the two out.'
            return
        elif key not in self.base.texts and not self.gone_too:
            yield from self._unknown(key, language)
            return
        if entry.msgid_plural:
            yield "msgid_plural is not used here. Write one msgid and one msgstr."
        elif entry.msgstr:
            source = (entry.previous_msgid or "") if entry.fuzzy else entry.msgid
            try:
                self._found[language, key] = Translation(
                    language=language, kind=kind, slug=slug, path=path, source=source,
                    text=entry.msgstr,
                )  # fmt: skip
            except ValidationError as error:
                yield from (message for _path, message in complaints(error, Translation))

    def _unknown(self, key: Key, language: str) -> Iterator[str]:
        kind, slug, path = key
        if (kind, slug) in self.unreadable:
            return
        things = self.base.by_slug[kind]
        if slug not in things:
            wrong = f'There is no {kind} "{slug}". {nearest(slug, things)}'
        else:
            mine = [text for of, name, text in self.base.texts if (of, name) == (kind, slug)]
            wrong = f'{kind} {slug} has no text "{path}". {nearest(path, mine)}'
        yield f"{wrong} If the text is gone, run: manage.py translation {language}"


class _NotPO(ValueError):
    def __init__(self, line: int, message: str):
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")


def _parsed(path: Path) -> polib.POFile:
    raw = path.read_bytes()
    try:
        raw.decode("utf-8")
        return polib.pofile(str(path), encoding="utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _NotPO(line, "the file is not UTF-8. Save it as UTF-8.") from error
    except OSError as error:  # polib's word for what is not PO
        named = re.search(r"\(line (\d+)\)", str(error))
        message = (
            "this is not PO. Write msgctxt, msgid and msgstr, each with its text in quotes, and "
            'a quote inside a text as \\".'
        )
        raise _NotPO(int(named[1]) if named else 1, message) from error
