"""`python -m tests.installations.look` opens every page of the installation at DATABASE_URL, for
everybody in it, at the time when its story ends, and prints what it saw as JSON:

    pages      {who: {address: [status, heading]}}, found by following the links
    goes_on    {who: where their running workout goes on}
    rows       {table: how many}
    draft, published     what some words are, in the tables and in the newest Release
    decisions   {table: {rule: how many}}

It looks from outside as far as it can, so that little here changes with the app.
"""

import json
import re
from collections import Counter
from html import unescape

import django

from tests.installations.clock import Clock

BEGIN = ["/", "/exercises/", "/exercises/figures/", "/workouts/", "/workouts/new/"]
BEGIN += ["/pain/red-flags/"]
LEAVE_OUT = ("/accounts/", "/static/", "/admin/")


def main():
    Clock().rule()
    django.setup()
    from django.apps import apps

    tables = apps.get_app_config("coaching").get_models()
    print(
        json.dumps(
            {
                "pages": {name: crawl(client(user), BEGIN) for name, user in people().items()}
                | {"admin": admin()},
                "goes_on": {name: goes_on(user) for name, user in people().items() if user},
                "rows": {table._meta.label_lower: table.objects.count() for table in tables},
                "draft": draft(),
                "published": published(),
                "decisions": decisions(),
            }
        )
    )


def people():
    from coaching.people.models import User

    guests = User.objects.filter(email=None).order_by("pk")
    return {"stranger": None, "member": User.objects.get(email="anna@example.org")} | {
        f"guest {number}": guest for number, guest in enumerate(guests, start=1)
    }


def client(user):
    from django.test import Client

    found = Client(SERVER_NAME="localhost", raise_request_exception=False)
    if user:
        found.force_login(user)
    return found


# Pages


def crawl(browser, addresses, *, further=True):
    """Opens these, and all that they lead to: {address: [status, heading]}."""
    seen, todo = {}, list(addresses)
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        answer = browser.get(address, follow=True)
        page = answer.content.decode()
        seen[address] = [answer.status_code, heading(page)]
        if further:
            todo += [link for link in links(page) if not link.startswith(LEAVE_OUT)]
    return seen


def links(page):
    return [unescape(link) for link in re.findall(r'<a [^>]*href="(/[^"#?]*)["#?]', page)]


def heading(page):
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", found[1])).split()) if found else ""


def goes_on(user):
    """Where the workout that waits on the first page goes on, "" where none does."""
    browser = client(user)
    waiting = re.search(r'href="(/workouts/[0-9a-f-]{36}/)"', browser.get("/").content.decode())
    return browser.get(waiting[1], follow=True).request["PATH_INFO"] if waiting else ""


def admin():
    """Every list and every empty form that the trainer's first page leads to."""
    from coaching.people.models import User

    browser = client(User.objects.get(is_staff=True))
    found = [link for link in links(browser.get("/admin/").content.decode()) if "/admin/" in link]
    return crawl(browser, [link for link in found if "logout" not in link], further=False)


# Content


def draft():
    from coaching.catalogue import models

    return {
        "swung": models.Fault.objects.get(slug="swung").cue,
        "rested": models.Fault.objects.get(slug="rested").cue,
        "plank": models.Drill.objects.get(slug="plank").seconds,
        "lying-raise": models.Instruction.objects.get(variation="lying-raise", position=3).text,
        "dead-bug": models.Variation.objects.get(slug="dead-bug").name,
        "clinic-raise": models.Variation.objects.get(slug="clinic-raise").rung,
        "weighted-raise": is_there(models.Variation, "weighted-raise"),
        "how-often": is_there(models.Topic, "how-often"),
    }


def is_there(table, slug):
    return table.objects.filter(slug=slug, archived_at=None).exists()


def published():
    from tests.factories.content import current

    known = current().by_slug
    return {
        "swung": known["fault"]["swung"].cue,
        "rested": known["fault"]["rested"].cue,
        "plank": known["drill"]["plank"].amount.seconds,
        "lying-raise": known["variation"]["lying-raise"].instructions[2].text,
        "dead-bug": known["variation"]["dead-bug"].name,
        "clinic-raise": known["variation"]["clinic-raise"].rung,
        "weighted-raise": "weighted-raise" in known["variation"],
        "how-often": "how-often" in known["topic"],
    }


def decisions():
    from coaching.practice.models import Adjustment, Workout
    from coaching.progression.models import Placement

    asked = [workout.prescription["decision"]["rule"] for workout in Workout.objects.all()]
    return {
        "placement": Counter(each.decision.rule for each in Placement.objects.all()),
        "adjustment": Counter(each.decision.rule for each in Adjustment.objects.all()),
        "prescription": Counter(asked),
    }


if __name__ == "__main__":
    main()
