"""What pages read: published Releases, each parsed once per process into frozen objects."""

from functools import lru_cache
from time import monotonic

from coaching.catalogue import schema
from coaching.catalogue.models import Release
from coaching.catalogue.publishing import upgrades

# How long a process may go on with the Release it knows. One query in this time, none otherwise.
SECONDS = 2.0

_newest = {"pk": None, "until": 0.0}


class NothingPublished(LookupError):
    """No Release yet: `manage.py load_content` writes the first."""


def newest_id():
    """The newest Release's number, asked of the database at most every SECONDS."""
    if _newest["pk"] is None or monotonic() >= _newest["until"]:
        newest = Release.objects.order_by("-pk").values_list("pk", flat=True).first()
        if newest is None:
            raise NothingPublished("No content is published yet. Run: manage.py load_content")
        _newest.update(pk=newest, until=monotonic() + SECONDS)
    return _newest["pk"]


@lru_cache(maxsize=16)
def catalogue(pk):
    """The Catalogue of one Release. A workout goes on with its own, whatever came since."""
    document, format = Release.objects.values_list("document", "format").get(pk=pk)
    return schema.Catalogue.model_validate(upgrades.upgraded(document, format))


@lru_cache(maxsize=32)
def catalogue_in(pk, language):
    """The Catalogue of one Release as somebody reads it who prefers this language."""
    return catalogue(pk).in_language(language)


def forget():
    """Looks again at the next call: after publishing, and between tests."""
    _newest.update(pk=None, until=0.0)


def forget_all():
    """Forgets what was parsed too, which only a database that was rolled back makes necessary."""
    forget()
    catalogue.cache_clear()
    catalogue_in.cache_clear()
