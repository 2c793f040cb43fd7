"""What is in the database before the first test, and is again after each with real transactions."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction


class Everything:
    """The rows of all tables as they are now, to go back to with one insert a table."""

    def __init__(self):
        self.rows = {
            model: list(model._base_manager.all())
            for model in apps.get_models(include_auto_created=True)
        }

    def restore(self):
        """The sequences go on: no number of a row that a test wrote is given out again."""
        tables = {model._meta.db_table for model in self.rows}
        with transaction.atomic():
            connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))
            for model, rows in self.rows.items():
                model._base_manager.bulk_create(rows)
