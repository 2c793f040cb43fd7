"""Python in a process of its own, with a database of its own: for what changes code or tables."""

import os
import subprocess
import sys
import uuid
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection


@contextmanager
def empty_database(folder):
    """The DATABASE_URL of an empty database, of the kind that the tests run on. One that is a file
    lies in the folder."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    own = connection.get_connection_params()
    name = f"legraises_{uuid.uuid4().hex}"
    place = {part: own.get(part) or "" for part in ("user", "password", "host", "port")}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        user, password, host, port = (quote(str(value), safe="") for value in place.values())
        login = f"{user}:{password}" if password else user
        yield f"postgresql://{login}@{host}{port and ':' + port}/{name}"
        server.execute(f"DROP DATABASE {name}")


def python(*arguments, database, folder=settings.BASE_DIR):
    """Runs Python in a checkout. Returns what it printed; anything on stderr is a failure."""
    env = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    program = [sys.executable, *arguments]
    done = subprocess.run(program, env=env, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr, done.stderr
    return done.stdout
