from functools import cached_property

from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from coaching.catalogue.publishing import releases


class Edition:
    """What a request reads: one Release, in one language. It is looked up when it is used."""

    def __init__(self, language):
        self.language = language

    @cached_property
    def release_id(self):
        return releases.newest_id()

    @cached_property
    def catalogue(self):
        return self.of(self.release_id)

    def of(self, release_id):
        """Another Release in the language of this request: that of a workout, which is frozen."""
        return releases.catalogue_in(release_id, self.language)

    def in_language(self, language):
        """The same for somebody else, who is not the one who asks."""
        return self if language == self.language else Edition(language)


class CatalogueMiddleware:
    """Gives every request its `edition`, and in short its `catalogue`.

    Pages read these and never the newest Release, so that a preview can stand in its place. Where
    nothing is published, the answer is a page that says what to run.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.edition = Edition(get_language())
        request.catalogue = SimpleLazyObject(lambda: request.edition.catalogue)
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, releases.NothingPublished):
            return render(request, "503.html", status=503)
        return None
