"""The planned days, as every calendar program reads them.

Whole days, with no hour and so with no time zone: nothing can move one to the day before. And not a
word about pain: where it keeps a day closed that day is not in it, and nothing says why.
"""

import re
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

from coaching.progression.plan import days_ahead

A_DAY = timedelta(days=1)
# How often a program is asked to look again; most look when they like.
LOOK_AGAIN_AFTER = timedelta(hours=6)
# What would end a line, or is no sign at all. All else is the library's to escape.
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def ical(*, person, plan, site):
    """The calendar as a file, in the language that is active. `site` is where the link leads."""
    calendar = Calendar.new(
        name=_line(_("Leg raises")), prodid="-//legraises//EN", method="PUBLISH", uid=_uid(person)
    )
    calendar.add("refresh-interval", LOOK_AGAIN_AFTER, {"VALUE": "DURATION"})
    for day in days_ahead(person, plan):
        calendar.add_component(_event(person, plan, day, site))
    if not calendar.subcomponents:
        # One of something has to be in a calendar (RFC 5545, 3.6), and a clock is nobody's date.
        calendar.add_component(Timezone.from_tzid("UTC"))
    return calendar.to_ical()


def _event(person, plan, day, site):
    # Only pain takes all sets away, so a day without them is not called by that.
    name = plan.variation.name if plan.sets else plan.routine.name
    about = {"minutes": plan.minutes, "address": site}
    said = _("About %(minutes)s minutes; what exactly, your coach says on the day: %(address)s")
    return Event.new(
        uid=_uid(person, day.isoformat()),
        stamp=timezone.now(),
        start=day,
        end=day + A_DAY,
        summary=_line(_("Leg raises: %(name)s") % {"name": name}),
        description=_line(said % about),
        url=site,
        transparency="TRANSPARENT",  # nobody is busy all day with it
    )


def _uid(person, *of):
    """The same each time, whatever the address is, and it names nobody."""
    return salted_hmac("coaching.exchange.feed", f"{person.pk} {of}").hexdigest()[:32]


def _line(text):
    return CONTROLS.sub(" ", text).strip()
