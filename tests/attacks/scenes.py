"""Many workouts that are the same, made at once: a guest's, in the middle of the first set."""

import uuid
from http.cookies import SimpleCookie

from django.conf import settings
from django.contrib import auth
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from coaching.people.models import User
from coaching.practice.models import CheckIn, Floor, Rep, StepAnswer, Workout, WorkoutSet
from tests.attacks.taps import DONE, Scene
from tests.browser.workouts import at_set
from tests.factories.people import GuestFactory, UserFactory

# What is only there to be tapped once a workout is over: how it ended. Of two, the later word.
ENDINGS = {"check-in": "done", "resumption": "pain"}
PARTS = WorkoutSet, Floor, StepAnswer, CheckIn


def scenes(endings):
    """A Scene for each of these endings ("" for a workout that runs), with a guest and a member."""
    pattern = at_set(GuestFactory())
    guests = _people(GuestFactory, len(endings))
    members = _people(UserFactory, len(endings), password=None)
    workouts = Workout.objects.bulk_create(
        _copy(pattern, pk=uuid.uuid4(), person=guest, ending=ending, finished_at=_at(ending))
        for guest, ending in zip(guests, endings, strict=True)
    )
    for model in PARTS:
        rows = list(model.objects.filter(workout=pattern))
        made = model.objects.bulk_create(
            _copy(row, workout=workout) for workout in workouts for row in rows
        )
        if model is WorkoutSet:
            first_sets = [each for each in made if each.number == 1]
    found = [
        Scene(workout.pk, people=(guest, member))
        for workout, guest, member in zip(workouts, guests, members, strict=True)
    ]
    Rep.objects.bulk_create(
        Rep(pk=scene.named(word), workout_set=first_set, number=number, perfect=True)
        for scene, first_set in zip(found, first_sets, strict=True)
        for number, word in enumerate(("first", "done"), start=DONE - 1)
    )
    return found


def _people(factory, number, **fields):
    return User.objects.bulk_create(factory.build_batch(number, **fields))


def _at(ending):
    return timezone.now() if ending else None


def _copy(row, **changes):
    fields = {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}
    made = type(row)(**fields)
    for name, value in ({"pk": None} | changes).items():
        setattr(made, name, value)
    return made


def cookies(person, **more):
    """Somebody signed in, as cookies of a browser; `more` is kept in the session, too."""
    session = SessionStore()
    session.update(
        {
            auth.SESSION_KEY: str(person.pk),
            auth.BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            auth.HASH_SESSION_KEY: person.get_session_auth_hash(),
            **more,
        }
    )
    session.create()
    return SimpleCookie({settings.SESSION_COOKIE_NAME: session.session_key})
