"""Somebody who has earned the lying raise, and what they do with it."""

import pytest

from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory


@pytest.fixture
def workout(member):
    """Their running workout."""
    PlacementFactory(person=member, variation_id="lying-raise")
    return WorkoutFactory(person=member, variation="lying-raise")
