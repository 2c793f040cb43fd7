"""`manage.py serve`: when it says ready, what it says instead, and how it ends."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from coaching.catalogue.models import Release
from coaching.management import database
from legraises import health, server
from tests.attacks.site import serving
from tests.factories.people import UserFactory


def children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(each) for each in listed.split()]


@pytest.mark.once
def test_two_processes_share_one_door_and_end_together(loaded_database, tmp_path):
    with serving(loaded_database, tmp_path / "data", WORKERS="2") as site:
        assert site.visitor().get("/health/").status == 200
        first, second = children(site.process.pid)
        another = serving(loaded_database, tmp_path / "other", port=site.port)
        with pytest.raises(AssertionError, match="something else answers there already"), another:
            pass
        os.kill(first, signal.SIGKILL)
        assert site.process.wait(timeout=10) == 1, "whoever keeps it running has to know"
        assert not Path(f"/proc/{second}").exists()


@pytest.mark.once
def test_ctrl_c_reaches_all_at_once_and_ends_them(loaded_database, tmp_path):
    with serving(loaded_database, tmp_path / "data", WORKERS="2") as site:
        os.killpg(site.process.pid, signal.SIGINT)
        assert site.process.wait(timeout=10) == 0
        assert "Traceback" not in site.said


@pytest.mark.once
def test_who_lets_others_in_is_told_what_a_proxy_is_for(loaded_database, tmp_path):
    with serving(loaded_database, tmp_path / "data", HOST="::") as site:
        assert "no proxy stands in front" in site.said
        assert site.visitor().get("/").status == 200


def test_a_database_that_cannot_be_written_is_explained(transactional_db):
    lock, words, unlock = {
        "sqlite": ("PRAGMA query_only = 1", "write a readonly database", "PRAGMA query_only = 0"),
        "postgresql": (
            "SET default_transaction_read_only = on", "in a read-only transaction",
            "SET default_transaction_read_only = off",
        ),
    }[connection.vendor]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(lock)
        with pytest.raises(CommandError, match=words):
            call_command("serve")
        cursor.execute(unlock)


def test_an_empty_database_is_explained(database):
    env = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"], env=env, capture_output=True, text=True, check=False
    )
    assert "The database is empty. Run: manage.py prepare" in done.stderr


def test_the_file_is_its_owners_alone_in_any_folder(tmp_path):
    tmp_path.chmod(0o755)
    new, old = tmp_path / "new.sqlite3", tmp_path / "old.sqlite3"
    old.touch(mode=0o644)
    Path(f"{old}-wal").touch(mode=0o644)
    for file in (new, old):
        database.keep_private(file)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}
    assert len([*tmp_path.iterdir()]) == 3


def test_a_backup_is_its_owners_alone_and_replaces_nothing(tmp_path, loaded_database):
    copy = tmp_path / "copy.sqlite3"
    env = os.environ | {"DATABASE_URL": loaded_database}

    def back_up():
        program = [sys.executable, "manage.py", "backup", str(copy)]
        return subprocess.run(program, env=env, capture_output=True, text=True, check=False)

    if connection.vendor != "sqlite":
        assert "pg_dump copies it" in back_up().stderr
        return
    assert back_up().returncode == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT count(*) FROM coaching_release").fetchone() == (1,)
    assert "is there already" in back_up().stderr


def test_a_monitor_sees_database_content_and_disk_and_nothing_else(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    UserFactory()
    found = client.get("/health/")
    newest = Release.objects.latest("pk").pk
    assert (found.status_code, found.json()) == (
        200, {"database": "ok", "release": newest, "disk": "ok"},
    )  # fmt: skip
    assert found.headers["Cache-Control"].startswith("max-age=0, no-cache")


def test_a_monitor_sees_what_is_missing(client, db, monkeypatch):
    monkeypatch.setattr(health, "BYTES_LEFT", 10**18)
    assert client.get("/health/").status_code == 503
    assert client.get("/health/").json()["disk"] == "nearly full"
    Release.objects.all().delete()
    assert client.get("/health/").json()["release"] is None


def test_a_monitor_sees_a_database_that_is_gone(client, db, monkeypatch):
    with connection.execute_wrapper(broken):
        found = client.get("/health/")
    assert (found.status_code, found.json()["database"]) == (503, "unreachable")


def broken(*_arguments):
    raise OperationalError("gone")


def test_the_server_takes_what_a_form_may_hold_and_no_more(settings):
    assert server.LIMITS["max_request_body_size"] == settings.DATA_UPLOAD_MAX_MEMORY_SIZE
