"""Two taps at the same moment come out as if one had come after the other, whichever they are.

Each pair is aimed at the one moment that matters: both requests have read what they go by and wait
for the same lock, one behind the other, when it is let go. What is kept then, and what both are
told, has to be what one after the other keeps and tells. Needs rows that can be locked from several
connections, so it runs on PostgreSQL.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client

from coaching.people.models import User
from coaching.practice.models import Workout
from tests.attacks.scenes import ENDINGS, cookies, scenes
from tests.attacks.taps import RIVALS, TAPS, kept, posted, told

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
ORDERS = (0, 1), (1, 0)


class Hands:
    """Two threads with a connection each."""

    def __init__(self):
        self.pools = [ThreadPoolExecutor(1), ThreadPoolExecutor(1)]
        self.pids = [pool.submit(self._pid).result() for pool in self.pools]

    @staticmethod
    def _pid():
        connection.ensure_connection()
        return connection.connection.info.backend_pid

    def is_waiting(self, which):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM pg_locks WHERE NOT granted AND pid = %s", [self.pids[which]]
            )
            return cursor.fetchone() is not None

    def begin(self, which, act, *arguments):
        """Lets one begin, and returns when it waits for a lock or is done."""
        doing = self.pools[which].submit(act, *arguments)
        while not doing.done() and not self.is_waiting(which):
            time.sleep(0.001)
        return doing

    def close(self):
        for pool in self.pools:
            pool.submit(lambda: connection.close()).result()
            pool.shutdown()


@pytest.fixture(autouse=True)
def nobody_looks(monkeypatch):
    """Pages are drawn when everything is kept, which would take half of the time here."""
    monkeypatch.setattr("django.template.loader.render_to_string", lambda *_args, **_options: "")


@pytest.fixture
def hands():
    hands = Hands()
    yield hands
    hands.close()


class Stage:
    """A scene, and a tab for each of the two who tap in it."""

    def __init__(self, scene, taps):
        self.scene, self.taps = scene, taps
        guest, member = scene.people
        browser = cookies(guest)
        self.tabs = [Client(raise_request_exception=False) for _tap in taps]
        for tab, tap in zip(self.tabs, taps, strict=True):
            # Who adopts has signed in since, and the guest's last taps are under way.
            is_other = tap == "adoption"
            tab.cookies = cookies(member, guest_before=guest.pk) if is_other else browser

    def tap(self, which):
        path, said = posted(self.taps[which], self.scene)
        answer = self.tabs[which].post(path, said)
        return told(answer.status_code, answer.headers.get("Location", ""))

    def in_turn(self, order):
        answers = {which: self.tap(which) for which in order}
        return answers[0], answers[1]

    def at_once(self, order, hands):
        with self._held():
            doing = {which: hands.begin(which, self.tap, which) for which in order}
        return doing[0].result(timeout=10), doing[1].result(timeout=10)

    @contextmanager
    def _held(self):
        """Nobody gets past here: the people and the workout are locked."""
        people = [person.pk for person in self.scene.people]
        with transaction.atomic():
            list(User.objects.select_for_update(no_key=True).filter(pk__in=people))
            list(Workout.objects.select_for_update(no_key=True).filter(pk=self.scene.workout))
            yield


PAIRS = {one: list(TAPS)[number:] for number, one in enumerate(TAPS)} | RIVALS


# Pain that was said is never refused, even if its workout runs again by then.
PAIRS["check-in"].remove("resumption")


@pytest.mark.parametrize("one", PAIRS)
def test_two_at_once_are_as_one_after_the_other(hands, one):
    pairs = [(one, other) for other in PAIRS[one]]
    right = played(pairs, Stage.in_turn)
    for pair, outcomes in played(pairs, partial(Stage.at_once, hands=hands)).items():
        for outcome in outcomes:
            assert outcome in right[pair], pair


def played(pairs, play):
    """How each pair of taps comes out, in both orders: what they are told, and what is kept."""
    rounds = [(pair, order) for pair in pairs for order in ORDERS]
    made = scenes([max(ENDINGS.get(tap, "") for tap in pair) for pair, _order in rounds])
    answers = [
        play(Stage(scene, pair), order) for scene, (pair, order) in zip(made, rounds, strict=True)
    ]
    outcomes = {}
    for (pair, _order), *outcome in zip(rounds, answers, kept(made), strict=True):
        outcomes.setdefault(pair, []).append(outcome)
    return outcomes
