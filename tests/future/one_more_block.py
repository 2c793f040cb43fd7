"""Migrates the installation, loads the content, walks a newcomer through a workout with the new
block, edits it as a trainer, and tells as JSON:

told            what loading said
running         the status of the page of the workout that was running before
minutes         of the plan, with the new block and without it
jump            the page of the new block: before, with a wrong answer, and when it is behind
wrong           the status that the wrong answer got
met, kept       the blocks that were walked through; the answers to the new one that were kept
today           the page with the plan for the next time
refused         what the trainer's page says to a wrong number
edited          the new block as it is published after an edit
"""

import io
import json
import logging

import django


def main():
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    logging.disable()  # a wrong answer is meant to be one
    told = io.StringIO()
    call_command("migrate", verbosity=0)
    call_command("load_content", stdout=told)
    found = {"told": told.getvalue(), "running": running(), **plan(), **walked(), **edited()}
    print(json.dumps(found))


def running():
    from coaching.people.models import User
    from tests.installations.look import client

    anna = User.objects.get(email="anna@example.org")
    workout = anna.workouts.running().get()
    return client(anna).get(f"/workouts/{workout.pk}/", follow=True).status_code


def plan():
    from django.test import Client

    from coaching.practice.pacing import about_minutes

    page = Client().get("/")
    planned = page.context["plan"]
    drills = planned.catalogue.by_slug["drill"]
    others = [block for block in planned.routine.blocks if block.kind != "jump"]
    without = about_minutes(sum(each.seconds(planned.variation, drills) for each in others))
    return {"minutes": [planned.minutes, without]}


def walked():
    from django.test import Client

    from coaching.practice.models import StepAnswer
    from tests.walking import Walk

    walk, found = Walk(Client(), says={"jump": {"answer": "loud"}}), {}
    walk.start()
    for kind, page in walk.pages():
        if kind == "jump":
            wrong = walk.answer(kind, page, answer="high")
            found["wrong"] = wrong.status_code
            found["jump"] = [page.content.decode(), wrong.content.decode()]
            url = page.request["PATH_INFO"]
        elif walk.met and walk.met[-1] == "jump":
            found["jump"].append(walk.client.get(url).content.decode())
    kept = StepAnswer.objects.filter(workout=walk.workout, position=2)
    found["kept"] = list(kept.values_list("answer", flat=True))
    return found | {"met": walk.met, "today": walk.client.get("/").content.decode()}


def edited():
    from coaching.catalogue.models import Routine
    from coaching.catalogue.publishing import actions, releases
    from coaching.people.models import User
    from tests.factories.content import current
    from tests.forms import untouched
    from tests.installations.look import client

    trainer = client(User.objects.get(is_staff=True))
    url = f"/admin/coaching/routine/{Routine.objects.get().pk}/change/"
    said = untouched(trainer.get(url).content.decode(), "routine_form")
    refused = trainer.post(url, said | {"blocks-1-times": 99})
    own = {"times": 25, "drill": "plank", "ground": "grass", "barefoot": "on", "hint": ""}
    saved = trainer.post(url, said | {f"blocks-1-{name}": own[name] for name in own})
    assert (refused.status_code, saved.status_code) == (200, 302)
    actions.publish()
    releases.forget()
    block = current().default_routine.blocks[1].model_dump()
    return {"refused": refused.content.decode(), "edited": {name: block[name] for name in own}}


if __name__ == "__main__":
    main()
