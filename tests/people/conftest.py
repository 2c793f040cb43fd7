import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from legraises import settings as real
from tests.factories.people import GuestFactory
from tests.people.forms import PASSWORD


@pytest.fixture
def as_guest(db):
    guest = GuestFactory()
    client = Client()
    client.force_login(guest)
    client.guest = guest
    return client


@pytest.fixture
def limits(settings, db):
    """The limits as they are for everybody; the tests' own settings have none."""
    settings.ACCOUNT_RATE_LIMITS = real.ACCOUNT_RATE_LIMITS.copy()
    cache.clear()
    return settings.ACCOUNT_RATE_LIMITS


@pytest.fixture
def sends_mail(settings):
    settings.SENDS_MAIL = True


@pytest.fixture
def give_password():
    """Gives the password that a page asks for before it changes an account."""

    def give(client, password=PASSWORD, **query):
        return client.post(reverse("account_reauthenticate"), {"password": password, **query})

    return give
