"""A power cut, as far as a process can have one; `make bench` has fifty."""

from django.db import connection

from tests.attacks.killing import kill_again_and_again

# PostgreSQL keeps its own files: there it is the server alone that starts again.
KILLS = {"sqlite": 5, "postgresql": 1}


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(loaded_database, tmp_path):
    kills = KILLS[connection.vendor]
    assert kill_again_and_again(loaded_database, tmp_path / "site", kills) >= kills
