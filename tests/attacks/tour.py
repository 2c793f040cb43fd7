"""Every page of the app and of the trainers' admin, every part that is swapped in, and every form
with what is wrong in it. Who comes along is a Witness, and keeps what was answered."""

import uuid
from datetime import timedelta

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from coaching.catalogue.models import Routine, Translation
from coaching.practice import actions
from tests.browser import workouts
from tests.factories.people import GuestFactory, TrainerFactory, UserFactory
from tests.factories.practice import RepFactory, WorkoutFactory
from tests.factories.progression import PlacementFactory
from tests.forms import untouched
from tests.walking import Walk

CONTENT = "coaching.catalogue.models"
IN_PLACE = {"HX-Request": "true"}
# What no step takes for an answer.
WRONG = {"pain": "99", "answer": "perhaps", "floor": "999"}
LONG = "~0~\"><b/data-pwned>'><b/data-pwned><img/src=/pwned>" * 8


class Witness(Client):
    """A Client that keeps every answer that is HTML."""

    def __init__(self, person=None):
        super().__init__()
        self.answers = []
        if person:
            self.force_login(person)

    def request(self, **asked):
        answer = super().request(**asked)
        if not answer.get("Location") and answer["Content-Type"].startswith("text/html"):
            answer.name = f"{answer.status_code} {asked['REQUEST_METHOD']} {asked['PATH_INFO']}"
            self.answers.append(answer)
        return answer


def as_stranger(catalogue):
    client = Witness()
    for name in ("home", "progress", "start", "ladder", "figures", "red_flags", "account_login"):
        client.get(reverse(name))
    for kind in ("variation", "drill", "topic"):
        for thing in catalogue.things(kind):
            client.get(reverse(kind, args=[thing.slug]))
    for kind in ("variation", "drill"):
        for thing in catalogue.things(kind)[:2]:
            client.get(reverse(f"{kind}_tryout", args=[thing.slug]))
    client.get(reverse("variation", args=["nobody-wrote-it"]))
    first = catalogue.asking("newcomer").questions[0]
    for answer in first.answers:
        client.get(reverse("start"), {f"answer_{first.slug}": answer.slug})
    client.post(reverse("start"))
    return client.answers


def through_a_workout(_catalogue):
    """All that a newcomer meets, each step answered wrong first; and what is told afterwards."""
    client = Witness(GuestFactory())
    walk = Walk(client)
    walk.start()
    for kind, page in walk.pages():
        if kind != "set":
            client.post(page.context["urls"]["step"], WRONG)
    client.post(reverse("calendar_renewal"))
    for name in ("home", "history", "progress", "decisions", "start", "calendar"):
        client.get(reverse(name))
    client.get(reverse("summary", args=[walk.workout]))
    client.post(reverse("check_in", args=[walk.workout]), WRONG)
    client.post(reverse("next_day", args=[walk.workout]), {"compared": "better"})
    return client.answers


def through_sets(catalogue):
    """A set for each thing a fault can lead to, with it once and twice running: as pages and as
    what is swapped in."""
    person = UserFactory()
    client = Witness(person)
    for fault in {each.suggestion: each for each in catalogue.faults}.values():
        own = next(each for each in catalogue.variations if fault.slug in each.faults)
        workout = workouts.at_set(person, variation=own.slug)
        at = [workout.pk, 1]
        client.get(reverse("workout", args=[workout.pk]), follow=True)
        for number in (1, 2):
            said = {"rep": uuid.uuid4(), "number": number, "faults": fault.slug}
            client.post(reverse("set_reps", args=at), said, headers=IN_PLACE)
            client.get(reverse("set", args=at))
        client.get(reverse("set_review", args=at))
        client.post(reverse("set_review", args=at), {"reps-TOTAL_FORMS": "x"})
        client.post(reverse("set_completion", args=at), follow=True)
        actions.complete_workout(workout=workout, ending="stopped")
        client.get(reverse("summary", args=[workout.pk]))
        client.post(reverse("set_floor", args=at), {"floor": 3})
        client.post(reverse("set_reps", args=at), said | {"rep": uuid.uuid4(), "number": 9})
    WorkoutFactory(person=person)
    client.get(reverse("workout", args=[person.workouts.running().get().pk]), follow=True)
    for name in ("home", "history", "progress", "decisions", "start", "red_flags"):
        client.get(reverse(name))
    return client.answers


def as_coached(catalogue):
    """What the coach offers, changes and asks, and what there is to see of it."""
    told = []
    for faults, asked in (((), "none"), (("swung",) * 5, "")):
        person, on = UserFactory(), catalogue.rungs(catalogue.default_routine.ladder)[4]
        placement = PlacementFactory(person=person, variation_id=on.slug)
        placement.placed_at -= timedelta(days=20)
        placement.save()
        for days in (9, 3):
            ago = timezone.now() - timedelta(days=days)
            done = WorkoutFactory(
                person=person, finished=True, started_at=ago, variation=on.slug, reps=15
            )
            for number in range(1, 16):
                spoiled = faults[number - 1 : number]
                RepFactory(workout_set=done.sets.get(number=1), number=number, faults=spoiled)
            if asked:
                actions.check_in(
                    workout=done, moment="next-day", pain=0, compared=asked, happened_at=ago
                )
        client = Witness(person)
        for name in ("home", "start", "progress", "decisions", "calendar"):
            client.get(reverse(name))
        client.get(reverse("choice", args=[on.leads_to]))
        told += client.answers
    return told


def as_trainer(_catalogue):
    """The admin: every page of every table of the content, its forms sent as they are, emptied and
    filled with what is too long; what publishing says; and what is asked before a row goes."""
    client = Witness(TrainerFactory())
    tables = [table for table in admin.site._registry if table.__module__.startswith(CONTENT)]
    for table in tables:
        rows(client, table)
    # The problems of a draft quote what is wrong in it.
    Translation.objects.filter(pk=Translation.objects.first().pk).update(path=LONG[:200], text=LONG)
    Routine.objects.update(default=False)
    publish(client)
    for url in (reverse("admin:index"), reverse("admin:app_list", args=["coaching"])):
        client.get(url)
    return client.answers


def rows(client, table):
    at, form = f"admin:coaching_{table._meta.model_name}", f"{table._meta.model_name}_form"
    row = table.objects.first()
    client.get(reverse(f"{at}_changelist"), {"q": "a"})
    if row is None:
        return
    client.get(reverse(f"{at}_add"))
    change = reverse(f"{at}_change", args=[quote(row.pk)])
    page = client.get(change)
    said = untouched(page.content.decode(), form)
    if page.context["has_change_permission"]:
        client.post(change, said, follow=True)
        client.post(change, {name: spoiled(name, value, "") for name, value in said.items()})
        long = {name: spoiled(name, value, LONG) for name, value in said.items()}
        client.post(change, long)
        client.post(reverse(f"{at}_add"), long)
    for page in ("history", "delete"):
        client.get(reverse(f"{at}_{page}", args=[quote(row.pk)]))
    chosen = {"action": "delete_selected", "_selected_action": [row.pk]}
    client.post(reverse(f"{at}_changelist"), chosen)


def spoiled(name, value, text):
    """What counts the rows of a form stays, or nothing else of it would be read."""
    return value if name.endswith("_FORMS") or name == "csrfmiddlewaretoken" else text


def publish(client):
    url = reverse("admin:coaching_routine_changelist")
    chosen = {"action": "publish", "_selected_action": [Routine.objects.first().pk]}
    client.post(url, chosen, follow=True)


TOURS = (as_stranger, through_a_workout, through_sets, as_coached, as_trainer)
