"""Every address of the site, found in its URL table: one that is added is attacked without being
listed."""

import re
import uuid
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from tests.factories.content import current

# What a regular expression of allauth or the admin asks for. A key that nobody was given.
PLACE = re.compile(r"<(?:\w+:)?(?P<named>\w+)>|\(\?P<(?P<group>\w+)>.+?\)(?=[/$-])|\$$|\^")
NAMED = {
    "key": "set-password",
    "token": "made-up",
    "uidb36": "1",
    "url": "coaching/nowhere/",
    "app_label": "coaching",
}


@dataclass(frozen=True)
class Address:
    route: str
    path: str

    @property
    def is_of_a_workout(self):
        return self.route.startswith("workouts/<uuid:pk>/")

    @property
    def is_of_admin(self):
        return self.route.startswith("admin/")


def addresses(*, workout, rep, person):
    """All of them, with what belongs to that person wherever something of somebody is named."""
    return [
        Address(route, path)
        for route, pattern in _patterns(get_resolver().url_patterns)
        for path in _paths(route, pattern, workout, rep, person)
    ]


def _patterns(patterns, before=""):
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield route, pattern
        else:
            yield from _patterns(pattern.url_patterns, route)


def _paths(route, pattern, workout, rep, person):
    values = {"pk": workout.pk, "rep": rep.pk, "number": 1, "position": 1}
    values["secret"] = person.calendar_address.secret
    values["content_type_id"] = ContentType.objects.get_for_model(type(person)).pk
    if "object_id" in route:
        values["object_id"] = _row(route, person)
    for values["slug"] in _slugs(route):
        yield "/" + PLACE.sub(lambda found: str(_value(found, values)), route)


def _value(found, values):
    name = found["named"] or found["group"]
    return (NAMED | values)[name] if name else ""


def _slugs(route):
    """Something that there is for what the address shows, and something that there is not."""
    if "<slug:" not in route:
        return [""]
    catalogue = current()
    kind = {"drills": "drills", "topics": "topics"}.get(route.split("/")[1], "variations")
    return [getattr(catalogue, kind)[0].slug, "no-such-thing"]


def _row(route, person):
    """The row that an admin's page is asked for: that person's own, or the first there is."""
    found = re.match(r"admin/(\w+)/(\w+)/", route)
    if not found:
        return person.pk
    model = apps.get_model(found[1], found[2])
    row = person if isinstance(person, model) else model.objects.order_by("pk").first()
    return row.pk if row else uuid.uuid4()
