from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from coaching.catalogue import files
from coaching.catalogue.publishing import actions, releases
from coaching.management.translations import report


class Command(BaseCommand):
    help = "Loads content files into the draft and publishes a Release when anything changed."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=files.SHIPPED)
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace what a trainer has edited or archived",
        )

    def handle(self, *, folder, overwrite, **options):
        try:
            loaded = actions.load(catalogue=files.read(folder), overwrite=overwrite)
        except (files.ContentError, actions.Unpublishable) as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        counts = len(loaded.new), len(loaded.renewed), len(loaded.kept)
        self.stdout.write("{} new, {} renewed, {} kept.".format(*counts))
        for name in loaded.kept:
            self.stdout.write(f"  kept your edit of {name}")
        if loaded.release:
            self.stdout.write(f"Published as {loaded.release}.")
            catalogue = releases.catalogue(loaded.release.pk)
            for language in catalogue.languages[1:]:
                for line in report(catalogue, language):
                    self.stdout.write(line)
