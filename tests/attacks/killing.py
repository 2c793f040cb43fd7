"""The server is killed while people practise, again and again, and what it had acknowledged is
there: once, whole, and with nothing beside it that nobody said."""

import random
import re
import threading
import time
import uuid
from http.client import HTTPException

from coaching.practice.models import Workout
from tests.attacks.inside import check_integrity, inside
from tests.attacks.site import free_port, serving

PEOPLE = 3
REPS = 12
ARRIVAL, RESET = 1, 2
FAULT = "swung"
NAMED = re.compile(r'name="workout" value="([^"]+)"')


class Practising:
    """Somebody who starts, answers a step, does reps and says “Pain”, and then comes as somebody
    else. What had no answer is sent again when the server is back, as the player does it."""

    def __init__(self, site):
        self.site = site
        self.acknowledged = set()
        self.unsure = None  # (what is claimed, where it is posted, what is said)
        self.ahead = []

    def practise(self, until):
        while not until.is_set():
            try:
                if self.unsure is None:
                    self.unsure = self.ahead.pop(0) if self.ahead else self.begin()
                claim, path, said = self.unsure
                answer = self.visitor.post(path, said)
            except (OSError, HTTPException):
                return  # it was killed
            assert answer.status == 200, (claim, answer.status, answer.text)
            self.acknowledged.add(claim)
            self.unsure = None

    def begin(self):
        """Somebody new. Their start comes first, under the name that the page has given it."""
        self.visitor = self.site.visitor()
        workout = uuid.UUID(NAMED.search(self.visitor.get("/workouts/new/").text)[1])
        path = f"/workouts/{workout}/"
        for number in range(1, random.randint(2, REPS)):  # noqa: S311
            rep, fault = uuid.uuid4(), FAULT if number % 2 else ""
            said = {"rep": rep, "number": number, "verdict": "off" if fault else "perfect"}
            said |= {"faults": fault} if fault else {}
            self.ahead.append((("rep", workout, rep, number, fault), f"{path}sets/1/reps/", said))
        self.ahead.insert(1, (("step", workout), f"{path}steps/{RESET}/", {"turn": 1}))
        self.ahead.append((("pain", workout), f"{path}pain/", {}))
        said = {
            "workout": workout,
            "pain": 0,
            "answer_done-before": "regularly",
            "answer_flatten-back": "yes",
        }
        return ("start", workout), "/workouts/new/", said


def kill_again_and_again(url, folder, kills):
    """Returns how many posts were acknowledged. Fails where one of them is not there."""
    port = free_port()
    people = []
    for life in range(kills + 1):
        with serving(url, folder, port=port, THREADS="4") as site:
            people = people or [Practising(site) for _person in range(PEOPLE)]
            over = threading.Event()
            threads = [threading.Thread(target=each.practise, args=[over]) for each in people]
            for thread in threads:
                thread.start()
            before = said(people)
            while said(people) == before and any(each.is_alive() for each in threads):
                time.sleep(0.01)  # the first page of a process takes longest
            time.sleep(random.uniform(0, 0.5))  # noqa: S311
            if life < kills:
                site.kill()
            over.set()
            for thread in threads:
                thread.join()
        compare(url, people)
    return said(people)


def said(people):
    return sum(len(each.acknowledged) for each in people)


def compare(url, people):
    acknowledged = set().union(*(each.acknowledged for each in people))
    unsure = {each.unsure[0] for each in people if each.unsure}
    with inside(url) as database:
        check_integrity(database)
        found = kept(database)
    lost = acknowledged - found
    assert not lost, lost
    assert not found - acknowledged - unsure


def kept(database):
    """What the database has of all this, in the words of the claims. What is half there fails."""
    found = set()
    parts = ("sets__reps__rep_faults", "answers", "check_ins", "person__placements")
    for workout in Workout.objects.using(database).prefetch_related(*parts):
        found.add(("start", workout.pk))
        assert len(workout.sets.all()) == 3
        assert len(workout.person.placements.all()) == len(workout.check_ins.all()) == 1
        positions = {answer.position for answer in workout.answers.all()}
        assert ARRIVAL in positions
        if RESET in positions:
            found.add(("step", workout.pk))
        if not workout.is_running:
            assert workout.ending == "pain"
            found.add(("pain", workout.pk))
        for rep in (rep for each in workout.sets.all() for rep in each.reps.all()):
            faults = ",".join(each.fault_id for each in rep.rep_faults.all())
            assert rep.perfect == (not faults)
            found.add(("rep", workout.pk, rep.pk, rep.number, faults))
    return found
