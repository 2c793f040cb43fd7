"""A mail server that hangs or refuses stops nobody, and no letter is lost by it."""

import re
import socket
import socketserver
import threading
import time
from contextlib import contextmanager

import pytest

from tests.attacks.site import free_port, serving

PASSWORD = "a long and quiet password"
pytestmark = pytest.mark.once


class Sink(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a letter needs."""

    def handle(self):
        self.say("220 ready")
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.say("354 go on")
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.say("221 bye" if line.upper().startswith(b"QUIT") else "250 ok")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def mail_server(port):
    with Server(("127.0.0.1", port), Sink) as server:
        server.letters = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.letters
        server.shutdown()


@pytest.fixture
def mail_port():
    return free_port()


@pytest.fixture
def site(loaded_database, tmp_path, mail_port):
    mail = f"smtp://127.0.0.1:{mail_port}"
    with serving(loaded_database, tmp_path / "data", EMAIL_URL=mail) as site:
        yield site


def sign_up(site, name):
    said = {"email": f"{name}@example.org", "password1": PASSWORD}
    return site.visitor().post("/accounts/signup/", said)


def start(site):
    """A stranger's first workout: a write that a lock of somebody else's would hold up."""
    visitor = site.visitor()
    page = visitor.get("/workouts/new/").text
    said = dict.fromkeys(re.findall(r'name="([^"]+)" value="[^"]+"', page))
    for name in said:
        said[name] = re.search(rf'name="{name}" value="([^"]+)"', page)[1]
    return visitor.post("/workouts/new/", said | {"pain": "0"})


def test_a_mail_server_that_hangs_stops_nobody(site, mail_port):
    with socket.create_server(("127.0.0.1", mail_port)):  # takes calls and never says a word
        for name in ("anna", "ben", "cleo"):
            assert sign_up(site, name).status == 200
            began = time.monotonic()
            answer = start(site)
            assert "/workouts/" in answer.url
            assert answer.status == 200
            assert time.monotonic() - began < 9, "a mail server is waited for ten seconds"
    assert "Traceback" not in site.said


def test_letters_leave_as_soon_as_they_are_written(site, mail_port):
    with mail_server(mail_port) as letters:
        assert sign_up(site, "anna").status == 200
        until = time.monotonic() + 10
        while not letters and time.monotonic() < until:
            time.sleep(0.05)
        assert b"To: anna@example.org" in letters[0]


def test_a_mail_server_that_refuses_is_no_fault_of_the_person(site):
    assert sign_up(site, "anna").status == 200
    said = site.visitor().post("/accounts/password/reset/", {"email": "anna@example.org"})
    assert said.status == 200
    assert "Traceback" not in site.said
