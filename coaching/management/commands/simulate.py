from django.core.management.base import BaseCommand, CommandError

from coaching.catalogue import files
from coaching.progression import history
from coaching.progression.simulation import report
from coaching.progression.simulation.people import everybody

NAMES = [each.name for each in everybody()]


class Command(BaseCommand):
    help = "Prints what the coach makes of a year of made-up people. Reads and writes no database."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", default="", help=f"one of {', '.join(NAMES)}")
        parser.add_argument("--weeks", type=int, default=52)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, name, weeks, seed, **options):
        if name not in ("", *NAMES):
            raise CommandError(f"Nobody is called {name}; there are {', '.join(NAMES)}.")
        if weeks < 1:
            raise CommandError("It takes a week or more.")
        shipped = files.read(files.SHIPPED)
        years = report.years(
            history.rungs(shipped), history.faults(shipped), weeks=weeks, seed=seed, name=name
        )
        self.stdout.write(report.markdown(years, weeks=weeks), ending="")
