from django.http import HttpResponse
from django.utils.translation import gettext as _

from coaching.catalogue.publishing.releases import NothingPublished


class ContentMiddleware:
    """Says what is missing where a database has no content yet, instead of an error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, NothingPublished):
            text = _("No content is published yet. Whoever runs this: manage.py load_content")
            return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
        return None
