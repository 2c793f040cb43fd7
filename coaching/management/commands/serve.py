"""The application server, as `make run` starts it."""

import errno
import socket

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections

from coaching.management.database import check_writable
from coaching.people.mail import sender
from legraises import environment, server

REASONS = {
    errno.EADDRINUSE: "something else answers there already, perhaps another legraises."
    " Stop it, or choose another port with PORT=",
    errno.EACCES: "ports below 1024 are the administrator's. Choose another with PORT=",
    errno.EADDRNOTAVAIL: "this machine has no such address. Use HOST=127.0.0.1 for this machine"
    " alone, or HOST=0.0.0.0 for the whole network",
}
LOOPBACK = ("127.", "::1", "localhost")
NO_PROXY = (
    "Others than this machine can come in, and no proxy stands in front (BEHIND_PROXY=0): nothing"
    " is encrypted, and one sender with hundreds of connections could keep everybody out."
    " docs/running.md says what to put in front."
)


class Command(BaseCommand):
    help = "Serves the app at HOST and PORT, by WORKERS processes of THREADS threads."
    requires_system_checks = []

    def handle(self, **options):
        host, port = settings.HOST, environment.number("PORT", 8000, low=1, high=65535)
        processes = environment.number("WORKERS", 1, low=1, high=64)
        threads = environment.number("THREADS", 4, low=1, high=64)
        check_writable()
        door = self.listen(host, port)
        if not host.startswith(LOOPBACK) and not settings.BEHIND_PROXY:
            self.stderr.write(NO_PROXY)
        application = get_wsgi_application()
        connections.close_all()  # none is shared by two processes
        server.serve(
            application,
            door,
            processes=processes,
            threads=threads,
            ready=lambda: self.announce(host, port),
            in_each=[sender.start],
            behind_proxy=settings.BEHIND_PROXY,
        )

    def listen(self, host, port):
        try:
            return server.listen(host, port)
        except socket.gaierror:
            raise CommandError(f"Cannot serve at {host}: {REASONS[errno.EADDRNOTAVAIL]}.") from None
        except OSError as error:
            reason = REASONS.get(error.errno, error.strerror)
            raise CommandError(f"Cannot serve at {host}, port {port}: {reason}.") from None

    def announce(self, host, port):
        hosts = [host]
        if host in environment.EVERY_ADDRESS:
            # 0.0.0.0 listens at the older kind of address alone.
            own = [name for name in environment.own_addresses() if host == "::" or ":" not in name]
            hosts = ["127.0.0.1", *own]
        self.stdout.write("\nlegraises is ready. Open")
        for name in dict.fromkeys(hosts):
            self.stdout.write(f"    http://{f'[{name}]' if ':' in name else name}:{port}/")
        self.stdout.write("Ctrl-C ends it.\n")
        self.stdout.flush()
