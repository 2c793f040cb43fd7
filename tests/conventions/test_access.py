"""Every view of ours names who may call it, and writes are never reached by a GET."""

import uuid

import pytest
from django.urls import get_resolver

from coaching.urls import urlpatterns


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_every_view_names_who_may_call_it(pattern):
    assert getattr(pattern.callback, "access", None) in ("anyone", "person"), (
        f"{pattern.name} names nobody: put @anyone or @person on it"
    )


def own_urls():
    for pattern in urlpatterns:
        kwargs = {
            name: {"UUIDConverter": uuid.uuid4(), "IntConverter": 1}.get(
                type(converter).__name__, "some-slug"
            )
            for name, converter in pattern.pattern.converters.items()
        }
        yield pattern, "/" + get_resolver().reverse(pattern.name, **kwargs)


@pytest.mark.django_db
@pytest.mark.parametrize(("pattern", "url"), [*own_urls()], ids=lambda value: str(value)[:40])
def test_a_stranger_gets_no_further_than_the_view_says(client, pattern, url):
    for method in (client.get, client.post):
        response = method(url)
        if pattern.callback.access == "person":
            assert response.status_code == 302
            assert response.url.startswith("/accounts/login/")
        else:
            assert response.status_code in (200, 302, 404, 405, 422)
