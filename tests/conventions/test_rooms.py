"""Who may import whom, and what a pure module is. Found in the source itself."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COACHING = ROOT / "coaching"

# Each room may import itself and those before it; people and catalogue do not know each other.
BELOW = {
    "figure": set(),
    "catalogue": {"figure"},
    "people": set(),
    "practice": {"figure", "catalogue", "people"},
    "pain": {"figure", "catalogue", "people", "practice"},
    "progression": {"figure", "catalogue", "people", "practice", "pain"},
    "exchange": {"figure", "catalogue", "people", "practice", "pain", "progression"},
}
MODULES = sorted(path for room in BELOW for path in (COACHING / room).rglob("*.py"))
# Rules and what they are made of: no Django, so that they can be read and tested alone. The list is
# that of mypy, which checks their types.
CHECKED = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]["files"]
PURE = sorted({path for pattern in CHECKED for path in ROOT.glob(pattern)})
# Imports nothing, and is given a request all the same.
OF_REQUESTS = {COACHING / "people" / "context.py"}
DJANGO = ("allauth", "django", "legraises")


def of_room(path):
    return str(path.relative_to(COACHING))


@cache
def imported(path):
    """Every module that a file imports, anywhere in it, and every name that it takes from one."""
    names = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; write the whole name"
            names += (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    return names


def source(name):
    """The file of a module of ours, or None."""
    path = ROOT.joinpath(*name.split("."))
    files = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in files if file.is_file()), None)


def django_behind(path):
    """What a module imports of Django, itself or through other modules of ours."""
    seen, waiting = set(), [path]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += filter(None, map(source, imported(here)))
    return [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in seen
        for name in imported(file)
        if name.split(".")[0] in DJANGO
    ]


@pytest.mark.parametrize("path", MODULES, ids=of_room)
def test_nothing_points_back(path):
    room = path.relative_to(COACHING).parts[0]
    for module in imported(path):
        parts = module.split(".")
        if parts[0] != "coaching" or len(parts) < 2 or parts[1] in (room, "access"):
            continue
        assert parts[1] in BELOW[room], (
            f"{path.name} in {room} imports {module}: nothing points back"
        )


@pytest.mark.parametrize("path", PURE, ids=of_room)
def test_what_is_pure_knows_no_django(path):
    assert not django_behind(path)


@pytest.mark.parametrize("path", sorted({*MODULES} - {*PURE} - OF_REQUESTS), ids=of_room)
def test_what_knows_no_django_is_checked_for_its_types(path):
    is_empty = not path.read_text()
    assert is_empty or django_behind(path), (
        f"{path.relative_to(ROOT)} is pure: add it to files below [tool.mypy] in pyproject.toml"
    )


PAGES = ("views", "set_views", "screens", "steps", "forms", "today", "outcome", "context")


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.stem in PAGES and "actions" not in path.parts],
    ids=lambda path: str(path.relative_to(COACHING)),
)
def test_pages_read_the_content_of_their_request(path):
    """Never the newest Release: a preview and a language stand between the two."""
    assert not any("publishing" in module for module in imported(path)), (
        f"{path.name} reads Releases itself; read request.catalogue, or request.edition.of(…)"
    )


def test_no_signals_for_business_flow():
    """Django's and allauth's are heard for the security log, and nothing follows from that."""
    for path in COACHING.rglob("*.py"):
        if path != COACHING / "people" / "security.py":
            assert not any("signals" in module for module in imported(path)), path


def test_no_file_grows_past_what_can_be_read_in_one_sitting():
    sources = [
        path
        for folder in ("coaching", "legraises", "static", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".js", ".css", ".html") and "migrations" not in path.parts
    ]
    long = {path.name: n for path in sources if (n := len(path.read_text().splitlines())) > 450}
    assert not long
