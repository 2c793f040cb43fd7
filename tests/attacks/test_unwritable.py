"""The disk is full, or the database may only be read: who posts is told, and who reads reads on."""

import os
import resource
import sqlite3
import uuid

import pytest

from coaching.practice.models import Rep
from tests.attacks.inside import check_integrity, inside
from tests.attacks.killing import Practising
from tests.attacks.site import serving

pytestmark = pytest.mark.sqlite
NOT_SAVED = "Nothing can be written at the moment, so nothing of it was kept."
# An administrator may write everywhere: taken from it, it is as any other account.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()


@pytest.fixture
def file(loaded_database):
    """The database as `prepare` leaves it: with the log of writes that the server works with."""
    path = loaded_database.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    return path


def may_grow_to(site, size):
    """No file of the server's can grow past this many bytes, as none can on a disk that is full."""
    for process in site.processes:
        hard = resource.prlimit(process, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))


def rep():
    return {"rep": uuid.uuid4(), "number": 1, "verdict": "perfect"}


def begun(site):
    """Somebody in a workout, and the address of its first set."""
    person = Practising(site)
    (_start, workout), path, said = person.begin()
    assert person.visitor.post(path, said).status == 200
    return person.visitor, f"/workouts/{workout}/sets/1/"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_a_full_disk_keeps_nothing_and_says_so_until_there_is_space(
    loaded_database, file, tmp_path, headers
):
    with serving(loaded_database, tmp_path / "site") as site:
        visitor, path = begun(site)
        may_grow_to(site, os.stat(f"{file}-wal").st_size)
        said = rep()
        for _try in range(2):
            answer = visitor.post(f"{path}reps/", said, **headers)
            assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
            assert NOT_SAVED in answer.text
            assert visitor.get(path).status == 200
        assert visitor.get("/").status == 200
        assert "Not kept: POST" in site.said
        assert "Traceback" not in site.said
        assert str(said["rep"]) not in site.said
        may_grow_to(site, resource.RLIM_INFINITY)
        assert visitor.post(f"{path}reps/", said, **headers).status == 200
    with inside(loaded_database) as database:
        check_integrity(database)
        assert [each.pk for each in Rep.objects.using(database)] == [said["rep"]]


def test_a_database_that_may_only_be_read_is_read(loaded_database, file, tmp_path):
    with serving(loaded_database, tmp_path / "site") as site:
        visitor, path = begun(site)
    with serving(loaded_database, tmp_path / "site", port=site.port, before=AS_ANYBODY) as site:
        os.chmod(file, 0o444)
        assert visitor.get(path).status == 200
        answer = visitor.post(f"{path}reps/", rep())
        assert answer.status == 503
        assert NOT_SAVED in answer.text
        assert "Traceback" not in site.said
        os.chmod(file, 0o600)
