"""A copy of the embedded database, while people practise."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = (
        "Writes a copy of the SQLite database to FILE, which must not exist, for its owner alone."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        if connection.vendor != "sqlite":
            raise CommandError("The data is in PostgreSQL: pg_dump copies it (docs/running.md).")
        try:
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise CommandError(f"{file} is there already. Name one that is not.") from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        name = settings.DATABASES["default"]["NAME"]
        try:
            with (
                closing(sqlite3.connect(f"file:{name}?mode=ro", uri=True)) as source,
                closing(sqlite3.connect(file)) as copy,
            ):
                source.backup(copy)
        except sqlite3.Error as error:
            file.unlink()
            raise CommandError(f"The database could not be copied: {error}.") from None
        self.stdout.write(f"Copied to {file}. Keep the secret key with it.")
