"""Migrates the installation, loads the content twice, and tells as JSON:

told, again     what loading said, and what it said the second time
pages           {address: status} of every page that the member finds
faults          {slug: what the newest Release says of it}
first           the same of the first Release
drafts          {slug: what the draft says of it}
admin           the names of the fields on a trainer's page of a fault
"""

import io
import json
import re

import django


def main():
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    told, again = io.StringIO(), io.StringIO()
    call_command("load_content", stdout=told)
    call_command("load_content", stdout=again)
    print(json.dumps({"told": told.getvalue(), "again": again.getvalue(), **what_there_is()}))


def what_there_is():
    from coaching.catalogue.models import Release
    from coaching.catalogue.publishing import draft, releases
    from coaching.people.models import User
    from tests.installations.look import BEGIN, client, crawl

    newest, first = releases.newest_id(), Release.objects.earliest("pk").pk
    pages = crawl(client(User.objects.get(email="anna@example.org")), BEGIN)
    trainer = client(User.objects.get(is_staff=True))
    page = trainer.get("/admin/coaching/fault/rested/change/").content.decode()
    return {
        "pages": {address: status for address, (status, _heading) in pages.items()},
        "faults": by_slug(each.model_dump() for each in releases.catalogue(newest).faults),
        "first": by_slug(each.model_dump() for each in releases.catalogue(first).faults),
        "drafts": by_slug(draft.document("fault", row) for row in draft.rows("fault")),
        "admin": re.findall(r'name="(\w+)"', page),
    }


def by_slug(faults):
    return {fault["slug"]: fault for fault in faults}


if __name__ == "__main__":
    main()
