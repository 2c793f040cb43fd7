"""What it costs that SQLite has written to the disk when it says so (FULL), and not some time later
(NORMAL): the same small writes to a file, in turn. A folder in memory would show nothing."""

import sqlite3
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from django.conf import settings

WRITES = 200
ROUNDS = 5


def write_ms(file, synchronous):
    """The median of one short transaction, in milliseconds."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute("CREATE TABLE IF NOT EXISTS rep (id INTEGER PRIMARY KEY, verdict TEXT)")
    took = []
    for _write in range(WRITES):
        began = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rep (verdict) VALUES ('perfect')")
        connection.execute("COMMIT")
        took.append((perf_counter() - began) * 1000)
    connection.close()
    return statistics.median(took)


def measure():
    # On the disk of the data, if there is one already.
    place = settings.DATA_DIR if settings.DATA_DIR.exists() else Path.cwd()
    with TemporaryDirectory(prefix="bench-", dir=place) as folder:
        file = Path(folder) / "db.sqlite3"
        pairs = [(write_ms(file, "NORMAL"), write_ms(file, "FULL")) for _round in range(ROUNDS)]
    normal, full = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for other, mine in pairs)
    return f"{normal:.2f} ms NORMAL, {full:.2f} ms FULL: {ratio:.1f} ×"
