"""The application server: waitress, once or in several processes that share one door.

It takes heads and bodies in, and hands answers out, in one thread for all connections, so that
somebody who sends or reads slowly, or never ends, keeps none of the threads that make pages.
"""

import http.client
import os
import signal
import socket
import sys
import threading
import time

from waitress.server import create_server

# Nothing that a page of ours sends comes near these; docs/running.md says what they hold off.
LIMITS = {
    "max_request_header_size": 32 * 1024,
    # Django takes no more of a form either (DATA_UPLOAD_MAX_MEMORY_SIZE).
    "max_request_body_size": 2_621_440,
    # Each is a file descriptor, two with a large body, of the 1024 that a process usually has.
    "connection_limit": 400,
    # Seconds without a byte either way.
    "channel_timeout": 30,
    "cleanup_interval": 5,
}


def listen(host, port):
    """The door: a socket that is ours alone, or OSError where somebody else has it."""
    family, kind, protocol, _name, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    door = socket.socket(family, kind, protocol)
    try:
        # After a restart the connections of before still linger; this is not SO_REUSEPORT, by which
        # two servers would share a port without knowing.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        door.listen(1024)
    except OSError:
        door.close()
        raise
    return door


def serve(application, door, *, processes, threads, ready, in_each=(), behind_proxy=False):
    """Serves until a signal ends it, and calls `ready()` when the first page was answered.

    Each of `in_each` is called in every process that serves. Ends with SystemExit: 0 where it was
    asked to end, 1 where a process ended by itself.
    """
    if processes == 1:
        _when_it_answers(door, ready)
        _work(application, door, threads, in_each, behind_proxy)
        sys.exit(0)
    workers = set()
    for _number in range(processes):
        if not (pid := os.fork()):
            _work(application, door, threads, in_each, behind_proxy)
            os._exit(0)
        workers.add(pid)
    _end_on_signal()
    _when_it_answers(door, ready)
    try:
        # One that ends takes the others along: whoever keeps this running starts it afresh.
        pid, _status = os.wait()
        workers.discard(pid)
        asked = False
    except SystemExit:
        asked = True
    for pid in workers:
        os.kill(pid, signal.SIGTERM)
    for pid in workers:
        os.waitpid(pid, 0)
    sys.exit(0 if asked else 1)


def _work(application, door, threads, in_each, behind_proxy):
    _end_on_signal()
    for start in in_each:
        start()
    # What a proxy says of the sender is written by everybody where there is none.
    server = create_server(
        application,
        sockets=[door],
        threads=threads,
        ident=None,
        asyncore_use_poll=True,
        clear_untrusted_proxy_headers=not behind_proxy,
        log_socket_errors=False,
        **LIMITS,
    )
    server.run()  # pages that are under way have five seconds to finish


def _end_on_signal():
    """Ctrl-C reaches every process, and the first one tells the others again: once is enough."""

    def end(*_signal):
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_again: None)
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)


def _when_it_answers(door, ready):
    host, port = door.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - asks there only

    def ask():
        while True:
            try:
                asked = http.client.HTTPConnection(host, port, timeout=5)
                asked.request("GET", "/health/", headers={"Host": "localhost"})
                asked.getresponse().read()
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            else:
                return ready()
            finally:
                asked.close()

    threading.Thread(target=ask, daemon=True).start()
