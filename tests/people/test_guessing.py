"""Who guesses passwords is stopped, and nobody else with them."""

import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from coaching.people import limits as people_limits
from coaching.people.adapter import Adapter
from coaching.people.models import User
from tests.factories.people import UserFactory
from tests.pages import text
from tests.people.forms import mailed_link, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("limits")]
ANNA = "anna@example.org"
HERE, ELSEWHERE = {"REMOTE_ADDR": "203.0.113.7"}, {"REMOTE_ADDR": "198.51.100.9"}


@pytest.fixture(autouse=True)
def anna():
    return UserFactory(email=ANNA)


def guess(times=1, email=ANNA, client=None, where=HERE):
    """The last answer to so many wrong passwords, from a browser that nobody knows."""
    for number in range(times):
        answer = sign_in(client or Client(), email, f"a wrong and quiet one {number}", **where)
    return answer


def test_the_sixth_guess_is_a_page_that_says_until_when(anna):
    assert guess(5).status_code == 200
    locked = guess()
    assert locked.status_code == 429
    assert "Try again in 5 minutes. Nothing was changed." in text(locked)
    assert 290 < int(locked["Retry-After"]) <= 300
    # Neither does the right password tell that it is right.
    assert sign_in(Client(), ANNA, **HERE).status_code == 429


def test_the_lock_opens_when_it_said_even_if_somebody_tried_on(monkeypatch):
    guess(8)
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert sign_in(Client(), ANNA, **HERE).status_code == 302


def test_an_unknown_address_is_locked_like_a_known_one():
    assert guess(6, email="nobody@example.org").status_code == 429


def test_the_person_comes_in_from_another_address_while_it_goes_on():
    guess(12)
    assert sign_in(Client(), ANNA, **ELSEWHERE).status_code == 302


def test_a_browser_that_was_signed_in_before_comes_in_from_the_same_address(limits):
    limits["tries_from_address"] = "8/h/ip"
    own = Client()
    sign_in(own, ANNA, **HERE)
    own.post(reverse("account_logout"))
    assert guess(6).status_code == 429
    guess(3, email="bea@example.org")
    assert guess(email="cleo@example.org").status_code == 429
    assert sign_in(own, ANNA, **HERE).status_code == 302


def test_the_known_browser_has_a_counter_of_its_own():
    thief = Client()
    sign_in(thief, ANNA, **HERE)
    thief.post(reverse("account_logout"))
    assert guess(10, client=thief).status_code == 200
    assert guess(client=thief).status_code == 429
    assert sign_in(Client(), ANNA, **HERE).status_code == 302


def test_to_know_one_account_says_nothing_of_another():
    mallory = UserFactory(email="mallory@example.org")
    browser = Client()
    sign_in(browser, mallory.email, **HERE)
    browser.post(reverse("account_logout"))
    assert guess(6, client=browser).status_code == 429


@pytest.mark.parametrize("cookie", ["made-up", "made-up:1abcde:signature", ""])
def test_a_cookie_that_is_made_up_is_none(cookie):
    browser = Client()
    browser.cookies["known"] = cookie
    assert guess(6, client=browser).status_code == 429


def test_many_addresses_together_have_a_limit_too(limits):
    limits["guesses_from_anywhere"] = "12/h/key"
    for number in range(4):
        guess(3, where={"REMOTE_ADDR": f"203.0.113.{number}"})
    assert guess(where=ELSEWHERE).status_code == 429


def test_who_tries_many_accounts_from_one_address_is_stopped(limits):
    limits["tries_from_address"] = "6/h/ip"
    for number in range(6):
        guess(email=f"p{number}@example.org")
    assert guess(email="p7@example.org").status_code == 429
    assert guess(email="p7@example.org", where=ELSEWHERE).status_code == 200


def test_signing_in_rightly_does_not_wash_guesses_away():
    for _twice in range(2):
        guess(2)
        sign_in(Client(), ANNA, **HERE)
    guess(1)
    assert guess().status_code == 429


def test_a_new_password_by_mail_opens_the_lock():
    guess(6)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": ANNA}, **HERE)
    page = client.get(mailed_link()[1], follow=True, **HERE)
    new = "another long and quiet one"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new}, **HERE)
    assert "Your password has been reset" in mail.outbox[-1].body
    assert sign_in(Client(), ANNA, new, **HERE).status_code == 302


def test_the_page_that_asks_again_is_no_way_round(anna, give_password):
    client = Client()
    sign_in(client, ANNA)
    del client.cookies["known"]  # the session alone says who it is
    guess(6, where={})
    answers = [give_password(client, f"a wrong and quiet one {n}").status_code for n in range(11)]
    # Not locked by what strangers did, and then by its own.
    assert answers == [200] * 10 + [429]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::2:3", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:203.0.113.1", "::ffff:203.0.113.2", False),
        ("::ffff:203.0.113.1", "203.0.113.1", True),
    ],
)
def test_what_is_one_address(one, other, same):
    guess(6, where={"REMOTE_ADDR": one})
    assert (guess(where={"REMOTE_ADDR": other}).status_code == 429) is same


def test_only_a_proxy_that_is_there_is_believed(settings):
    def forwarded(address):
        return {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": address}

    for number in range(5):
        guess(where=forwarded(f"203.0.113.{number}"))
    assert guess(where=forwarded("203.0.113.99")).status_code == 429
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert guess(where=forwarded("203.0.113.99")).status_code == 200
    # What stands before the proxy's own word is the stranger's.
    for number in range(5):
        guess(where=forwarded(f"192.0.2.{number}, 203.0.113.8"))
    assert guess(where=forwarded("192.0.2.99, 203.0.113.8")).status_code == 429


def test_the_table_is_kept_small(settings, rf):
    """Counters that have run out go first, and the table never has more than so many rows."""
    assert settings.CACHES["default"]["OPTIONS"] == {"MAX_ENTRIES": 20_000}
    request = rf.post("/")
    assert Adapter().get_client_ip(request) == "127.0.0.1"
    cache._max_entries, before = 20, cache._max_entries
    try:
        for number in range(40):
            cache.set(f"old{number}", [1], timeout=-1 if number % 2 else 60)
        assert people_limits.cache._cull_frequency == 3
        kept = sum(cache.has_key(f"old{number}") for number in range(40))
    finally:
        cache._max_entries = before
    assert 0 < kept <= 21


def test_a_guest_and_a_stranger_are_counted_alike(as_guest):
    assert guess(6, client=as_guest).status_code == 429
    assert User.objects.get(pk=as_guest.guest.pk).is_guest
