"""The app's addresses, and two at which something goes wrong."""

from django.core.exceptions import PermissionDenied
from django.urls import path

from legraises import urls


def refused(request):
    raise PermissionDenied


def broken(request):
    raise RuntimeError("on purpose")


urlpatterns = [path("refused/", refused), path("broken/", broken), *urls.urlpatterns]
