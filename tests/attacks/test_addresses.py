"""Every address, as everybody, by every method: no error of ours, nothing of anybody else's seen,
and nothing of theirs changed."""

import uuid

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Permission
from django.test import Client

from coaching.exchange.actions import renew_address
from coaching.models import *  # noqa: F403
from coaching.people.models import User
from coaching.practice import actions
from tests.attacks.addresses import addresses
from tests.factories.people import GuestFactory, TrainerFactory, UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ADDRESS = "somebody.private@example.org"
METHODS = ("get", "post", "head", "put", "patch", "delete", "options", "trace")
USUAL = METHODS[:2]  # all that the admin knows: it takes the others for the first
# What forms of ours, of allauth and of the admin would like to hear, all in one.
SAID = {
    "verdict": "perfect", "number": "1", "turn": "1", "answer": "done", "pain": "9", "floor": "45",
    "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "variation": "lying-raise",
    "email": "taken.over@example.org", "is_active": "on", "is_staff": "on", "is_superuser": "on",
    "groups": "1", "post": "yes", "action": "delete_selected", "action_primary": "on",
}  # fmt: skip


@pytest.fixture
def somebody():
    """A person with something of everything, whom none of the roles is."""
    person = UserFactory(email=ADDRESS)
    EmailAddress.objects.create(user=person, email=ADDRESS, primary=True, verified=True)
    PlacementFactory(person=person)
    renew_address(person=person)
    workout = WorkoutFactory(person=person)
    workout.rep = RepFactory(workout_set=workout.sets.first(), number=1)
    actions.check_in(workout=workout, moment="before", pain=7, happened_at=workout.started_at)
    return workout


def kept(workout):
    """All that is kept of that person, in every table that leads to them."""
    own = [workout.person]
    for row in own:
        for relation in row._meta.related_objects:
            if relation.related_model._meta.app_label in ("coaching", "account"):
                found = relation.related_model.objects.filter(**{relation.field.name: row.pk})
                own += [each for each in found if each not in own]
    rows = [
        [(each.attname, getattr(row, each.attname)) for each in row._meta.fields] for row in own
    ]
    return sorted(map(repr, rows))


def trainer(*models):
    """A trainer who may do all there is with these kinds of rows."""
    person = UserFactory(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(content_type__model__in=models))
    return person


CONTENT = ("variation", "drill", "fault", "topic", "question", "routine", "translation", "release")
ROLES = {
    "stranger": lambda: None,
    "guest": GuestFactory,
    "member": UserFactory,
    "trainer without permissions": trainer,
    "trainer of the content": lambda: trainer(*CONTENT),
    "administrator": TrainerFactory,
}


def visitor(person, **options):
    client = Client(raise_request_exception=False, **options)
    if person:
        client.force_login(person)
    return client


def refused(address, role, status):
    """Whether the answer is right for who asks for something of somebody else."""
    if address.is_of_a_workout:
        return status in ((302, 405) if role == "stranger" else (404, 405))
    if address.is_of_admin and role in ("stranger", "guest", "member"):
        return status in (302, 404, 405) or address.path == "/admin/logout/"
    return status < 500


@pytest.mark.parametrize("role", ROLES)
def test_nobody_sees_or_changes_what_is_somebody_elses(somebody, role):
    person = ROLES[role]()
    client, before, wrong = visitor(person), kept(somebody), []
    rulers = set(User.objects.filter(is_superuser=True))
    for address in addresses(workout=somebody, rep=somebody.rep, person=somebody.person):
        for method in USUAL if address.is_of_admin else METHODS:
            if role == "administrator" and address.is_of_admin and method == "post":
                continue  # may do what they like there
            said = {**SAID, "rep": uuid.uuid4(), "workout": uuid.uuid4()}
            answer = getattr(client, method)(address.path, said if method == "post" else None)
            if not refused(address, role, answer.status_code):
                wrong.append(f"{method} {address.path}: {answer.status_code}")
            may_see = role == "administrator" and address.is_of_admin
            if not may_see and not answer.streaming and ADDRESS in answer.content.decode():
                wrong.append(f"{method} {address.path} shows who they are")
            if "logout" in address.path:
                User.objects.filter(pk=person and person.pk).update(is_active=True)
                client = visitor(person)
    assert wrong == []
    assert kept(somebody) == before
    assert set(User.objects.filter(is_superuser=True)) == rulers


@pytest.mark.parametrize("role", ["member", "trainer of the content"])
def test_no_post_passes_without_the_token(somebody, role):
    client = visitor(ROLES[role](), enforce_csrf_checks=True)
    before = User.objects.count()
    for address in addresses(workout=somebody, rep=somebody.rep, person=somebody.person):
        answer = client.post(address.path, SAID)
        # 404 where no view is asked, 302 where another page is asked first.
        assert answer.status_code in (403, 404) or answer.headers["Location"], address.path
    assert User.objects.count() == before


def test_every_address_is_found(somebody):
    found = addresses(workout=somebody, rep=somebody.rep, person=somebody.person)
    paths = {address.path for address in found}
    assert {
        "/", "/accounts/password/reset/key/1-set-password/", "/admin/coaching/user/add/",
        f"/admin/coaching/user/{somebody.person.pk}/change/", f"/workouts/{somebody.pk}/pain/",
        f"/calendar/{somebody.person.calendar_address.secret}.ics",
        f"/workouts/{somebody.pk}/reps/{somebody.rep.pk}/retraction/", "/exercises/no-such-thing/",
    } <= paths  # fmt: skip
    assert not [path for path in paths if set(path) & set("<>()^$?")]
