"""The trainer's workbench: ordinary tables are the draft, publishing makes a Release of them."""

from coaching.catalogue.admin import entries, releases  # noqa: F401
