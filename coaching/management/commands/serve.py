"""The application server, as `make run` starts it."""

import errno
import os
import signal
import socket
import threading

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from legraises import environment

REASONS = {
    errno.EADDRINUSE: "something else answers there already, perhaps another legraises."
    " Stop it, or choose another port with PORT=",
    errno.EACCES: "ports below 1024 are the administrator's. Choose another with PORT=",
    errno.EADDRNOTAVAIL: "this machine has no such address. Use HOST=127.0.0.1 for this machine"
    " alone, or HOST=0.0.0.0 for the whole network",
}


def hear_interrupt_alone():
    """Ctrl-C reaches the workers and this process, which tells them to stop as well; told twice,
    some never do. So they inherit deafness to it, and a thread here passes it on as one word."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def pass_on():
        signal.sigwait({signal.SIGINT})
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=pass_on, daemon=True).start()


class Command(BaseCommand):
    help = "Serves the app at HOST and PORT, by WORKERS processes of THREADS threads."
    requires_system_checks = []

    def handle(self, **options):
        port = environment.number("PORT", 8000, low=1, high=65535)
        self.check_free(settings.HOST, port)
        server = Granian(
            "legraises.wsgi:application",
            address=settings.HOST,
            port=port,
            interface=Interfaces.WSGI,
            workers=environment.number("WORKERS", 1, low=1, high=64),
            blocking_threads=environment.number("THREADS", 4, low=1, high=64),
            # The same threads serve on, and with them their connections to the database.
            blocking_threads_idle_timeout=600,
            websockets=False,
            log_level=LogLevels.warning,
            # In the end a page that is under way may finish, but nobody waits for one that hangs.
            workers_kill_timeout=5,
        )
        hear_interrupt_alone()
        server.on_startup(lambda: self.announce(settings.HOST, port))
        server.serve()

    def check_free(self, host, port):
        """Granian would say it too, in its own way and with a traceback."""
        try:
            family, kind, _protocol, _name, address = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
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
