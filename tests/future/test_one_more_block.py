"""A kind of block is one module, a template and a migration; the rest is content."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.once
HERE = Path(__file__).parent / "jump"
KIND = "coaching/catalogue/schema/blocks/jump.py"
TEMPLATE = "templates/coaching/practice/blocks/jump.html"


@pytest.fixture
def made(copy):
    """What making the migration said."""
    copy.write(KIND, (HERE / "block.py").read_text())
    copy.write(TEMPLATE, (HERE / "block.html").read_text())
    (routine,) = copy.content("routines")
    second = "  - kind: drill\n    title: Reset\n"
    copy.edit(routine, second, (HERE / "block.md").read_text() + second)
    return copy.run("manage.py", "makemigrations", "coaching")


def test_a_kind_of_block_is_added(copy, made):
    assert [line.strip() for line in made.splitlines()[2:]] == ["~ Alter field kind on block"]
    now = copy.tell("one_more_block")
    assert "0 new, 1 renewed, 1 kept." in now["told"]
    assert now["running"] == 200
    the_plan_counts_it(now)
    somebody_walks_through_it(now)
    a_trainer_edits_it(now)


def the_plan_counts_it(now):
    with_it, without = now["minutes"]
    assert with_it == without + 10
    assert "<li>10 jumps</li>" in now["today"]


def somebody_walks_through_it(now):
    asked, wrong, behind = now["jump"]
    assert "10 times after Cat-cow, on mat, 20 high. Bend your knees." in asked
    for label in ("I landed softly", "Loudly", "Not at all"):
        assert label in asked
    assert now["wrong"] == 422
    assert "Say how you landed." in wrong
    assert "Back to where you are" in behind
    assert now["kept"] == ["loud"]
    assert now["met"] == [
        "jump", "drill", "tension", "first-rep", "first-rep", "floor",
        "set", "set", "set", "drill", "wrap-up",
    ]  # fmt: skip


def a_trainer_edits_it(now):
    assert "times is 99. Write a number from 1 to 50." in now["refused"]
    assert now["edited"] == {
        "times": 25, "drill": "plank", "ground": "grass", "barefoot": True, "hint": "",
    }  # fmt: skip
