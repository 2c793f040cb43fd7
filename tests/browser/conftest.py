"""What the tests of the pages share; fixtures.py has the browser."""

import pytest


@pytest.fixture
def names(catalogue):
    """What the faults are called on the pages, by their slugs."""
    return {fault.slug: fault.name for fault in catalogue.faults}
