"""Reading the environment loudly: a value that means nothing stops the start with one sentence.

An empty value counts as none, so `PORT= make run` is the same as not saying PORT at all.
"""

import os
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 - names it, binds nothing
MAIL = {"smtp": ("plain", 25), "smtp+tls": ("starttls", 587), "smtps": ("tls", 465)}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if value and value not in YES | NO:
        raise ImproperlyConfigured(
            f"{name}={value} is neither yes nor no. Write {name}=1 or {name}=0."
        )
    return value in YES if value else default


def number(name: str, default: int, *, low: int, high: int) -> int:
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
        raise ImproperlyConfigured(f"{name}={value} is not a whole number from {low} to {high}.")
    return int(value)


def words(name: str) -> list[str]:
    return [word for word in text(name).replace(",", " ").split() if word]


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        raise ImproperlyConfigured(
            f"{name}={value} is no time zone. Write one like Europe/Vienna."
        ) from None
    return value


def database(name: str, default: Path) -> dict:
    """SQLite in a file of ours, or the PostgreSQL that the address names."""
    url = text(name, f"sqlite:///{default}")
    scheme = url.partition("://")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        # The address itself is not repeated: it holds a password.
        raise ImproperlyConfigured(
            f"{name} begins with “{scheme[:12]}”, which legraises cannot use. Write it as"
            " postgresql://user:password@host:5432/name, or leave it out for SQLite."
        )
    try:
        config = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is no address of a database. Write it as"
            " postgresql://user:password@host:5432/name;"
            " signs like @ or / inside the password are written %40 and %2F."
        ) from None
    options = config.setdefault("OPTIONS", {})
    if scheme == "sqlite":
        config["ENGINE"] = "legraises.sqlite"
        # Readers never wait for the one writer (WAL); a writer asks for its turn when it begins and
        # waits up to 8 s for it: after 10 the player has given up, and sends it again. What is
        # answered as kept is on the disk (FULL), whatever happens to the power then.
        options |= {
            "timeout": 8,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA foreign_keys=ON",
        }
    else:
        options.setdefault("connect_timeout", 5)
    return config


def mail(name: str) -> dict[str, object]:
    """Django's settings from smtp+tls://user:password@host:port, for letters that go out later;
    without one, mail is printed at once."""
    if not (url := text(name)):
        printed = "django.core.mail.backends.console.EmailBackend"
        return {"EMAIL_BACKEND": printed, "MAIL_THROUGH": printed}
    try:
        parts = urlsplit(url)
        security, port = MAIL[parts.scheme]
        port = parts.port or port
        if not parts.hostname:
            raise ValueError
    except (KeyError, ValueError):
        raise ImproperlyConfigured(
            f"{name} is no mail server. Write it as smtp+tls://user:password@host:587"
            " (or smtps:// for port 465, smtp:// without encryption)."
        ) from None
    return {
        "EMAIL_BACKEND": "coaching.people.mail.backend.Backend",
        "MAIL_THROUGH": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": 10,
    }


def secret_key(name: str, file: Path) -> str:
    """From the environment, or from a file that the first start writes for its owner alone."""
    if key := text(name):
        if len(key) < 50:
            raise ImproperlyConfigured(
                f"{name} is shorter than 50 characters. Leave it out, and a"
                f" good one is kept in {file}."
            )
        return key
    try:
        if not file.exists():
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(secrets.token_urlsafe(64))
            with suppress(FileExistsError):
                os.link(draft, file)  # whole or not at all, and the first of two starters wins
            draft.unlink()
        key = file.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"the secret key cannot be kept in {file} ({error.strerror}). Make that folder"
            f" yours, name another with DATA_DIR=, or set {name}=."
        ) from None
    if len(key) < 50:
        raise ImproperlyConfigured(
            f"{file} holds no usable secret key. Delete it, and a new one is written."
        )
    return key


def own_addresses() -> list[str]:
    """This machine's addresses: what a phone in the same network can open."""
    found = []
    # 192.0.2.1 and 2001:db8::1 are reserved for examples. Asking for the way there sends nothing,
    # and tells which of our addresses the rest of the network sees.
    for family, elsewhere in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, 9))
            found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None)]
    return [name for name in dict.fromkeys(found) if not name.startswith(("127.", "::1", "fe80"))]


def allowed_hosts(name: str, host: str) -> list[str]:
    loopback = ["localhost", "127.0.0.1", "[::1]"]
    if given := words(name):
        if "*" in given:
            raise ImproperlyConfigured(
                f"{name}=* would let anybody choose the name in the links that are mailed."
                " Write the names that people type, such as coach.example.org."
            )
        return [*given, *loopback]
    if host not in EVERY_ADDRESS:
        return list(dict.fromkeys([f"[{host}]" if ":" in host else host, *loopback]))
    name = socket.gethostname()
    own = [f"[{address}]" if ":" in address else address for address in own_addresses()]
    return list(dict.fromkeys([*loopback, name, f"{name}.local", *own]))
