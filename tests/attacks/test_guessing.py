"""Somebody guesses at a real server of two processes, with eight browsers at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from tests.attacks.site import serving
from tests.factories.people import UserFactory
from tests.people.forms import PASSWORD

ANNA = "anna@example.org"
# As a proxy in front says where somebody comes from.
THERE, ELSEWHERE = {"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-For": "198.51.100.9"}


@pytest.fixture
def anna(transactional_db):
    """Her password is kept as the real settings keep it, but cheaply: the server checks it."""
    anna = UserFactory(email=ANNA)
    anna.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt", iterations=1000)
    anna.save()
    return anna


def sign_in(visitor, password, **headers):
    said = {"login": ANNA, "password": password}
    return visitor.post("/accounts/login/", said, **headers)


def test_five_guesses_are_five_in_all_processes_and_lock_out_nobody_else(
    anna, loaded_database, tmp_path
):
    with serving(loaded_database, tmp_path / "site", WORKERS="2", BEHIND_PROXY="1") as site:
        known = site.visitor()
        assert ANNA in sign_in(known, PASSWORD, **THERE).text
        known.post("/accounts/logout/", {})
        guessers = [site.visitor() for _each in range(8)]

        def guess(number):
            wrong = f"a wrong and quiet one {number}"
            return sign_in(guessers[number % 8], wrong, **THERE)

        with ThreadPoolExecutor(8) as at_once:
            answers = list(at_once.map(guess, range(16)))
        statuses = sorted(answer.status for answer in answers)
        assert statuses == [200] * 5 + [429] * 11
        locked = next(answer for answer in answers if answer.status == 429)
        assert "Try again in 5 minutes." in locked.text
        assert sign_in(site.visitor(), PASSWORD, **THERE).status == 429
        # Who is known to this browser, and who comes from elsewhere.
        assert ANNA in sign_in(known, PASSWORD, **THERE).text
        assert ANNA in sign_in(site.visitor(), PASSWORD, **ELSEWHERE).text
        log = site.said
    assert log.count("legraises.security: sign-in failed") == 5
    assert f"sign-in failed account={anna.pk} from=203.0.113.7" in log
    assert log.count("legraises.security: locked") == 12
    assert ANNA not in log
    assert "Traceback" not in log
