"""Those who write to SQLite take turns, and each turn ends, however it ended."""

import threading

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from legraises import environment

pytestmark = pytest.mark.sqlite


@pytest.fixture
def people(db, monkeypatch, tmp_path):
    """Connections of a thread each to one file, which wait for a moment only."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    place = environment.database("DATABASE_URL", tmp_path / "db.sqlite3")
    place["OPTIONS"]["timeout"] = 0.1
    handler = ConnectionHandler({"default": place, "anna": place, "ben": place})
    yield handler["anna"], handler["ben"]
    for each in ("anna", "ben"):
        handler[each].close()


def begin(connection):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_a_turn_ends_with_what_it_was_for(people, end):
    anna, ben = people
    anna.ensure_connection()
    ben.ensure_connection()
    for _number in range(2):
        begin(anna)
        getattr(anna, end)()
        anna.ensure_connection()
        anna.set_autocommit(True)
        begin(ben)
        ben.commit()
        ben.set_autocommit(True)


def test_who_waits_in_vain_is_told_and_holds_up_nobody(people):
    anna, ben = people
    begin(anna)
    with pytest.raises(OperationalError, match="database is locked"):
        begin(ben)
    anna.commit()
    anna.set_autocommit(True)
    begin(ben)
    ben.commit()
    ben.set_autocommit(True)


def test_who_waits_is_next(people):
    anna, ben = people
    ben.settings_dict["OPTIONS"]["timeout"] = 10
    ben.inc_thread_sharing()
    begin(anna)
    assert anna._turn.locked(), "the next one waits in the queue, and does not ask SQLite"
    waiting = threading.Thread(target=begin, args=[ben])
    waiting.start()
    anna.commit()
    waiting.join(timeout=5)
    assert not waiting.is_alive()
    ben.rollback()
