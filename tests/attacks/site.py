"""The server as `manage.py serve` runs it, in processes of its own, and somebody who visits it."""

import http.cookiejar
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

SECONDS_TO_START = 60
# What the machine of a test says about a server must not reach this one.
OWN = ("ALLOWED_HOSTS", "BEHIND_PROXY", "DEBUG", "EMAIL_URL", "HOST", "HTTPS", "THREADS", "WORKERS")
# All visitors of a test come from one address.
MANY_GUESTS = "100000"


@dataclass
class Answer:
    status: int
    url: str
    text: str
    headers: Message  # whatever their capitals


class Visitor:
    """A browser without a screen: keeps cookies, follows redirects, sends the form's token."""

    def __init__(self, address):
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path, **headers):
        return self._ask(path, None, headers)

    def post(self, path, said, **headers):
        """Posts `said` (a dictionary, or pairs); the token is that of the cookie."""
        token = next((each.value for each in self.cookies if each.name == "csrftoken"), None)
        if token is None:
            self.get("/accounts/login/")
            return self.post(path, said, **headers)
        pairs = list(said.items()) if isinstance(said, dict) else list(said)
        pairs.append(("csrfmiddlewaretoken", token))
        return self._ask(path, urlencode(pairs, doseq=True).encode(), headers)

    def _ask(self, path, body, headers):
        request = urllib.request.Request(f"{self.address}{path}", body, headers)  # noqa: S310
        try:
            with self.opener.open(request, timeout=30) as answer:
                return self._read(answer)
        except urllib.error.HTTPError as answer:
            with answer:
                return self._read(answer)

    def _read(self, answer):
        text = answer.read().decode(errors="replace")
        return Answer(answer.status, answer.url, text, answer.headers)


@dataclass
class Site:
    port: int
    process: subprocess.Popen
    log: Path

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def visitor(self):
        return Visitor(self.address)

    def kill(self):
        """As a power cut does: no process of it says a last word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def processes(self):
        """The numbers of all of it."""
        found = []
        for each in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if os.getpgid(int(each.name)) == self.process.pid:
                    found.append(int(each.name))
        return found

    @property
    def said(self):
        return self.log.read_text()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(database, folder, *, port=None, before=(), **env):
    """The Site that serves a filled database (a DATABASE_URL); its data and log lie in `folder`.

    `env` are settings of docs/running.md, `before` a command that runs the server as its last
    arguments say. The database is ready, so nothing is prepared.
    """
    port = port or free_port()
    folder.mkdir(exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if name not in OWN}
    clean |= {
        "DATABASE_URL": database,
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "legraises.settings",
        "GUESTS_PER_HOUR": MANY_GUESTS,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "STATIC_ROOT": str(settings.STATIC_ROOT),
    }
    log = folder / "server.log"
    with log.open("w") as written:
        process = subprocess.Popen(
            [*before, sys.executable, "manage.py", "serve"],
            cwd=settings.BASE_DIR,
            env=clean | env,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = Site(port, process, log)
    try:
        _wait(site)
        yield site
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                site.kill()


def _wait(site):
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        if site.process.poll() is not None:
            raise AssertionError(f"The server did not start:\n{site.said}")
        with socket.socket() as probe:
            if "is ready" in site.said and probe.connect_ex(("127.0.0.1", site.port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"The server was not ready in {SECONDS_TO_START} s:\n{site.said}")
