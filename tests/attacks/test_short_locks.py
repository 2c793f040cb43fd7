"""Nobody waits for what takes long: no page is drawn and no password made safe in a transaction."""

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.template import Template
from django.test import Client

from tests.attacks.scenes import cookies, scenes
from tests.attacks.taps import OTHERS, TAPS, posted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def long(monkeypatch):
    """What takes long, as it is done: its name, and whether a transaction was open."""
    done = []

    def watch(where, name):
        real = getattr(where, name)

        def watched(*args, **options):
            done.append((name, connection.in_atomic_block))
            return real(*args, **options)

        monkeypatch.setattr(where, name, watched)

    watch(Template, "render")
    watch(hashers.get_hasher(), "encode")
    return done


def test_nothing_long_is_done_in_a_transaction(long):
    taps = [*TAPS, *OTHERS]
    for tap, scene in zip(taps, scenes([""] * len(taps)), strict=True):
        guest, member = scene.people
        client = Client()
        other = tap == "adoption"
        client.cookies = cookies(member, guest_before=guest.pk) if other else cookies(guest)
        path, said = posted(tap, scene)
        client.get("/accounts/signup/")
        client.post(path, said, headers={"HX-Request": "true"}, follow=True)
    assert {name for name, _is_open in long} == {"render", "encode"}
    assert not [name for name, is_open in long if is_open]
