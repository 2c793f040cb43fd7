"""Connections that keep a server busy by doing next to nothing."""

import socket
from contextlib import ExitStack, contextmanager

HEAD = b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
# Each opens a connection to a port and leaves it in the middle of something.
KINDS = {
    "head": lambda port: _sent(port, HEAD),
    "body": lambda port: _sent(port, HEAD + FORM + b"Content-Length: 100000\r\n\r\nlo"),
    "chunk": lambda port: _sent(port, HEAD + FORM + b"Transfer-Encoding: chunked\r\n\r\n5\r\nlo"),
    "reader": lambda port: _unread(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2),
}


def _sent(port, request):
    sender = socket.create_connection(("127.0.0.1", port), timeout=10)
    sender.sendall(request)
    return sender


def _unread(port, requests):
    """Asks for more than a window of a kilobyte takes, and reads none of it."""
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    reader.settimeout(10)
    reader.connect(("127.0.0.1", port))
    reader.sendall(requests)
    return reader


@contextmanager
def held(port, *, of_each):
    """As many connections of each kind, open for as long as this lasts."""
    with ExitStack() as open_ones:
        for begin in KINDS.values():
            for _number in range(of_each):
                open_ones.enter_context(begin(port))
        yield
