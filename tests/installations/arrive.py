"""`python -m tests.installations.arrive 1.json` brings an earlier installation into the empty
database at DATABASE_URL, as it was then, and migrates it to this version. Prints only errors.
"""

import json
import sys
from pathlib import Path

import django

# The migration at which each installation stood.
STOOD_AT = {"1.json": ("coaching", "0001_initial")}


def main(name):
    django.setup()
    from django.core.management import call_command

    app, migration = STOOD_AT[Path(name).name]
    call_command("migrate", app, migration, verbosity=0)
    write(json.loads((Path(__file__).parent / name).read_text()), (app, migration))
    call_command("migrate", verbosity=0)


def write(rows, migration):
    """Writes rows as they were dumped, through the models as they were at that migration."""
    from django.core.management.color import no_style
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    apps = MigrationExecutor(connection).loader.project_state(migration).apps
    tables = {row["model"]: apps.get_model(row["model"]) for row in rows}
    # Both databases look at foreign keys when the transaction ends, so any order will do.
    with transaction.atomic():
        for row in rows:
            # Raw, as loaddata does it: no field may set itself to the time of this run.
            instance(tables[row["model"]], row).save_base(raw=True, force_insert=True)
        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), tables.values()):
                cursor.execute(sql)


def instance(table, row):
    found = table(pk=table._meta.pk.to_python(row["pk"]))
    for name, value in row["fields"].items():
        field = table._meta.get_field(name)
        if not field.many_to_many:
            setattr(found, field.attname, field.to_python(value))
        elif value:
            raise ValueError(f"{row['model']} {row['pk']}: nobody brings {name} along yet.")
    return found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
