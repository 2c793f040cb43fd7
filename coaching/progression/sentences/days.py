"""How days are said, and what is said of rest, easy weeks and little time."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def day_of(iso):
    """A day as it is said, from the one that a decision keeps: Tuesday 3 March."""
    return date_format(date.fromisoformat(iso), "l j F")


def _rest_day(facts, catalogue):
    said = _("You trained on %(on)s. Your trunk recovers like any muscle: a full day between.")
    return said % {"on": day_of(facts["on"])}


def _rest_week(facts, catalogue):
    said = _("%(count)s workouts in seven days are enough: your trunk grows while it rests.")
    return said % {"count": facts["count"]}


def _extra(facts, catalogue):
    return _("A workout on a day of rest: it is kept, and moves nothing up.")


def _easy_week(facts, catalogue):
    if "until" in facts:
        said = _("An easy week until %(day)s: half the sets, and no test of your floor.")
        return said % {"day": day_of(facts["until"])}
    said = {
        "share": _("Your perfect reps fell from %(before)s to %(share)s %% in a few workouts."),
        "next-day": _("Your back was no better the day after, %(times)s times in ten days."),
        "weeks": _("You have trained for %(weeks)s weeks in a row."),
    }
    week = _("An easy week lets your back catch up: half the sets, then on as before.")
    return f"{said[facts['because']] % facts} {week}"


def _short_of_time(facts, catalogue):
    return _("You had little time, so this was a short one: the warm-up, the checks and one set.")


SENTENCES = {
    "rest-day": _rest_day,
    "rest-week": _rest_week,
    "extra": _extra,
    "easy-week": _easy_week,
    "short-of-time": _short_of_time,
}
