"""Everything between a fresh checkout and a server that can start, as far as it is missing."""

import hashlib
import secrets
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from coaching.catalogue.models import Release
from coaching.management.database import reach
from legraises import environment, staticfiles


class Command(BaseCommand):
    help = "Sets up the database, the content, the static files and the first trainer, as needed."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-static", action="store_true", help="leave out the static files (for runserver)"
        )

    def handle(self, **options):
        reach()
        self.migrate()
        self.load_content()
        if not options["no_static"]:
            self.gather_static_files()
        self.welcome_trainer()

    def load_content(self):
        """New files that do not fit what a trainer has published must not keep the coach away."""
        try:
            call_command("load_content", stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            if not Release.objects.exists():
                raise
            self.stderr.write(f"{error}\nGoing on with the content published last.")

    def migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Setting up the database …")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)

    def gather_static_files(self):
        """Hashing and compressing takes seconds, so it waits for a file that has changed: one of
        them, or what makes them small and names them."""
        paths = [Path(staticfiles.__file__), settings.BASE_DIR / "requirements.txt"]
        for finder in get_finders():
            found = sorted(finder.list([]), key=lambda found: found[0])
            paths += [Path(storage.path(name)) for name, storage in found]
        sources = hashlib.sha256()
        for path in paths:
            sources.update(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
        stamp = Path(settings.STATIC_ROOT) / ".gathered-from"
        if stamp.exists() and stamp.read_text() == sources.hexdigest():
            return
        self.stdout.write("Gathering the static files …")
        for folder in staticfiles.WERE_IN:
            shutil.rmtree(Path(settings.STATIC_ROOT) / folder, ignore_errors=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(sources.hexdigest())

    def welcome_trainer(self):
        people = get_user_model().objects
        if people.filter(is_staff=True).exists():
            return
        email = environment.text("TRAINER_EMAIL", "trainer@localhost")
        if people.filter(email__iexact=email).exists():
            raise CommandError(
                f"{email} has an account already, and is no trainer. Name another address in"
                " TRAINER_EMAIL= for the first trainer."
            )
        password = secrets.token_urlsafe(12)
        people.create_superuser(email=email, password=password)
        self.stdout.write(
            f"\nThe first trainer's login, shown this once:\n"
            f"    email     {email}\n    password  {password}\n"
        )
