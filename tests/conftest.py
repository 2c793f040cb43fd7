"""What every test may lean on: content of the tests' own is published (factories/content.py)."""

import os
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from coaching.catalogue import files
from coaching.catalogue.publishing import actions, releases
from tests.browser.fixtures import chromium, live_server, visit  # noqa: F401
from tests.everything import Everything
from tests.factories.content import current, edition
from tests.factories.people import GuestFactory, UserFactory
from tests.subprocesses import own_database

# How long an example takes says how busy the machine is, not whether the code is right.
# The same examples each time, so that a change is judged by what it changes; EXPLORE=1 looks for
# others.
hypothesis.register_profile(
    "calm",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="EXPLORE" not in os.environ,
)
hypothesis.load_profile("calm")


def pytest_configure(config):
    """Gathers the static files, as they are served, once for all of xdist's workers."""
    if hasattr(config, "workerinput"):
        return
    folder = TemporaryDirectory(prefix="legraises-")
    config.add_cleanup(folder.cleanup)
    os.environ["STATIC_ROOT"] = settings.STATIC_ROOT = folder.name
    call_command("collectstatic", interactive=False, verbosity=0)


def says_the_same_everywhere(item):
    """Whether no database has a part in it. Where a browser runs is chosen by itself."""
    fixtures = {"db", "transactional_db", "database"}
    marked = any(map(item.get_closest_marker, ["django_db", "browser"]))
    return fixtures.isdisjoint(item.fixturenames) and not marked


def pytest_collection_modifyitems(config, items):
    """Leaves out what only the other database can show; what has no use for one, where the tests
    run on PostgreSQL (docs/adr/0015); and what drives other browsers, where they were not asked
    for."""
    names = {"sqlite": {"postgresql"}, "postgresql": {"sqlite", "once"}}[connection.vendor]
    if "engines" not in config.option.markexpr:
        names.add("engines")
    out = [item for item in items if any(map(item.get_closest_marker, names))]
    if connection.vendor == "postgresql":
        out += filter(says_the_same_everywhere, items)
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


@pytest.fixture(scope="session")
def shipped():
    """The content files as a Catalogue, read once."""
    return files.read(files.SHIPPED)


@pytest.fixture(scope="session")
def content():
    """The content of the tests, parsed once."""
    return edition()


@pytest.fixture(scope="session")
def worded(shipped, content):
    """The words that ship, in the routine of the tests: for what looks at words on a screen."""
    walked = {"routines": content.routines, "questionnaires": content.questionnaires}
    return shipped.model_copy(update=walked)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, content):
    with django_db_blocker.unblock():
        actions.load(catalogue=content)
        everything = Everything()
        # Instead of emptying all tables, after which Django and we would write 200 rows one by one.
        TransactionTestCase._fixture_teardown = lambda _test: everything.restore()


@pytest.fixture(autouse=True)
def published(request):
    """The Release of the content, in every test that has a database."""
    releases.forget_all()
    marker = request.node.get_closest_marker("django_db")
    names = set(request.fixturenames)
    if marker is None and not {"db", "transactional_db"} & names:
        yield
        return
    transactional = "transactional_db" in names or (marker and marker.kwargs.get("transaction"))
    request.getfixturevalue("transactional_db" if transactional else "db")
    if request.node.get_closest_marker("worded"):
        actions.load(catalogue=request.getfixturevalue("worded"), overwrite=True)
        releases.forget_all()
    yield
    releases.forget_all()


@pytest.fixture
def database(tmp_path):
    """The DATABASE_URL of an empty database, for processes of their own."""
    with own_database(tmp_path, filled=False) as url:
        yield url


@pytest.fixture
def loaded_database(tmp_path, transactional_db):
    """The DATABASE_URL of a database with all tables and the content of the tests, for processes of
    their own: a copy of the one the tests run on, because migrating takes seconds."""
    with own_database(tmp_path, filled=True) as url:
        yield url


@pytest.fixture
def catalogue(db):
    return current()


@pytest.fixture
def member(db):
    return UserFactory()


@pytest.fixture
def guest(db):
    return GuestFactory()


@pytest.fixture
def as_member(member):
    client = Client()
    client.force_login(member)
    return client
