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
def own_database(folder, *, filled):
    """The DATABASE_URL of another database, of the kind that the tests run on: an empty one, or
    `filled` with what this one holds now. One that is a file lies in the folder."""
    if connection.vendor == "sqlite":
        file = folder / "db.sqlite3"
        if filled:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(file)])
        yield f"sqlite:///{file}"
        return
    own = connection.get_connection_params()
    template = own["dbname"] if filled else "template1"
    connection.close()  # nobody may look at what is being copied
    name = f"legraises_{uuid.uuid4().hex}"
    place = {part: own.get(part) or "" for part in ("user", "password", "host", "port")}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE {name} TEMPLATE "{template}"')
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
