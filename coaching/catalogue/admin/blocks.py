"""A block's own fields on the trainer's page, made from what its kind asks for.

So a kind that is added is edited like the others, and nobody writes JSON.
"""

from collections.abc import Iterable
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

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
            return [int(word) for word in words] or None
        except ValueError as wrong:
            raise forms.ValidationError(_("Write whole numbers, such as 45, 90.")) from wrong


class SlugsField(forms.MultipleChoiceField):
    """Slugs of things. They are shown in the order they were chosen in, so that one stays."""

    def clean(self, value):
        chosen = super().clean(value)
        before = [slug for slug in self.initial or () if slug in chosen]
        return [*before, *(slug for slug in chosen if slug not in before)]


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
    of, marks = plain(declared.annotation, declared.metadata)
    is_list = get_origin(of) is tuple
    if is_list:
        of, marks = plain(get_args(of)[0], marks)
    words: dict[str, Any] = {
        "required": False,
        "help_text": _("Only for: %(kinds)s") % {"kinds": ", ".join(kinds)},
    }
    if meant := next((mark.kind for mark in marks if isinstance(mark, RefersTo)), None):
        slugs = TABLES[meant].objects.filter(archived_at__isnull=True).values_list("slug", "name")
        if is_list:
            return SlugsField(choices=lambda: list(slugs.all()), **words)
        return forms.ChoiceField(choices=lambda: [("", "–"), *slugs.all()], **words)
    if get_origin(of) is Literal and not is_list:
        return forms.ChoiceField(
            choices=[("", "–"), *zip(get_args(of), get_args(of), strict=True)], **words
        )
    return FIELDS[of, is_list](**words)


# By what is written there, and whether it is a list of it.
FIELDS = {
    (int, True): NumbersField,
    (int, False): forms.IntegerField,
    (float, False): forms.FloatField,
    (bool, False): forms.BooleanField,
    (str, False): forms.CharField,
}


def plain(declared: Any, marks: Iterable[Any] = ()) -> tuple[Any, list[Any]]:
    """`Annotated[int, mark] | None` as int and what marks it."""
    marks = [*marks]
    while (origin := get_origin(declared)) in (Annotated, Union, UnionType):
        choices = [each for each in get_args(declared) if each is not NoneType]
        declared = choices[0]
        marks += choices[1:] if origin is Annotated else ()
    return declared, marks


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
