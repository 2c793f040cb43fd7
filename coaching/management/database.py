"""Whether the database answers, said in a sentence to whoever starts the app."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError
from django.db import DatabaseError, NotSupportedError, connection


def reach():
    """Connects, in a folder that is made where there is none. Raises CommandError."""
    try:
        if connection.vendor == "sqlite" and not connection.is_in_memory_db():
            keep_private(Path(settings.DATABASES["default"]["NAME"]))
        connection.ensure_connection()
    except NotSupportedError as error:
        raise CommandError(f"The database at DATABASE_URL is too old: {error}.") from None
    except (DatabaseError, OSError) as error:
        raise CommandError(_explained(error)) from None


def keep_private(file):
    """What people said about their pain is its owner's alone, in whatever folder it lies. SQLite
    gives the files beside it (-wal, -shm) the same mode."""
    if file.parent == settings.DATA_DIR:
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    for each in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        if each.exists() and each.stat().st_uid == os.getuid() and each.stat().st_mode & 0o077:
            each.chmod(0o600)


def check_writable():
    """That it answers and is ready to be written to. Raises CommandError."""
    reach()
    try:
        with connection.cursor() as cursor:
            # Changes nothing, and is refused all the same where nothing may be changed.
            cursor.execute("UPDATE django_migrations SET name = name WHERE 1 = 0")
    except DatabaseError as error:
        if "django_migrations" not in connection.introspection.table_names():
            raise CommandError("The database is empty. Run: manage.py prepare") from None
        raise CommandError(_explained(error)) from None


def _explained(error):
    place = settings.DATABASES["default"]
    reason = str(error).strip().splitlines()[0]
    if connection.vendor == "sqlite":
        return (
            f"The database file {place['NAME']} cannot be used: {reason}."
            " Make it and its folder yours, or name another one with DATA_DIR= or DATABASE_URL=."
        )
    where = f"{place['NAME']} on {place['HOST'] or 'this machine'}"
    return (
        f"The database {where} does not answer as it should: {reason}\n"
        "Is the server running, does DATABASE_URL hold the right name and password, and may it be"
        " written? Without DATABASE_URL, legraises keeps its data in a file."
    )
