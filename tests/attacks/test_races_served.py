"""Pairs of taps at the real server on SQLite, where one writer after the other has its turn."""

import random
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import combinations_with_replacement
from threading import Barrier
from urllib.parse import urlencode

import pytest

from tests.attacks.inside import check_integrity, inside
from tests.attacks.scenes import ENDINGS, cookies, scenes
from tests.attacks.site import serving
from tests.attacks.taps import TAPS, kept, posted, told
from tests.subprocesses import own_database

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
# Others in each run. Pain that was said is never refused, even if its workout runs again by then.
PAIRS = random.sample(
    sorted({*combinations_with_replacement(TAPS, 2)} - {("check-in", "resumption")}), 16
)
TOKEN = "t" * 32


class Round:
    """A pair of taps in a scene of its own."""

    def __init__(self, scene, taps):
        self.scene, self.taps = scene, taps
        guest, member = scene.people
        browser = cookies(guest)
        adopting = cookies(member, guest_before=guest.pk)
        self.cookies = [adopting if tap == "adoption" else browser for tap in taps]

    def tap(self, site, which, barrier=None):
        path, said = posted(self.taps[which], self.scene)
        body = urlencode(said | {"csrfmiddlewaretoken": TOKEN}, doseq=True)
        cookie = f"{self.cookies[which].output(header='').strip()}; csrftoken={TOKEN}"
        form = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
        connection.connect()
        if barrier:
            barrier.wait()
        connection.request("POST", path, body, form)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return told(answer.status, answer.getheader("Location", ""))

    def play(self, site, order):
        if order is None:
            barrier = Barrier(2)
            with ThreadPoolExecutor(2) as hands:
                return tuple(hands.map(lambda which: self.tap(site, which, barrier), (0, 1)))
        answers = {which: self.tap(site, which) for which in order}
        return answers[0], answers[1]


def test_two_at_once_are_as_one_after_the_other(tmp_path):
    played = [(pair, order) for pair in PAIRS for order in ((0, 1), (1, 0), None)]
    made = scenes([max(ENDINGS.get(tap, "") for tap in pair) for pair, _order in played])
    rounds = [Round(scene, pair) for scene, (pair, _order) in zip(made, played, strict=True)]
    with own_database(tmp_path, filled=True) as url:
        with serving(url, tmp_path / "site") as site:
            answers = [
                each.play(site, order) for each, (_pair, order) in zip(rounds, played, strict=True)
            ]
        with inside(url) as database:
            check_integrity(database)
            states = kept(made, database)
    outcomes = list(zip(answers, states, strict=True))
    for number, pair in enumerate(PAIRS):
        *right, at_once = outcomes[number * 3 : number * 3 + 3]
        assert at_once in right, pair
