"""Every field of the schema with the place where it is kept, and what is missing there.

Each check yields sentences that name the kind, the field and what it lacks; test_fields.py holds
the schema to them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import reverse
from pydantic import ValidationError

from coaching.catalogue import schema
from coaching.catalogue.publishing import draft
from coaching.catalogue.publishing.draft import Blocks, Column, Links, Rows, Spread
from coaching.catalogue.schema.shapes import RefersTo


@dataclass(frozen=True)
class Field:
    """One field of the schema: `path` leads to it ("figure", "hip_top"; a block's own under its
    kind), `column` is None where nothing keeps it, `input` is its name on the trainer's page."""

    kind: str
    path: tuple[str, ...]
    table: type[Model]
    column: str | None
    input: str | None

    def __str__(self) -> str:
        return f"{self.kind} {'.'.join(self.path)}"


def fields(kind: str, shape: type[schema.Shape] | None = None) -> Iterator[Field]:
    """Every field of a kind; `shape` may stand in for the schema's own."""
    shape = shape or schema.Catalogue.model_of(kind)
    kept = draft.KEPT.get(kind, {})
    columns = {name: kept.get(name, Column()) for name in shape.model_fields}
    return _fields(kind, shape, columns, draft.TABLES[kind])


def _fields(kind, shape, kept: Mapping[str, Column], table, way=()) -> Iterator[Field]:
    for name, declared in shape.model_fields.items():
        path, inside = (*way, name), list(shapes(declared.annotation))
        match kept.get(name):
            case None:
                yield Field(kind, path, table, None, None)
            case Blocks() as column:
                yield from _block_fields(kind, path, inside, column, _child(table, column))
            case Links() as column:
                yield Field(kind, path, _child(table, column), column.column, column.column)
            case Rows() as column:
                below = {key: column.inside.get(key, Column()) for key in column.keys}
                yield from _fields(kind, inside[0], below, _child(table, column), path)
            case Spread() as column:
                below = {key: Column() for key in column.keys}
                yield from _fields(kind, inside[0], below, table, path)
            case column:
                yield Field(kind, path, table, column.name or name, column.name or name)


def _block_fields(kind, way, blocks, column, table) -> Iterator[Field]:
    for block in blocks:
        for name in block.model_fields:
            kept = name if name in column.keys else "settings"
            yield Field(kind, (*way, block.named(), name), table, kept, name)


def _child(table, column):
    return table._meta.get_field(column.related).related_model


def shapes(declared: Any) -> Iterator[type[schema.Shape]]:
    """The shapes that an annotation speaks of, however deep."""
    if isinstance(declared, type) and issubclass(declared, schema.Shape):
        yield declared
    else:
        for each in get_args(declared):
            yield from shapes(each)


# Is there a column?


def without_a_column(found: Iterator[Field]) -> list[str]:
    return [
        f"{field}: publishing/draft.py does not keep it."
        if field.column is None
        else f"{field}: the table {field.table.__name__} has no column {field.column}."
        for field in found
        if field.column is None or not _has_column(field)
    ]


def _has_column(field: Field) -> bool:
    try:
        return field.table._meta.get_field(field.column).concrete
    except FieldDoesNotExist:
        return False


# Does the trainer's page offer it?


def offered(client) -> set[tuple[type[Model], str]]:
    """(table, name) of every field that a page of the admin shows, itself or in its inlines.

    Read from the change form of the first row. What names the row is read where one is added:
    it never changes.
    """
    found = set()
    for table in admin.site._registry:
        row = table.objects.first()
        if row is None or not table.__module__.startswith("coaching.catalogue"):
            continue
        at = f"admin:coaching_{table._meta.model_name}"
        found |= set(_shown(client.get(reverse(f"{at}_change", args=[row.pk]))))
        added = _shown(client.get(reverse(f"{at}_add"))) if at not in NEVER_ADDED else ()
        found |= {(table, name) for table, name in added if table._meta.pk.name == name}
    return found


NEVER_ADDED = ("admin:coaching_release",)


def _shown(response) -> Iterator[tuple[type[Model], str]]:
    names = set(re.findall(r'name="([^"]+)"', response.content.decode()))
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [*inline.formset.forms, inline.formset.empty_form]
    for form in forms:
        for name in form.fields:
            if form.add_prefix(name) in names:
                yield form._meta.model, name


def without_a_place(found: Iterator[Field], places: set[tuple[type[Model], str]]) -> list[str]:
    return [
        f"{field}: the trainer's page of {field.table.__name__} has no field {field.input}."
        for field in found
        if (field.table, field.input) not in places
    ]


# Does another value come back?


def leaves(thing: schema.Shape, way: tuple = ()) -> Iterator[tuple[tuple, Any, list]]:
    """(where, value, how it is declared) of each value in a thing."""
    for name, declared in type(thing).model_fields.items():
        value, said = getattr(thing, name), [declared.annotation, *declared.metadata]
        yield from _leaves(value, said, (*way, name))


def _leaves(value, declared, way):
    if isinstance(value, schema.Shape):
        yield from leaves(value, way)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _leaves(each, declared, (*way, index))
    else:
        yield way, value, declared


def path_of(thing: schema.Shape, way: tuple) -> tuple[str, ...]:
    """The path of the field to which a value belongs, as Field has it."""
    names = [part for part in way if isinstance(part, str)]
    if names[0] == "blocks":
        names.insert(1, thing.blocks[way[1]].kind)
    return tuple(names)


def at(document: Any, way: tuple) -> Any:
    """What stands there, or None."""
    for part in way:
        try:
            document = document[part]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def changed(
    thing: schema.Shape, catalogue: schema.Catalogue
) -> Iterator[tuple[tuple, schema.Shape]]:
    """(where, the thing with another value there) for each value that the schema lets be another.
    The catalogue has what may be named."""
    document = thing.model_dump(mode="json")
    said = {value for _way, value, _declared in leaves(thing)}
    free = {kind: sorted(set(known) - said) for kind, known in catalogue.by_slug.items()}
    for way, value, declared in leaves(thing):
        for other in _others(value, declared, free):
            try:
                varied = type(thing).model_validate(_with(document, way, other))
            except ValidationError:
                continue
            if varied != thing:
                yield way, varied
                break


def _others(value, declared: list, slugs) -> Iterator[Any]:
    """Values that may be as good as this one."""
    kinds = [mark.kind for mark in _marks(declared) if isinstance(mark, RefersTo)]
    if kinds:
        yield from slugs[kinds[0]]
        return
    yield from (word for word in _words(declared) if word != value)
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1)
    elif isinstance(value, str):
        yield from (f"{value} And more.".strip(), f"{value}-and-more")
    yield from (2, 20, "Something")


def _marks(declared) -> Iterator[Any]:
    for each in declared:
        yield each
        yield from _marks(get_args(each))


def _words(declared) -> Iterator[str]:
    for each in declared:
        if get_origin(each) is Literal:
            yield from get_args(each)
        else:
            yield from _words(get_args(each))


def _with(document, way, value):
    if not way:
        return value
    part, *rest = way
    if isinstance(document, list):
        return [_with(each, rest, value) if n == part else each for n, each in enumerate(document)]
    return document | {part: _with(document[part], rest, value)}


def replaced(thing: schema.Shape, way: tuple, other: schema.Shape) -> schema.Shape:
    """The thing with what `other` says at this place."""
    value = at(other.model_dump(mode="json"), way)
    return type(thing).model_validate(_with(thing.model_dump(mode="json"), way, value))


def lost(kind: str, thing: schema.Shape, way: tuple) -> list[str]:
    """What becomes of the value at `way` when the thing is written into the draft and read."""
    draft.store(kind, thing, position=1)
    came = draft.document(kind, draft.rows(kind).get(pk=thing.slug))
    gave = thing.model_dump(mode="json")
    if came == gave:
        return []
    name = ".".join(path_of(thing, way))
    return [f"{kind} {name}: {at(gave, way)!r} was stored, {at(came, way)!r} came back."]
