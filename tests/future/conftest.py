import pytest

from tests.future.copies import Copy


@pytest.fixture
def copy(tmp_path, loaded_database):
    """A copy of the project with an installation in use: see lived_in.py."""
    copy = Copy(tmp_path / "copy", loaded_database)
    copy.run("-m", "tests.future.lived_in")
    return copy
