"""Who may import whom, and what a pure module is. Found in the source itself."""

import ast
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
# Rules and what they are made of: no Django, so that they can be read and tested alone.
PURE = [
    *COACHING.rglob("rules.py"),
    *(COACHING / "catalogue" / "schema").rglob("*.py"),
    *(COACHING / "catalogue" / "files").rglob("*.py"),
    *(COACHING / "figure" / f"{name}.py" for name in ("anatomy", "bones", "pose", "silhouette")),
    *(COACHING / "practice" / f"{name}.py" for name in ("pacing", "walk")),
]
MODULES = sorted(path for room in BELOW for path in (COACHING / room).rglob("*.py"))


def imported(path):
    """Every module that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; write the whole name"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(COACHING)))
def test_nothing_points_back(path):
    room = path.relative_to(COACHING).parts[0]
    for module in imported(path):
        parts = module.split(".")
        if parts[0] != "coaching" or len(parts) < 2 or parts[1] in (room, "access"):
            continue
        assert parts[1] in BELOW[room], (
            f"{path.name} in {room} imports {module}: nothing points back"
        )


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(COACHING)))
def test_rules_know_no_django(path):
    for module in imported(path):
        assert module.split(".")[0] not in ("django", "allauth", "legraises"), (
            f"{path} imports {module}"
        )
        assert not module.endswith((".models", ".actions", ".views")), f"{path} imports {module}"


def test_no_signals_for_business_flow():
    for path in COACHING.rglob("*.py"):
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
