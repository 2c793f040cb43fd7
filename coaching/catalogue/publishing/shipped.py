"""What the content files said of each thing when it was last taken over into the draft."""

from typing import Any

from pydantic import ValidationError

from coaching.catalogue import schema
from coaching.catalogue.models import Shipped
from coaching.catalogue.publishing import upgrades


def in_shape(kind: str, document: dict[str, Any]) -> dict[str, Any] | None:
    """A thing's document as the schema writes it, or None where it is not finished yet."""
    try:
        thing = schema.Catalogue.model_of(kind).model_validate(document)
    except ValidationError:
        return None
    return thing.model_dump(mode="json")


class ShippedContent:
    """Documents in today's shape by (kind, slug), and schema.Translations by their full key;
    None for what says nothing."""

    def __init__(self):
        kept = Shipped.objects.first()
        document = upgrades.upgraded(kept.document, kept.format) if kept else {}
        self.things = {
            (kind, thing["slug"]): in_shape(kind, thing)
            for kind, name in schema.Catalogue.KINDS.items()
            for thing in document.get(name, ())
        }
        translations = map(schema.Translation.model_validate, document.get("translations", ()))
        self.translations = {each.full_key: each for each in translations}

    def keep(self, *, language: str) -> None:
        """Writes it all down, in today's format."""
        document: dict[str, Any] = {"language": language}
        for kind, name in schema.Catalogue.KINDS.items():
            mine = (thing for (of, _slug), thing in self.things.items() if of == kind)
            document[name] = [thing for thing in mine if thing is not None]
        translations = filter(None, self.translations.values())
        document["translations"] = [each.model_dump() for each in translations]
        kept = {"document": document, "format": upgrades.newest()}
        Shipped.objects.update_or_create(pk=1, defaults=kept)
