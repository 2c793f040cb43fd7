"""The database cannot: two tries more where two came into each other's way, then a clear answer."""

import sqlite3
import uuid
from urllib.parse import urlencode

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import InternalError, OperationalError
from django.test import Client
from django.urls import reverse

from coaching.people.models import User
from coaching.practice import actions
from coaching.practice.models import Rep, Workout
from coaching.progression import actions as progression
from coaching.progression import today
from legraises import outage
from tests.factories.people import GuestFactory
from tests.factories.practice import WorkoutFactory
from tests.factories.progression import PlacementFactory

pytestmark = pytest.mark.django_db
NOT_SAVED = "Nothing can be written at the moment, so nothing of it was kept."


def sqlite(name):
    cause = sqlite3.OperationalError("no luck")
    cause.sqlite_errorname = name
    return OperationalError("no luck"), cause


CLASHES = {
    "deadlock": (OperationalError("deadlock detected"), psycopg.errors.DeadlockDetected()),
    "snapshot": (OperationalError("could not serialize"), psycopg.errors.SerializationFailure()),
    "locked": sqlite("SQLITE_BUSY"),
}
OUTAGES = {
    "full": sqlite("SQLITE_FULL"),
    "read-only file": sqlite("SQLITE_READONLY"),
    "disk": (OperationalError("could not extend file"), psycopg.errors.DiskFull()),
    "standby": (InternalError("read-only"), psycopg.errors.ReadOnlySqlTransaction()),
    "gone": (OperationalError("server closed the connection"), psycopg.OperationalError()),
}


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(outage.time, "sleep", lambda _seconds: None)


@pytest.fixture
def failing(monkeypatch):
    """Makes a function fail the first times, after it has done what it does, or before."""

    def fail(where, name, kind, *, times, after=False):
        error, cause = (CLASHES | OUTAGES)[kind]
        real, asked = getattr(where, name), []

        def failing(*args, **options):
            asked.append(name)
            if len(asked) > times:
                return real(*args, **options)
            if after:
                real(*args, **options)
            raise error from cause

        monkeypatch.setattr(where, name, failing)
        return asked

    return fail


def post(client, url, said, **options):
    """As a browser sends a form, with its token."""
    client.handler.enforce_csrf_checks = True
    client.get(reverse("account_login"))
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    form = "application/x-www-form-urlencoded"
    return client.post(url, urlencode(said | token), content_type=form, **options)


def rep():
    return {"rep": str(uuid.uuid4()), "number": 1, "verdict": "perfect"}


def reps_url(workout):
    return reverse("set_reps", args=[workout.pk, 1])


@pytest.mark.parametrize("kind", CLASHES)
@pytest.mark.parametrize("times", [1, 2])
def test_two_in_each_others_way_are_asked_once_more(as_member, member, failing, kind, times):
    workout = WorkoutFactory(person=member)
    asked = failing(actions, "keep_reps", kind, times=times, after=True)
    assert post(as_member, reps_url(workout), rep()).status_code == 302
    assert Rep.objects.count() == 1
    assert len(asked) == times + 1


@pytest.mark.parametrize(
    ("kind", "tries"), [*((each, 3) for each in CLASHES), *((each, 1) for each in OUTAGES)]
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_what_cannot_be_kept_is_said_in_plain_words(
    as_member, member, failing, kind, tries, headers, caplog
):
    workout = WorkoutFactory(person=member)
    asked = failing(actions, "keep_reps", kind, times=9)
    answer = post(as_member, reps_url(workout), rep(), headers=headers)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert NOT_SAVED in answer.content.decode()
    assert len(asked) == tries
    assert not Rep.objects.exists()
    assert all(record.exc_info is None for record in caplog.records)


def test_who_has_waited_long_is_told_and_waits_no_second_time(
    as_member, member, failing, monkeypatch
):
    clock = iter(range(0, 1000, 20))
    monkeypatch.setattr(outage.time, "monotonic", lambda: next(clock))
    asked = failing(actions, "keep_reps", "locked", times=9)
    assert post(as_member, reps_url(WorkoutFactory(person=member)), rep()).status_code == 503
    assert len(asked) == 1


def test_the_log_names_the_address_and_nothing_that_was_said(as_member, member, failing, caplog):
    workout = WorkoutFactory(person=member)
    error, _cause = OUTAGES["disk"]
    error.args = ("could not extend file\nDETAIL: Failing row contains (7, 9, knee).",)
    failing(actions, "keep_reps", "disk", times=1)
    post(as_member, reps_url(workout), rep())
    [line] = [record.getMessage() for record in caplog.records if "Not kept" in record.msg]
    assert reps_url(workout) in line
    assert "53100 could not extend file" in line
    assert "knee" not in caplog.text


def test_a_page_that_cannot_be_read_says_that_instead(as_member, failing):
    failing(today, "page", "gone", times=1)
    answer = as_member.get(reverse("home"))
    assert answer.status_code == 503
    assert "This page cannot be shown now" in answer.content.decode()


def test_a_file_that_was_sent_is_asked_for_by_nobody_and_not_tried_again(as_member, failing):
    asked = failing(progression, "start", "deadlock", times=9)
    said = {"workout": str(uuid.uuid4()), "pain": "0", "answer_done-before": "regularly"}
    answer = as_member.post(
        reverse("start"), said | {"answer_flatten-back": "yes"}
    )  # in several parts
    assert (answer.status_code, len(asked)) == (503, 1)


# What the first try thought or said is gone when it is asked once more.


def test_the_guest_is_still_known_at_the_second_try(member, failing):
    guest, client = GuestFactory(), Client()
    WorkoutFactory(person=guest, finished=True)
    client.force_login(member)
    session = client.session
    session["guest_before"] = guest.pk
    session.save()
    failing(progression, "adopt", "deadlock", times=1)
    post(client, reverse("adoption"), {"answer": "yes"})
    assert member.workouts.count() == 1


def test_a_stranger_whose_session_could_not_be_written_is_one_guest(client, failing):
    form = client.get(reverse("start")).context["form"]
    said = {"workout": str(form["workout"].value()), "pain": "0", "answer_done-before": "regularly"}
    asked = failing(SessionStore, "save", "locked", times=1)
    post(client, reverse("start"), said | {"answer_flatten-back": "yes"})
    assert len(asked) > 1
    assert User.objects.count() == Workout.objects.count() == 1
    assert client.get(reverse("home")).wsgi_request.user.workouts.count() == 1


def test_a_session_that_cannot_be_written_after_the_page_says_so_too(as_member, member, failing):
    as_member.raise_request_exception = False
    PlacementFactory(person=member)
    failing(SessionStore, "save", "full", times=9)
    answer = post(as_member, reverse("start"), {"workout": uuid.uuid4()})
    assert answer.status_code == 503
    assert NOT_SAVED in answer.content.decode()
