"""A look into the database of a server that runs beside the tests, or ran."""

from contextlib import contextmanager

import dj_database_url
from django.db import connections

SITE = "site"


@contextmanager
def inside(url):
    """The alias of the database at this DATABASE_URL, for `using`."""
    connections.settings[SITE] = {**connections.settings["default"], **dj_database_url.parse(url)}
    # Before anybody asks: Django lets tests use only what was there when they began.
    connections[SITE].connect()
    try:
        yield SITE
    finally:
        connections[SITE].close()
        del connections[SITE]
        del connections.settings[SITE]


def check_integrity(database):
    """What the database itself says of its files; PostgreSQL has no such word."""
    if connections[database].vendor == "sqlite":
        with connections[database].cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert not cursor.execute("PRAGMA foreign_key_check").fetchall()
