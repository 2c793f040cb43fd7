"""Fifty kills of the server while people practise: nothing that it had acknowledged is lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attacks.killing import kill_again_and_again
from tests.bench.setting import published
from tests.subprocesses import own_database

KILLS = 50


def measure():
    published()
    with TemporaryDirectory(prefix="legraises-") as name:
        folder = Path(name)
        with own_database(folder, filled=True) as url:
            kept = kill_again_and_again(url, folder / "site", KILLS)
    return f"{KILLS} kills, {kept} acknowledged posts: each is there once"
