"""Somebody lies on a mat. The page's clock goes on, and jumps ahead when a test says so."""

import pytest

from tests.browser import workouts
from tests.browser.handsfree.mat import HEADSET, NO_SOUND, Mat
from tests.browser.handsfree.table import Table


@pytest.fixture
def mat(visit, guest):
    """Opens a page of the player for the guest: `mat(url)`. Its sound card is taken out: that would
    go on by the real time, and the pacer with it (tests/browser/pacer/test_sound.py has one)."""

    def opener(url, *scripts, **options):
        page = visit(user=guest, **options)
        page.clock.install()
        for script in (HEADSET, NO_SOUND, *scripts):
            page.add_init_script(script)
        page.goto(url)
        return Mat(page)

    return opener


@pytest.fixture
def workout(guest):
    """A running workout in its first set: three sets of three reps."""
    workout = workouts.at_set(guest)
    workout.sets.update(target=3)
    return workout


@pytest.fixture
def first_set(workout):
    return workouts.first_set(workout)


@pytest.fixture
def table():
    found = Table()
    yield found
    found.tell()
