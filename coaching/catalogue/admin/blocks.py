"""A block's own fields on the trainer's page, made from what its kind asks for.

So a kind that is added is edited like the others, and nobody writes JSON.
"""

from typing import Any, get_args

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from coaching.catalogue.models import Block
from coaching.catalogue.publishing.draft import TABLES
from coaching.catalogue.schema import complaints
from coaching.catalogue.schema.blocks import KINDS
from coaching.catalogue.schema.blocks.base import Block as BlockShape
from coaching.catalogue.schema.shapes import RefersTo

# What every kind has is a column of the table.
COMMON = tuple(BlockShape.model_fields)


class NumbersField(forms.CharField):
    """Whole numbers with commas between them."""

    def prepare_value(self, value):
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value

    def to_python(self, value):
        words = super().to_python(value).replace(",", " ").split()
        try:
            return [int(word) for word in words]
        except ValueError as wrong:
            raise forms.ValidationError(_("Write whole numbers, such as 45, 90.")) from wrong


def own_fields() -> dict[str, list[str]]:
    """The fields that kinds add, each with the kinds that have it."""
    found: dict[str, list[str]] = {}
    for name, kind in KINDS.items():
        for key in kind.model_fields:
            if key not in COMMON:
                found.setdefault(key, []).append(name)
    return found


def form_field(name: str, kinds: list[str]) -> forms.Field:
    """A form field for one field of the schema. All kinds that share a name mean the same by it."""
    declared = KINDS[kinds[0]].model_fields[name]
    words: dict[str, Any] = {
        "required": False,
        "help_text": _("Only for: %(kinds)s") % {"kinds": ", ".join(kinds)},
    }
    item = get_args(declared.annotation)[:1]
    marks = [*declared.metadata, *(getattr(item[0], "__metadata__", ()) if item else ())]
    meant = next((mark.kind for mark in marks if isinstance(mark, RefersTo)), None)
    if meant is None:
        return NumbersField(**words) if item else forms.IntegerField(**words)
    slugs = TABLES[meant].objects.filter(archived_at__isnull=True).values_list("slug", "name")
    if item:
        return forms.MultipleChoiceField(choices=lambda: list(slugs.all()), **words)
    return forms.ChoiceField(choices=lambda: [("", "–"), *slugs.all()], **words)


class BlockWords(forms.ModelForm):
    """The columns of a block, and the fields of its kind, checked by the shape of that kind."""

    class Meta:
        model = Block
        fields = ["position", "kind", "title", "instruction", "action"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in own_fields():
            self.fields[name].initial = (self.instance.settings or {}).get(name)

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        kind = KINDS[cleaned["kind"]]
        given = {name: cleaned.get(name) for name in kind.model_fields if name not in COMMON}
        # What was left empty takes what the kind says by itself, or is missing.
        own = {name: value for name, value in given.items() if value not in (None, "", [])}
        words = {name: cleaned[name] for name in COMMON}
        try:
            block = kind.model_validate(words | own)
        except ValidationError as error:
            for path, message in complaints(error, kind):
                self.add_error(path[0] if path and path[0] in self.fields else None, message)
            return cleaned
        document = block.model_dump(mode="json")
        self.instance.settings = {k: v for k, v in document.items() if k not in COMMON}
        return cleaned


# The class that the admin uses, with a field for everything that some kind asks for.
BlockForm = type(BlockWords)(
    "BlockForm",
    (BlockWords,),
    {"__module__": __name__}
    | {name: form_field(name, kinds) for name, kinds in own_fields().items()},
)
