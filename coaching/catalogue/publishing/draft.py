"""Between the draft tables and the one shape of content: rows to documents, and back.

A field of the schema is kept in the column of its name. Only what is kept otherwise is said here,
and what is said here is read and written by the same object, so nothing goes one way alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from coaching.catalogue import models, schema
from coaching.catalogue.schema.blocks import Block


class Column:
    """A field in a column of the row, by another name where one is given."""

    def __init__(self, name=None):
        self.name = name

    def read(self, row, key):
        value = getattr(row, row._meta.get_field(self.name or key).attname)
        return float(value) if isinstance(value, Decimal) else value

    def write(self, row, key, value):
        setattr(row, row._meta.get_field(self.name or key).attname, value)

    def write_after(self, row, key, value):
        """What can be written only when the row is there."""


class Spread(Column):
    """A shape inside the thing, whose fields are columns of the same row."""

    def __init__(self, shape):
        self.keys = tuple(shape.model_fields)

    def read(self, row, key):
        return {name: Column().read(row, name) for name in self.keys}

    def write(self, row, key, value):
        for name in self.keys:
            Column().write(row, name, value[name])


@dataclass
class Rows(Column):
    """A list of shapes, each a row of its own below this one, in order."""

    related: str
    keys: tuple[str, ...]
    inside: Mapping[str, Column] = field(default_factory=dict)

    def read(self, row, key):
        return [self.document(child) for child in getattr(row, self.related).all()]

    def document(self, child):
        return {name: self.inside.get(name, Column()).read(child, name) for name in self.keys}

    def write(self, row, key, value):
        """Nothing yet: a child needs its parent."""

    def write_after(self, row, key, value):
        manager = getattr(row, self.related)
        manager.all().delete()
        children = [self.child(manager, *each) for each in enumerate(value, start=1)]
        manager.bulk_create(children)
        for name, column in self.inside.items():
            for child, document in zip(children, value, strict=True):
                column.write_after(child, name, document[name])

    def child(self, manager, position, document):
        child = manager.model(**{manager.field.name: manager.instance}, position=position)
        for name in self.keys:
            self.inside.get(name, Column()).write(child, name, document[name])
        return child


class Links(Rows):
    """A list of slugs of other things, each a row of a table between the two."""

    def __init__(self, related, column):
        super().__init__(related, (column,))
        self.column = column

    def document(self, child):
        return Column().read(child, self.column)

    def child(self, manager, position, slug):
        return super().child(manager, position, {self.column: slug})


class Blocks(Rows):
    """Blocks: the words that all have are columns, what a kind adds is kept together."""

    def document(self, child):
        return super().document(child) | child.settings

    def child(self, manager, position, document):
        block = super().child(manager, position, document)
        block.settings = {k: v for k, v in document.items() if k not in self.keys}
        return block


INSTRUCTIONS = Rows("instructions", tuple(schema.Instruction.model_fields))
MOVEMENT = {
    "figure": Spread(schema.Figure),
    "tempo": Spread(schema.Tempo),
    "instructions": INSTRUCTIONS,
}
ANSWERS = Rows("answers", tuple(schema.Answer.model_fields))
QUESTIONS = Rows("questions", tuple(schema.Question.model_fields), {"answers": ANSWERS})

# In the order their rows point at each other: what is pointed at comes first.
TABLES = {
    "ladder": models.Ladder,
    "muscle": models.Muscle,
    "topic": models.Topic,
    "fault": models.Fault,
    "variation": models.Variation,
    "drill": models.Drill,
    "questionnaire": models.Questionnaire,
    "routine": models.Routine,
}
# Where a field is kept otherwise than in the column of its name.
KEPT: dict[str, dict[str, Column]] = {
    "topic": {"title": Column("name")},
    "variation": {
        **MOVEMENT,
        "faults": Links("fault_order", "fault"),
        "muscles": Rows("muscle_order", tuple(schema.MuscleUse.model_fields)),
    },
    "drill": {**MOVEMENT, "amount": Spread(schema.Amount)},
    "questionnaire": {"questions": QUESTIONS},
    "routine": {
        "pain": Spread(schema.PainLimits),
        "blocks": Blocks("blocks", tuple(Block.model_fields)),
    },
}
RELATED = {
    "variation": ("instructions", "fault_order", "muscle_order"),
    "drill": ("instructions",),
    "questionnaire": ("questions__answers",),
    "routine": ("blocks",),
}

# What a translation is known by.
KEY = ("language", "kind", "slug", "path")


def fields(kind: str) -> dict[str, Column]:
    """How each field of a kind is kept, by its name."""
    kept = KEPT.get(kind, {})
    return {name: kept.get(name, Column()) for name in schema.Catalogue.model_of(kind).model_fields}


def rows(kind: str):
    """All rows of a kind with what hangs on them, archived ones too, in a few queries."""
    return TABLES[kind].objects.prefetch_related(*RELATED.get(kind, ()))


def document(kind: str, row) -> dict[str, Any]:
    """One row, with what hangs on it, as a document of its schema model."""
    return {name: column.read(row, name) for name, column in fields(kind).items()}


def read(*, language: str) -> dict[str, Any]:
    """The whole draft as a document in the shape of schema.Catalogue, archived rows left out."""
    content = {
        schema.Catalogue.KINDS[kind]: [
            document(kind, row) for row in rows(kind).filter(archived_at__isnull=True)
        ]
        for kind in TABLES
    }
    return {"language": language, **content, "translations": list(_translations())}


def translations() -> dict[tuple[str, ...], schema.Translation | None]:
    """The schema.Translations of the draft by full key; None for one that is not finished yet."""
    found: dict[tuple[str, ...], schema.Translation | None] = {}
    for row in _translations():
        key = tuple(row[name] for name in KEY)
        try:
            found[key] = schema.Translation.model_validate(row)
        except ValidationError:
            found[key] = None
    return found


def _translations():
    return models.Translation.objects.values(*schema.Translation.model_fields)


def store(kind: str, thing, *, position: int) -> None:
    """Writes one schema object over its row, and over what hangs on it."""
    data = thing.model_dump(mode="json")
    row = TABLES[kind](position=position)
    for name, column in fields(kind).items():
        column.write(row, name, data[name])
    if kind == "routine" and row.default:
        # One is the default, and the one being written says that it is.
        models.Routine.objects.exclude(pk=row.pk).update(default=False)
    row.save()
    for name, column in fields(kind).items():
        column.write_after(row, name, data[name])


def store_translations(written) -> None:
    """Writes schema.Translations over their rows, by full key; None takes a row out."""
    models.Translation.objects.bulk_create(
        [models.Translation(**each.model_dump()) for each in written.values() if each],
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=["source", "text"],
    )
    for key, translation in written.items():
        if translation is None:
            models.Translation.objects.filter(**dict(zip(KEY, key, strict=True))).delete()
