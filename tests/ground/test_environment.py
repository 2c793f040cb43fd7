import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from legraises import environment


@pytest.fixture
def said(monkeypatch):
    return lambda value: monkeypatch.setenv("NAME", value)


@pytest.mark.parametrize(
    ("read", "value", "complaint"),
    [
        (environment.flag, "maybe", "NAME=maybe is neither yes nor no. Write NAME=1 or NAME=0."),
        (environment.time_zone, "Mars/Base", "NAME=Mars/Base is no time zone"),
        (environment.mail, "mail.example.org", "NAME is no mail server"),
        (environment.mail, "smtp://:x", "NAME is no mail server"),
        (environment.database, "mysql://root:hidden@db/x", "NAME begins with “mysql”"),
        (environment.database, "hidden", "which legraises cannot use"),
        (environment.database, "postgresql://me:hidden@db:99x/x", "NAME is no address"),
        (environment.secret_key, "hidden", "NAME is shorter than 50 characters"),
    ],
)
def test_what_means_nothing_is_said_without_secrets(said, tmp_path, read, value, complaint):
    said(value)
    defaults = {
        environment.flag: [],
        environment.mail: [],
        environment.time_zone: ["UTC"],
    }.get(read, [tmp_path / "file"])
    with pytest.raises(ImproperlyConfigured, match="NAME") as caught:
        read("NAME", *defaults)
    assert complaint in str(caught.value)
    assert "hidden@" not in str(caught.value)


@pytest.mark.parametrize("value", ["0", "65536", "-1", "8e3", "²", "port"])
def test_a_number_outside_its_range(said, value):
    said(value)
    with pytest.raises(ImproperlyConfigured, match="whole number from 1 to 65535"):
        environment.number("NAME", 8000, low=1, high=65535)


def test_an_empty_value_is_none(said):
    said("  ")
    assert environment.number("NAME", 8000, low=1, high=65535) == 8000
    assert environment.flag("NAME", default=True) is True
    assert "console" in environment.mail("NAME")["EMAIL_BACKEND"]


def test_mail(said):
    said("smtp+tls://me%40clinic:a%2Fb@mail.example.org")
    found = environment.mail("NAME")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("me@clinic", "a/b")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (True, False)


def test_one_secret_key_for_all_who_start_at_once(tmp_path):
    file = tmp_path / "var" / "secret_key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _turn: environment.secret_key("NAME", file), range(16)))
    assert len(keys) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in file.parent.iterdir()] == ["secret_key"]


def test_a_broken_secret_key_is_named(tmp_path):
    (tmp_path / "secret_key").touch()
    with pytest.raises(ImproperlyConfigured, match="Delete it"):
        environment.secret_key("NAME", tmp_path / "secret_key")


def test_who_may_be_asked(said, monkeypatch):
    monkeypatch.setattr(environment, "own_addresses", lambda: ["10.0.0.7", "fd00::7"])
    assert "10.0.0.7" not in environment.allowed_hosts("NAME", "127.0.0.1")
    everywhere = environment.allowed_hosts("NAME", "0.0.0.0")  # noqa: S104 - names it, binds nothing
    assert {"10.0.0.7", "[fd00::7]", "localhost"} <= set(everywhere)
    said("coach.example.org, www.example.org")
    assert environment.allowed_hosts("NAME", "0.0.0.0")[:2] == [  # noqa: S104
        "coach.example.org",
        "www.example.org",
    ]
