"""Every test that docs/security.md names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.findall(
    r"`((?:attacks|browser|catalogue|conventions|exchange|ground|people|practice)/\w+\.py)(?:::(\w+))?`",
    (ROOT / "docs" / "security.md").read_text(),
)


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED)))
def test_what_shows_a_promise_is_there(file, name):
    source = (ROOT / "tests" / file).read_text()
    assert f"def {name or 'test_'}" in source


def test_promises_name_their_tests():
    assert len(NAMED) > 40
