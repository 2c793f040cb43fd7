"""Filling the draft from content files, and publishing the draft as a Release."""

from dataclasses import dataclass

from django.db import transaction
from pydantic import ValidationError

from coaching.catalogue.models import Release
from coaching.catalogue.publishing import draft, releases
from coaching.catalogue.schema import Catalogue, explain, problems


class Unpublishable(ValueError):
    """The draft cannot become a Release; `reasons` says why, a sentence each."""

    def __init__(self, reasons):
        self.reasons = tuple(reasons)
        super().__init__("\n".join(self.reasons))


@dataclass(frozen=True)
class Loaded:
    """How many entries were new, renewed because nobody had edited them, and kept as edited."""

    new: int = 0
    renewed: int = 0
    kept: tuple[str, ...] = ()
    release: Release | None = None


@transaction.atomic
def load(*, catalogue, overwrite=False):
    """Brings the content files' Catalogue into the draft and publishes what changed in it.

    A row whose content is still exactly what a file once said is ours to renew. Any other is a
    trainer's edit and stays, unless `overwrite`. Loading the same files twice changes nothing.
    Only what came from the files is published: what a trainer has in the draft stays a draft.
    """
    fresh, renewed, kept = [], [], []
    for kind, table in draft.TABLES.items():
        existing = {row.slug: row for row in table.objects.all()}
        for position, thing in enumerate(getattr(catalogue, Catalogue.KINDS[kind]), start=1):
            row = existing.get(thing.slug)
            said = draft.fingerprint(thing.model_dump(mode="json"))
            if row is None:
                fresh.append((kind, thing))
            elif _content(kind, row) == said and row.archived_at is None:
                continue
            elif overwrite or (row.archived_at is None and _content(kind, row) == row.shipped):
                renewed.append((kind, thing))
            else:
                kept.append(f"{kind} {thing.slug}")
                continue
            draft.store(kind, thing, position=position)
    release = _publish_over_current([*fresh, *renewed])
    return Loaded(len(fresh), len(renewed), tuple(kept), release)


def _publish_over_current(changed):
    """Publishes `changed`, (kind, thing), in place of what the current Release says of them."""
    newest = Release.objects.order_by("-pk").first()
    if newest is None:
        return publish()
    if not changed:
        return None
    current = Catalogue.model_validate(newest.document)
    for kind, thing in changed:
        field = Catalogue.KINDS[kind]
        others = [each for each in getattr(current, field) if each.slug != thing.slug]
        places = [each.slug for each in getattr(current, field)]
        at = places.index(thing.slug) if thing.slug in places else len(others)
        everything = (*others[:at], thing, *others[at:])
        current = current.model_copy(update={field: everything})
    return _release(current, by=None)


def _content(kind, row):
    thing = Catalogue.model_of(kind)
    try:
        document = thing.model_validate(draft.document(row)).model_dump(mode="json")
    except ValidationError:
        return ""  # an edit that is not finished yet is still an edit
    return draft.fingerprint(document)


@transaction.atomic
def publish(*, by=None):
    """Checks the whole draft and writes it as one Release, or returns None when nothing changed.

    Raises Unpublishable with a sentence for each thing that is wrong; then nothing is written.
    """
    drafted = draft.read()
    try:
        catalogue = Catalogue.model_validate(drafted)
    except ValidationError as error:
        raise Unpublishable(map(str, explain(error, drafted))) from error
    return _release(catalogue, by=by)


def _release(catalogue, *, by):
    if wrong := problems(catalogue):
        raise Unpublishable(map(str, wrong))
    document = catalogue.model_dump(mode="json")
    mark = draft.fingerprint(document)
    newest = Release.objects.order_by("-pk").values_list("fingerprint", flat=True).first()
    if newest == mark:
        return None
    release = Release.objects.create(document=document, fingerprint=mark, published_by=by)
    transaction.on_commit(releases.forget)
    return release
