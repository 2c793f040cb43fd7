#!/usr/bin/env python
"""Django's command line for legraises."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legraises.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(
            "Django is not installed for this Python. `make run` installs everything in .venv."
        )
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # Somebody set up the machine wrongly, and the sentence says how: a traceback would hide it.
        sys.exit(f"legraises: {error}")


if __name__ == "__main__":
    main()
