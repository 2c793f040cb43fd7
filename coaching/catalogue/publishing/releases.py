"""What pages read: the current Release, parsed once per process into frozen objects."""

from functools import lru_cache
from time import monotonic

from coaching.catalogue.models import Release
from coaching.catalogue.schema import Catalogue

# How long a process may go on with the Release it knows. One query in this time, none otherwise.
SECONDS = 2.0

_known = {"pk": None, "until": 0.0}


class NothingPublished(LookupError):
    """No Release yet: `manage.py load_content` writes the first."""


def current_id():
    """The newest Release's number, asked of the database at most every SECONDS."""
    if _known["pk"] is None or monotonic() >= _known["until"]:
        newest = Release.objects.order_by("-pk").values_list("pk", flat=True).first()
        if newest is None:
            raise NothingPublished("No content is published yet. Run: manage.py load_content")
        _known.update(pk=newest, until=monotonic() + SECONDS)
    return _known["pk"]


def current():
    """The Catalogue of the newest Release."""
    return edition(current_id())


@lru_cache(maxsize=16)
def edition(pk):
    """The Catalogue of one Release. A workout goes on with its own, whatever came since."""
    return Catalogue.model_validate(Release.objects.values_list("document", flat=True).get(pk=pk))


def forget():
    """Looks again at the next call: after publishing, and between tests."""
    _known.update(pk=None, until=0.0)


def forget_all():
    """Forgets editions too, which only a database that was rolled back makes necessary."""
    forget()
    edition.cache_clear()
