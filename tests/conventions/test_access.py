"""Every view of ours names who may call it, and writes are never reached by a GET."""

import uuid

import pytest
from django.urls import reverse

from coaching.people.urls import urlpatterns as accounts
from coaching.urls import urlpatterns as pages

urlpatterns = [*pages, *accounts]


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_every_view_names_who_may_call_it(pattern):
    assert getattr(pattern.callback, "access", None) in ("anyone", "person", "member"), (
        f"{pattern.name} names nobody: put @anyone, @person or @member on it"
    )


def url_of(pattern):
    values = {"UUIDConverter": uuid.uuid4(), "IntConverter": 1, "SlugConverter": "some-slug"}
    values["StringConverter"] = "some-token"
    kinds = pattern.pattern.converters.items()
    return reverse(pattern.name, kwargs={name: values[type(kind).__name__] for name, kind in kinds})


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_a_stranger_gets_no_further_than_the_view_says(client, pattern):
    for method in (client.get, client.post):
        response = method(url_of(pattern))
        if pattern.callback.access != "anyone":
            assert response.status_code == 302
            assert response.url.startswith("/accounts/login/")
        else:
            assert response.status_code in (200, 302, 404, 405, 422)
