"""Locks are taken in one place, so that they are taken in one order."""

import ast

import pytest

from tests.conventions.test_rooms import COACHING, MODULES, of_room

# Where somebody may lock: all that changes a workout; what changes an account, and a letter that is
# about to be sent, which lock nothing else.
PLACES = {"practice/actions/locking.py", "people/actions.py", "people/mail/actions.py"}


@pytest.mark.parametrize("path", MODULES, ids=of_room)
def test_nobody_locks_by_themselves(path):
    names = {each.attr for each in ast.walk(ast.parse(path.read_text())) if hasattr(each, "attr")}
    is_place = str(path.relative_to(COACHING)) in PLACES
    assert ("select_for_update" in names) == is_place, (
        f"{of_room(path)}: lock through practice/actions/locking.py, which knows the order"
    )
