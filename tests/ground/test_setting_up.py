"""`manage.py prepare` and what it leads to: gathered files, a trainer who can sign in."""

import logging
import re
import socket
import sys

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from legraises.logs import Formatter


@pytest.fixture
def gathering(settings, tmp_path):
    """A folder of their own, and compressed: style sheets alone, because that takes seconds."""
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["js", "md", "svg", "txt", "woff2"]
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


def test_prepared_once_and_again(db, gathering, client, capsys):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache")  # of the counters of tries, which no migration makes
    call_command("prepare")
    assert cache.add("first", 1)
    told = capsys.readouterr().out
    email, password = re.search(r"email +(\S+)\s+password +(\S+)", told).groups()
    assert "Gathering" in told

    # Our own modules import each other by hashed names only, or an old one would outlive an update.
    scripts = list((gathering / "js").rglob("*.js"))
    assert scripts
    for script in scripts:
        for name in re.findall(r"""(?:from|import)\s*["'](\.[^"']+)""", script.read_text()):
            assert re.search(r"\.[0-9a-f]{12}\.js$", name), f"{script.name} imports {name}"
            assert (script.parent / name).is_file()

    for ending in ("br", "gz"):
        assert list((gathering / "css").glob(f"*.css.{ending}"))

    call_command("prepare")
    told = capsys.readouterr().out
    assert "password" not in told
    assert "Gathering" not in told

    admin = client.get(reverse("admin:index"), follow=True)
    assert admin.redirect_chain[-1][0] == f"{reverse('account_login')}?next=%2Fadmin%2F"
    answer = client.post(admin.redirect_chain[-1][0], {"login": email, "password": password})
    assert answer.headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_first_trainer_takes_over_nobody(db, monkeypatch):
    get_user_model().objects.create_user("anna@example.org", "a long enough one")
    monkeypatch.setenv("TRAINER_EMAIL", "Anna@example.org")
    with pytest.raises(CommandError, match="has an account already"):
        call_command("prepare", "--no-static")
    assert not get_user_model().objects.filter(is_staff=True).exists()


def test_a_port_in_use(db, settings, monkeypatch):
    settings.HOST = "127.0.0.1"
    with socket.socket() as other:
        other.bind((settings.HOST, 0))
        other.listen()
        monkeypatch.setenv("PORT", str(other.getsockname()[1]))
        with pytest.raises(CommandError, match="something else answers there already"):
            call_command("serve")


def test_headers(client, db):
    headers = client.get(reverse("account_login")).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_log_quotes_no_rows():
    refusal = 'violates check "pain"\nDETAIL:  Failing row contains (7, 9, knee).'
    try:
        raise ValueError(refusal)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "A page failed", (), sys.exc_info())
    line = Formatter().format(record)
    assert "violates check" in line
    assert "knee" not in line


def test_the_embedded_database_checks_keys_and_writes_to_the_disk(db):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
