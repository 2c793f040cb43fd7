"""Somebody with a browser of their own, who practises as the pages let them."""

import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.test import Client
from django.urls import resolve, reverse

# The parts of the shipped routine that are one screen each.
PLACE, RESET, TENSION, FIRST_REP, FLOOR, PLANK, WRAP_UP = 1, 2, 3, 4, 5, 7, 8
# How a rep was, in a letter a fault: "." is perfect, "?" off without a name, "<" takes back.
FAULTS = {
    "a": "back-arched",
    "s": "swung",
    "b": "held-breath",
    "r": "rushed-down",
    "t": "rested",
    "h": "head-lifted",
    "d": "doming",
    "p": "pain",
}
STEP, REP, REST = 45, 8, 60  # seconds


@dataclass
class Visitor:
    clock: object
    time_zone: str = "Europe/Vienna"
    workout: uuid.UUID | None = None
    turns: Counter = field(default_factory=Counter)

    def __post_init__(self):
        self.client = Client(SERVER_NAME="localhost")
        self.client.cookies["time_zone"] = self.time_zone

    def post(self, name, *args, says=None, seconds=5):
        """Sends a form, and says where it leads."""
        self.clock.tick(seconds)
        answer = self.client.post(reverse(name, args=args), says or {})
        if answer.status_code != 302:
            raise AssertionError(f"{answer.status_code} at {name}: {answer.content.decode()}")
        return resolve(answer.url)

    def start(self, **says):
        """A workout; `says` are a newcomer's answers."""
        self.workout, self.turns = uuid.uuid4(), Counter()
        self.post("start", says={"workout": self.workout, **says}, seconds=20)

    def sign_up(self, email, password):
        self.post("account_signup", says={"email": email, "password1": password})

    # Steps

    def step(self, position, **says):
        self.turns[position] += 1
        says |= {"turn": self.turns[position], "happened_at": self.clock().isoformat()}
        return self.post("step", self.workout, position, says=says, seconds=STEP)

    def walk(self, *, pain=0, tension=("firm",), first_rep=("stable", "stable"), floor=20):
        """Through the parts before the sets, as far as today has them."""
        says = {
            PLACE: [{"pain": pain}],
            RESET: [{}],
            TENSION: [{"answer": answer} for answer in tension],
            FIRST_REP: [{"answer": answer} for answer in first_rep],
            FLOOR: [{"floor": floor}],
        }
        while (place := self.place()).url_name == "step":
            position = place.kwargs["position"]
            self.step(position, **says[position].pop(0))

    def place(self):
        """Where the workout goes on."""
        answer = self.client.get(reverse("workout", args=[self.workout]))
        return resolve(answer.url)

    def finish(self, *, pain=0):
        self.step(PLANK)
        self.step(WRAP_UP, pain=pain)

    # Sets

    def practise(self, number, reps, *, paced=False, complete=True, after=0):
        """One set, rep by rep: see FAULTS; `paced` says that the way down was timed, and `after`
        how many reps came before."""
        done = []
        for said in reps.split():
            if said == "<":
                self.post("rep_retraction", self.workout, done.pop()["rep"])
                continue
            done.append(self.judged(after + len(done) + 1, said, paced=paced))
            self.post("set_reps", self.workout, number, says=done[-1], seconds=REP)
        if complete:
            self.complete(number)

    def review(self, number, reps):
        """One set that is judged at its end; "-" is a rep that was not done."""
        rows = [
            self.judged(at, said, paced=True) | ({"verdict": "skip"} if said == "-" else {})
            for at, said in enumerate(reps.split(), start=1)
        ]
        said = {f"reps-{at}-{name}": row[name] for at, row in enumerate(rows) for name in row}
        said |= {"done": len(rows), "reps-TOTAL_FORMS": len(rows), "reps-INITIAL_FORMS": len(rows)}
        self.post("set_review", self.workout, number, says=said)
        self.complete(number)

    def judged(self, number, said, *, paced):
        spoiled = [FAULTS[letter] for letter in said if letter in FAULTS]
        return {
            "rep": uuid.uuid4(),
            "number": number,
            "verdict": "perfect" if said == "." else "off",
            "faults": spoiled,
            "happened_at": self.clock().isoformat(),
            "descent_seconds": f"3.{number % 5}" if paced else "",
        }

    def complete(self, number):
        self.post("set_completion", self.workout, number, seconds=REST)
