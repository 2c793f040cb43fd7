"""Who sends or reads slowly, or too much, waits alone."""

import socket
import threading

import pytest

from tests.attacks import slow
from tests.attacks.site import serving

pytestmark = pytest.mark.once


@pytest.fixture
def site(loaded_database, tmp_path):
    with serving(loaded_database, tmp_path / "data") as site:
        yield site


def asked(site, request):
    """The first line of the answer to what was sent, and all of it."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as sender:
        sender.sendall(request)
        answer = b""
        while part := sender.recv(65536):
            answer += part
    return answer.split(b"\r\n", 1)[0].decode(), answer.decode(errors="replace")


def test_two_hundred_slow_ones_keep_nobody_waiting(site):
    """Before, four unfinished bodies stopped every page for minutes. How long others wait, in
    seconds, is measured by `make bench`."""
    with slow.held(site.port, of_each=50):
        seen = []

        def look():
            visitor = site.visitor()
            seen.extend(visitor.get(path).status for path in ("/", "/pain/red-flags/"))

        others = [threading.Thread(target=look) for _number in range(8)]
        for other in others:
            other.start()
        for other in others:
            other.join(timeout=20)
        assert seen == [200] * 16


def test_what_no_browser_sends_has_a_short_answer(site):
    host = b"Host: localhost\r\nConnection: close\r\n"
    form = b"Content-Type: application/x-www-form-urlencoded"
    too_much = b"POST /accounts/login/ HTTP/1.1\r\n" + host + form
    for request, status, words in (
        (too_much + b"\r\nContent-Length: 60000000\r\n\r\n", "413", "Too Large"),
        (b"GET /?".ljust(32 * 1024, b"a"), "431", "Too Large"),
        (b"GET / HTTP/1.0\r\nHost: elsewhere.example\r\n\r\n", "400", "a name"),
        (too_much + b"; charset=undefined\r\nContent-Length: 3\r\n\r\na=b", "415", "UTF-8"),
        (b"HEAD / HTTP/1.1\r\n" + host + b"\r\n", "200", ""),
        (b"HEAD /exercises/ HTTP/1.1\r\n" + host + b"\r\n", "200", ""),
        (b"BREW / HTTP/1.1\r\n" + host + b"\r\n", "403", ""),
        (b"nonsense\r\n\r\n", "400", "Bad Request"),
    ):
        line, answer = asked(site, request)
        assert line.split()[1] == status, (request[:60], line)
        assert words in answer, request[:60]
        assert len(answer) < 10_000
    assert "Traceback" not in site.said
