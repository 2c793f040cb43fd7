"""Filling the draft from content files, and publishing the draft as a Release."""

import hashlib
import json
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from pydantic import ValidationError

from coaching.catalogue import schema
from coaching.catalogue.models import Release
from coaching.catalogue.publishing import draft, releases, rules, upgrades
from coaching.catalogue.publishing.shipped import ShippedContent, in_shape


class Unpublishable(ValueError):
    """The draft cannot become a Release; `reasons` says why, a sentence each."""

    def __init__(self, reasons):
        self.reasons = tuple(reasons)
        super().__init__("\n".join(self.reasons))


@dataclass
class Loaded:
    """What a load did, by name ("fault swung"): new, renewed because nobody had edited it, and
    kept as a trainer has edited it; and the Release it published, if anything came of it."""

    new: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    release: Release | None = None

    def note(self, verdict, name):
        """Whether it is to be written, after it was noted under what becomes of it."""
        if verdict != "same":
            getattr(self, verdict).append(name)
        return verdict in ("new", "renewed")


@transaction.atomic
def load(*, catalogue, overwrite=False):
    """Brings the content files' Catalogue into the draft and publishes what changed in it.

    rules.verdict says what may be touched. Loading the same files twice changes nothing. Only what
    came from the files is published: what a trainer has in the draft stays a draft.
    """
    shipped, loaded = ShippedContent(), Loaded()
    things = _load_things(catalogue, shipped, loaded, overwrite)
    translations = _load_translations(catalogue, shipped, loaded, overwrite)
    shipped.keep(language=catalogue.language)
    if not Release.objects.exists():
        loaded.release = publish(language=catalogue.language)
    elif things or translations or catalogue.language != _base_language():
        loaded.release = _publish_over_newest(catalogue.language, things, translations)
    return loaded


def _load_things(catalogue, shipped, loaded, overwrite):
    """Writes what is new or renewed. Returns it as (kind, thing)."""
    written = []
    for kind in draft.TABLES:
        rows = {row.slug: row for row in draft.rows(kind)}
        for position, thing in enumerate(catalogue.things(kind), start=1):
            row, files = rows.get(thing.slug), thing.model_dump(mode="json")
            verdict = rules.verdict(
                files=files,
                draft=row and in_shape(kind, draft.document(kind, row)),
                shipped=shipped.things.get((kind, thing.slug)),
                is_there=row is not None,
                is_archived=row is not None and row.archived_at is not None,
                overwrite=overwrite,
            )
            if loaded.note(verdict, f"{kind} {thing.slug}"):
                draft.store(kind, thing, position=position)
                written.append((kind, thing))
            if verdict != "kept":
                shipped.things[kind, thing.slug] = files
    return written


def _load_translations(catalogue, shipped, loaded, overwrite):
    """Writes what is new or renewed. Returns it by key, and None for what was taken out."""
    written = {}
    drafted = draft.translations()
    files = {each.full_key: each for each in catalogue.translations}
    # What the files do not say any more of a text that is still there, in a language they have.
    taken_out = {
        key: None
        for key, each in shipped.translations.items()
        if key in drafted
        and key not in files
        and each.language in catalogue.languages
        and each.key in catalogue.texts
    }
    for key, translation in (files | taken_out).items():
        verdict = rules.verdict(
            files=translation,
            draft=drafted.get(key),
            shipped=shipped.translations.get(key),
            is_there=key in drafted,
            overwrite=overwrite,
        )
        if loaded.note(verdict, f"translation {' '.join(key)}"):
            written[key] = translation
        if verdict != "kept":
            shipped.translations[key] = translation
    draft.store_translations(written)
    return written


def _publish_over_newest(language, things, translations):
    """Publishes what a load wrote in place of what the newest Release says of it, in the base
    language of the files."""
    newest = releases.catalogue(Release.objects.latest("pk").pk)
    for kind, thing in things:
        others = [each for each in newest.things(kind) if each.slug != thing.slug]
        places = [each.slug for each in newest.things(kind)]
        at = places.index(thing.slug) if thing.slug in places else len(others)
        everything = (*others[:at], thing, *others[at:])
        newest = newest.model_copy(update={newest.KINDS[kind]: everything})
    all_translations = {each.full_key: each for each in newest.translations} | translations
    update = {"language": language, "translations": tuple(filter(None, all_translations.values()))}
    return _release(newest.model_copy(update=update), by=None)


@transaction.atomic
def publish(*, by=None, language=None):
    """Checks the whole draft and writes it as one Release, or returns None when nothing changed.

    Its base language is `language`, or that of the Release before it. Raises Unpublishable with a
    sentence for each thing that is wrong; then nothing is written.
    """
    drafted = draft.read(language=language or _base_language())
    try:
        catalogue = schema.Catalogue.model_validate(drafted)
    except ValidationError as error:
        raise Unpublishable(map(str, schema.explain(error, drafted))) from error
    return _release(catalogue, by=by)


def _base_language():
    newest = Release.objects.order_by("-pk").first()
    return releases.catalogue(newest.pk).language if newest else settings.LANGUAGE_CODE


def _release(catalogue, *, by):
    if wrong := schema.problems(catalogue):
        raise Unpublishable(map(str, wrong))
    document = catalogue.model_dump(mode="json")
    mark = fingerprint(document)
    newest = Release.objects.order_by("-pk").values_list("fingerprint", flat=True).first()
    if newest == mark:
        return None
    release = Release.objects.create(
        document=document, format=upgrades.newest(), fingerprint=mark, published_by=by
    )
    transaction.on_commit(releases.forget)
    return release


def fingerprint(document):
    """A short name for exactly this content (64 hex digits); equal content has an equal one."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
