"""The app's addresses, and three at which something goes wrong."""

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.urls import path

from legraises import urls


def refused(request):
    raise PermissionDenied


def broken(request):
    raise RuntimeError("on purpose")


def unwritable(request):
    raise OperationalError("the disk is full")


urlpatterns = [
    path("refused/", refused),
    path("broken/", broken),
    path("unwritable/", unwritable),
    *urls.urlpatterns,
]
handler500 = urls.handler500
