"""Eight people do reps at once at the real server: how long they wait for the next prompt, by how
many processes serve them."""

import statistics
import threading
import time
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attacks.killing import Practising
from tests.attacks.site import serving
from tests.bench.setting import published
from tests.subprocesses import own_database

PEOPLE = 8
WORKERS = 1, 2, 4
SECONDS = 6
WARM = 6  # each process reads the content when it is asked first


def practise(site, until, took):
    """Rep after rep, and how long each took, in milliseconds."""
    person = Practising(site)
    while True:
        (_start, workout), path, said = person.begin()
        person.visitor.post(path, said)
        for number in range(1, 41):
            if time.monotonic() > until:
                return
            rep = {"rep": uuid.uuid4(), "number": number, "verdict": "perfect"}
            url = f"/workouts/{workout}/sets/1/reps/"
            began = time.perf_counter()
            answer = person.visitor.post(url, rep, **{"HX-Request": "true"})
            took.append(((time.perf_counter() - began) * 1000, time.monotonic(), answer.status))


def with_workers(url, folder, workers):
    took = []
    with serving(url, folder, WORKERS=str(workers), THREADS="4") as site:
        began = time.monotonic()
        arguments = site, began + WARM + SECONDS, took
        threads = [threading.Thread(target=practise, args=arguments) for _each in range(PEOPLE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    counted = sorted(ms for ms, at, _status in took if at > began + WARM)
    wrong = sum(status != 200 for _ms, _at, status in took)
    last = counted[int(len(counted) * 0.99)]
    return (
        f"{workers} × 4: {len(counted) / SECONDS:.0f} a second, median"
        f" {statistics.median(counted):.0f} ms, p99 {last:.0f} ms, {wrong} not kept"
    )


def measure():
    published()
    with TemporaryDirectory(prefix="legraises-") as name:
        folder = Path(name)
        with own_database(folder, filled=True) as url:
            return "; ".join(with_workers(url, folder / "site", each) for each in WORKERS)
