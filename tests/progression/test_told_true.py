"""What the summary and the history say of a workout is true of what was done in it."""

import pytest
from django.urls import reverse

from coaching.practice import actions
from coaching.practice.decisions import Decision
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def workout(member):
    return WorkoutFactory(person=member, variation="lying-raise")


def told(client, workout):
    actions.complete_workout(workout=workout, ending="done")
    names = [("summary", [workout.pk]), ("history", [])]
    return [text(client.get(reverse(name, args=args))) for name, args in names]


@pytest.mark.parametrize(
    ("off", "sentence"),
    [
        (0, "Nothing spoiled a rep today."),
        (1, "1 rep was not perfect. What spoiled it was not said."),
        (3, "3 reps were not perfect. What spoiled them was not said."),
    ],
)
def test_reps_that_were_off_without_a_name(as_member, workout, off, sentence):
    """A headset has no room for a name."""
    for number in range(1, 5):
        RepFactory(workout_set=workout.sets.first(), number=number, perfect=number > off)
    summary, _history = told(as_member, workout)
    assert sentence in summary
    assert ("Nothing spoiled" in summary) is (off == 0)


def test_a_name_for_one_of_them_does_not_hide_the_other(as_member, workout):
    RepFactory(workout_set=workout.sets.first(), number=1, faults=["swung"])
    RepFactory(workout_set=workout.sets.first(), number=2, perfect=False)
    summary, _history = told(as_member, workout)
    assert "What spoiled the others" in summary
    assert "1 rep was not perfect. What spoiled it was not said." in summary


def lighter(workout, *, from_set):
    decision = Decision("lighter-chosen", {"variation": "bent-knee-lowering"})
    actions.adjust(workout=workout, decision=decision, from_set=from_set)


@pytest.mark.parametrize(
    ("from_set", "reps", "title"),
    [
        (1, [1], "Bent-knee lowering"),
        (2, [1, 2, 3], "Lying leg raise, Bent-knee lowering"),
        (2, [1], "Lying leg raise"),
        (1, [], "Lying leg raise"),
    ],
)
def test_the_history_names_what_was_done(as_member, workout, from_set, reps, title):
    lighter(workout, from_set=from_set)
    for number in reps:
        RepFactory(workout_set=workout.sets.get(number=number), number=1)
    _summary, history = told(as_member, workout)
    assert f'<span class="quiet">{title} ·' in history
