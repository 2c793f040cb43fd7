from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from coaching.catalogue import files
from coaching.management.translations import report


class Command(BaseCommand):
    help = "Writes or renews the PO files of a language: all texts of the content, to translate."

    def add_arguments(self, parser):
        parser.add_argument("language", help="as browsers name it, such as de or pt-br")
        parser.add_argument("folder", nargs="?", type=Path, default=files.SHIPPED)

    def handle(self, *, language, folder, **options):
        try:
            catalogue = files.renew(folder, language)
        except files.ContentError as error:
            raise CommandError(f"Nothing was written.\n{error}") from error
        for line in report(catalogue, language):
            self.stdout.write(line)
