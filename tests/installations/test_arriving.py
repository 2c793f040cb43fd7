"""An installation of an earlier version becomes one of this version, with all that is in it."""

import json
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from tests.subprocesses import python

ROWS = Path(__file__).with_name("1.json")
# What the summaries were headed; reps that were taken back are not counted.
SUMMARIES = {
    "member": [
        "35 perfect of 35", "20 perfect of 24", "4 perfect of 5", "24 perfect of 24",
        "30 perfect of 30", "You stopped before the first rep", "14 perfect of 20",
        "9 perfect of 10", "1 perfect of 2", "29 perfect of 30", "35 perfect of 36",
    ],
    "guest 1": ["22 perfect of 26"],
    "guest 2": ["You stopped before the first rep"],
}  # fmt: skip
# What a trainer changed and published, in the words of look.py.
TRAINERS = {
    "swung": "Stand still at the bottom, count one, and lift without a kick.",
    "plank": 20,
    "lying-raise": "Hover first. Then raise both legs as slowly as you would lower a sleeping cat.",
    "clinic-raise": 10,
    "weighted-raise": False,
    "how-often": False,
}
EDITED = {
    "newcomer", "dead-bug", "how-often", "lying-raise", "plank", "rested", "standard", "swung",
    "weighted-raise",
    # The trainer archived what the first led to, and put a rung of their own above the second.
    "lying-raise-with-hold", "hanging-leg-raise",
}  # fmt: skip
# Which rule of today says what a stored sentence said.
RULES = {"fifteen-perfect": "gate-passed", "easier-rung-taken": "lighter-chosen"}


@pytest.fixture
def run(database):
    return partial(python, database=database)


def test_the_first_installation_arrives(run):
    """Brought along and started with this version's content: everything that was there still is."""
    assert run("-m", "tests.installations.arrive", "1.json") == ""
    told = run("manage.py", "prepare", "--no-static")
    seen = json.loads(run("-m", "tests.installations.look"))

    every_page_opens(seen["pages"])
    people_go_on_where_they_were(seen["goes_on"])
    what_was_done_stays(seen)
    a_trainers_work_stays(told, seen["draft"], seen["published"])
    a_draft_stays_a_draft(seen["draft"], seen["published"])
    every_sentence_became_a_decision(seen["decisions"])


def every_page_opens(pages):
    for who, opened in pages.items():
        wrong = {address: said for address, said in opened.items() if said[0] != 200}
        assert not wrong, who
        assert len(opened) > 20, who


def people_go_on_where_they_were(goes_on):
    places = {who: place.split("/")[3:5] for who, place in goes_on.items()}
    assert places == {"member": ["sets", "2"], "guest 1": ["sets", "1"], "guest 2": []}


def what_was_done_stays(seen):
    came = Counter(row["model"] for row in json.loads(ROWS.read_text()))
    for table in ("user", "workout", "rep", "checkin", "placement", "adjustment"):
        assert seen["rows"][f"coaching.{table}"] == came[f"coaching.{table}"], table
    for who, headings in SUMMARIES.items():
        opened = seen["pages"][who].items()
        found = [heading for at, (_status, heading) in opened if at.endswith("/summary/")]
        assert sorted(found) == sorted(headings), who


def a_trainers_work_stays(told, draft, published):
    assert TRAINERS.items() <= draft.items()
    assert TRAINERS.items() <= published.items()
    assert {line.split()[-1] for line in told.splitlines() if "kept your edit" in line} == EDITED


def a_draft_stays_a_draft(draft, published):
    assert draft["rested"] == "Turn round while your heels"
    assert published["rested"] == "Turn round a hand's width above the mat."
    assert draft["dead-bug"] == "Dead bug, slowly"
    assert published["dead-bug"] == "Dead bug"


def every_sentence_became_a_decision(decisions):
    rows = json.loads(ROWS.read_text())
    for table in ("placement", "adjustment"):
        said = [row["fields"]["rule"] for row in rows if row["model"] == f"coaching.{table}"]
        assert decisions[table] == Counter(RULES.get(rule, rule) for rule in said), table
    workouts = [row["fields"] for row in rows if row["model"] == "coaching.workout"]
    said = [workout["prescription"]["rule"] for workout in workouts]
    assert decisions["prescription"] == Counter(RULES.get(rule, rule) for rule in said)
