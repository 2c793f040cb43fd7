"""Writes what an installation of the first version holds: `1.json` and `release-1.json`.

It tells a story (`story.py`) to the app itself, in a database in memory, and writes down the rows
that are left. It only runs at the version it is about, commit 8eb6bb0, into which this folder is
copied; clock, names and passwords are fixed, so that each run writes the same bytes:

    git worktree add ../version-1 8eb6bb0
    cp -r tests/installations ../version-1/tests/
    cd ../version-1
    DJANGO_SETTINGS_MODULE=tests.settings python -m tests.installations.make
"""

import json
import os
import random
import string
import uuid
from pathlib import Path

import django

from tests.installations.clock import LAST, Clock

HERE = Path(__file__).parent
ROWS = HERE / "1.json"
RELEASE = HERE / "release-1.json"


def main():
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    clock, chance = Clock(), random.Random(1)  # noqa: S311 - it has to be foreseen
    clock.at = LAST.replace(month=10, day=5, hour=7)
    clock.rule()
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    django.setup()
    salt_passwords(chance)
    rows = tell(clock)
    ROWS.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    document = shipped().model_dump(mode="json")
    RELEASE.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def salt_passwords(chance):
    from django.contrib.auth import hashers

    def foreseen(length, allowed_chars=string.ascii_letters):
        return "".join(chance.choices(allowed_chars, k=length))

    hashers.get_random_string = foreseen


def tell(clock):
    """The rows that are left when the story has been told, in the shape of `manage.py dumpdata`."""
    from django.apps import apps
    from django.core import serializers
    from django.core.management import call_command

    from tests.installations.story import Story

    call_command("migrate", verbosity=0)
    Story(clock, shipped()).tell()
    if clock.at > LAST:
        raise ValueError(f"The story ends at {clock.at}, after {LAST}.")
    tables = apps.get_app_config("coaching").get_models()
    return [
        row
        for table in tables
        for row in json.loads(
            serializers.serialize("json", table._base_manager.order_by("pk").iterator())
        )
    ]


def shipped():
    from coaching.catalogue import content

    return content.read(Path(content.__file__).parent / "content")


if __name__ == "__main__":
    main()
