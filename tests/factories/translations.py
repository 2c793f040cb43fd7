"""A language that nobody speaks: every vowel wears a hat. It is as long as what it was made from,
so it fits wherever that does, and a test sees at once which words were not translated."""

from coaching.catalogue.schema import Catalogue, Translation

LANGUAGE = "eo"
_HATS = str.maketrans("AEIOUaeiou", "ÂÊÎÔÛâêîôû")


def hatted(text: str) -> str:
    return text.translate(_HATS)


def translation(catalogue, kind, slug, path, text=None, *, source=None, language=LANGUAGE):
    """Of one text, made from what it is in the catalogue today."""
    base = catalogue.texts[kind, slug, path]
    return Translation(
        language=language, kind=kind, slug=slug, path=path,
        source=base if source is None else source, text=text or hatted(base),
    )  # fmt: skip


def with_hats(catalogue) -> Catalogue:
    """The catalogue with all its texts in that language, too."""
    return overlaid(catalogue, *(translation(catalogue, *key) for key in catalogue.texts))


def overlaid(catalogue, *translations) -> Catalogue:
    """The catalogue with these translations and no others."""
    return catalogue.model_copy(update={"translations": translations})


def changed(catalogue, kind, slug, **fields) -> Catalogue:
    """The catalogue with other words for one thing."""
    name = catalogue.KINDS[kind]
    things = (
        each.model_copy(update=fields) if each.slug == slug else each
        for each in getattr(catalogue, name)
    )
    return catalogue.model_copy(update={name: tuple(things)})
