"""A copy of the project that a test may edit, with a database of its own."""

import json
import shutil
from pathlib import Path

from django.conf import settings

from coaching.catalogue import files
from tests.factories.content import edition
from tests.subprocesses import python

CODE = ("coaching", "legraises", "templates", "manage.py", "pyproject.toml")
# What is run inside the copy.
TESTS = (
    "__init__.py",
    "factories",
    "forms.py",
    "future",
    "installations",
    "settings.py",
    "walking.py",
)
# Nobody edits these, and they are large.
LENT = ("static", "node_modules")
CONTENT = Path("coaching/catalogue/files/content")


class Copy:
    """The project in a folder, with the content of the tests as what it ships."""

    def __init__(self, folder, database):
        self.folder, self.database = folder, database
        for name in (*CODE, *(f"tests/{each}" for each in TESTS)):
            self._bring(settings.BASE_DIR / name, folder / name)
        for name in LENT:
            (folder / name).symlink_to(settings.BASE_DIR / name)
        shutil.rmtree(folder / CONTENT)
        files.write(edition(), folder / CONTENT)

    def _bring(self, source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            # Compiled modules too: they know their source by its time, which comes along.
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.json"))
        else:
            shutil.copy2(source, target)

    def run(self, *arguments):
        """Runs Python in it. Returns what it printed."""
        return python(*arguments, database=self.database, folder=self.folder)

    def tell(self, module):
        """Runs a module of this folder in it. Returns what it told, as JSON."""
        return json.loads(self.run("-m", f"tests.future.{module}"))

    def write(self, path, text):
        (self.folder / path).write_text(text, encoding="utf-8")

    def edit(self, path, old, new):
        """Writes `new` in place of `old`, which is there once."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} has {text.count(old)} times: {old}"
        self.write(path, text.replace(old, new))

    def add_below(self, path, line, added):
        """Writes lines below a line that is there once."""
        self.edit(path, f"{line}\n", f"{line}\n{added}\n")

    def content(self, folder):
        """The paths of what it ships of one kind, in the order of their names."""
        return sorted(path.relative_to(self.folder) for path in self.content_files(folder))

    def content_files(self, folder):
        return (self.folder / CONTENT / folder).glob("*.md")
