"""How long others wait for a page while 200 connections send or read next to nothing: the slowest
of forty pages, and the same without them."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attacks import slow
from tests.attacks.site import serving
from tests.bench.setting import published
from tests.subprocesses import own_database

PAGES = ("/", "/exercises/", "/pain/red-flags/", "/workouts/new/")


def measure():
    published()
    with TemporaryDirectory() as name:
        folder = Path(name)
        with own_database(folder, filled=True) as url, serving(url, folder / "data") as site:
            before = slowest(site.visitor())
            with slow.held(site.port, of_each=50):
                during = slowest(site.visitor())
    return f"{during:.0f} ms beside 200 slow connections, {before:.0f} ms without"


def slowest(visitor):
    """In milliseconds, after one round that does not count."""
    took = []
    for number in range(11):
        for path in PAGES:
            began = time.perf_counter()
            assert visitor.get(path).status == 200
            if number:
                took.append(time.perf_counter() - began)
    return max(took) * 1000
