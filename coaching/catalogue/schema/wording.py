"""What a model refused, in words a trainer can act on: what is wrong and what to write instead."""

from collections.abc import Iterator, Mapping, Sized
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coaching.catalogue.schema.catalogue import Catalogue
from coaching.catalogue.schema.marked import Path
from coaching.catalogue.schema.problem import Problem, nearest
from coaching.catalogue.schema.shapes import Shape
from coaching.catalogue.schema.translations import LANGUAGE

# In bits. Python itself refuses to write out those of thousands of digits.
LONGEST_NUMBER = 100

_INDEFINITE = {"array": "a list", "string": "a text", "boolean": "true or false"}


def explain(error: ValidationError, document: Mapping[str, Any]) -> list[Problem]:
    """The problems behind the refusal of a catalogue's document."""
    kinds = {field: kind for kind, field in Catalogue.KINDS.items()}
    found = []
    for path, message in complaints(error, Catalogue):
        if len(path) > 1 and path[0] in kinds:
            thing = document[path[0]][path[1]]
            slug = _word(thing, "slug") if isinstance(thing, Mapping) else ""
            found.append(Problem(kinds[path[0]], slug, path[2:], message))
        elif len(path) > 2 and path[0] == "translations":
            found.append(_of_translation(document["translations"][path[1]], path, message))
        else:
            found.append(Problem("catalogue", "", path, message))
    return found


def _of_translation(translation: Mapping[str, Any], path: Path, message: str) -> Problem:
    kind, slug, text, language = (
        _word(translation, name) for name in ("kind", "slug", "path", "language")
    )
    message = f"The translation of {kind} {slug}, {text}, into {language}: {message}"
    return Problem("catalogue", "", path, message, language)


def _word(document: Mapping[str, Any], name: str) -> str:
    """What names it, in short, whatever stands there."""
    value = document.get(name, "")
    return (value if isinstance(value, str) else _shown(value))[:60]


def complaints(error: ValidationError, model: type[Shape]) -> Iterator[tuple[Path, str]]:
    """Where and what, for each thing that `model` refused."""
    for details in error.errors(include_url=False):
        path, expected, parent = _walk(model, details["loc"])
        if details["type"] == "too_short" and len(details["input"]) >= expected["minItems"]:
            continue  # there are enough; pydantic only counts those it could read
        if details["type"].startswith("union_tag"):
            path = (*path, "kind")
            expected = {"enum": list(expected["discriminator"]["mapping"])}
        yield path, _sentence(details, path, expected, parent)


@cache
def _schema(model: type[Shape]) -> dict[str, Any]:
    return model.model_json_schema()


def _walk(model: type[Shape], loc: Path) -> tuple[Path, dict[str, Any], dict[str, Any]]:
    """The path without pydantic's own additions, what is expected there, and what around it."""
    root = parent = here = _schema(model)
    path = []
    for part in loc:
        parent = here
        if mapping := here.get("discriminator", {}).get("mapping"):
            here = _plain(root, {"$ref": mapping[part]})  # pydantic names the kind of block
            continue
        path.append(part)
        by_name = here.get("properties", {})
        here = _plain(root, here.get("items") if isinstance(part, int) else by_name.get(part))
    return tuple(path), here, parent


def _plain(root: dict[str, Any], schema: dict[str, Any] | None) -> dict[str, Any]:
    schema = schema or {}
    for choice in schema.get("anyOf", ()):  # a number or null: the number
        if choice.get("type") != "null":
            schema = {**schema, **choice}
    if reference := schema.get("$ref"):
        schema = root["$defs"][reference.rpartition("/")[2]]
    return schema


def _sentence(
    details: ErrorDetails, path: Path, expected: dict[str, Any], parent: dict[str, Any]
) -> str:
    name, value, kind = _name(path), details["input"], details["type"]
    if kind == "extra_forbidden":
        key = str(path[-1])
        return f"key {_shown(key)} is not known. {nearest(key, parent['properties'])}"
    if kind in ("missing", "union_tag_not_found"):
        return f"{name} is missing. Write {_wanted(expected)}."
    if kind == "value_error":
        return f"{name} {details['ctx']['error']}."
    if kind in ("literal_error", "union_tag_invalid"):
        value = details["ctx"].get("tag", value)
        return f"{name} {_shown(value)} is not known. Write {_wanted(expected)}."
    if kind == "string_pattern_mismatch":
        return f"{name} {_mismatch(value, expected)}"
    if kind in ("string_too_short", "string_too_long", "too_short", "too_long"):
        return f"{name} {_wrong_length(kind, value, expected)}"
    if kind in ("int_type", "int_from_float"):
        return f"{name} is {_shown(value)}. Write {_wanted(expected, number='a whole number')}."
    return f"{name} is {_shown(value)}. Write {_wanted(expected)}."


def _wrong_length(kind: str, value: Sized, expected: dict[str, Any]) -> str:
    if kind == "string_too_short":
        return "is empty. Write a text."
    if kind == "string_too_long":
        return f"has {len(value)} characters. Write at most {expected['maxLength']}."
    if kind == "too_short":
        return f"has {len(value)} entries. Write at least {expected['minItems']}."
    return f"has {len(value)} entries. Write at most {expected['maxItems']}."


def _name(path: Path) -> str:
    words = [str(part) for part in path[-2:]]
    if path and isinstance(path[-1], int):
        return f"{words[0]}, entry {path[-1] + 1}," if len(path) > 1 else f"entry {path[-1] + 1}"
    return words[-1] if words else "The content"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value[:40]}…"' if len(value) > 40 else f'"{value}"'
    if value is None or isinstance(value, bool):
        return {None: "empty", True: "true", False: "false"}[value]
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
        return "a very long number"
    return "a set of keys" if isinstance(value, Mapping) else str(value)


def _wanted(expected: dict[str, Any], number: str = "a number") -> str:
    if choices := expected.get("enum") or ([expected["const"]] if "const" in expected else None):
        return f"one of: {', '.join(map(str, choices))}"
    if expected.get("type") in ("integer", "number"):
        return f"{number} from {expected['minimum']} to {expected['maximum']}"
    if expected.get("type") == "object":
        return f"its keys below it: {', '.join(expected['properties'])}"
    return _INDEFINITE.get(expected.get("type", ""), "something else")


def _mismatch(value: str, expected: dict[str, Any]) -> str:
    if expected["pattern"] == LANGUAGE:
        return f"{_shown(value)} is no language. Write it as browsers name it, such as de or pt-br."
    if "[a-z0-9]" in expected["pattern"]:
        wish = "Write small letters, digits and single hyphens, such as back-arched."
        return f"{_shown(value)} is not a slug. {wish}"
    if "\n" in value and "\\x09" not in expected["pattern"]:
        return "has a line break. Write it on one line."
    return "has a character that cannot be shown. Write plain text."
