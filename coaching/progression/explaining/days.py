"""Rest, easy weeks and little time, explained."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.progression.explaining.words import SETS, UNTIL, Why, day_fact, fact, percent
from coaching.progression.rules import easing, rest

TRAINED = day_fact(gettext_lazy("Trained last"), "on")
RESTS = day_fact(gettext_lazy("Rest until"), "until")
COUNT = fact(gettext_lazy("Workouts in seven days"), "count")


def _rested(facts, catalogue):
    lines = [_("With a full day of rest between, it would be a day for training.")]
    if "count" in facts:
        fewer = _(
            "With no more than %(most)s workouts in the last seven days it would be one, too."
        )
        lines = [fewer % {"most": rest.MOST_IN_SEVEN - 1}]
    return [*lines, _("You may train all the same. It is kept, and moves nothing up.")]


def _extra(facts, catalogue):
    if "count" in facts:
        said = _("As one of %(most)s in seven days it would have counted.")
        return [said % {"most": rest.MOST_IN_SEVEN}]
    return [_("With a full day of rest between, it would have counted.")]


def _easy_week(facts, catalogue):
    if "until" in facts:
        return [_("Without your yes the weeks would have gone on as they were.")]
    said = {
        "share": _("A fall of fewer than %(points)s points would have asked for nothing easier."),
        "next-day": _("Fewer than %(times)s such days would have asked for nothing easier."),
        "weeks": _(
            "A week with fewer than %(few)s workouts is an easy one, and the count begins anew."
        ),
    }
    limits = {"points": easing.FELL_BY, "times": easing.SORE_TIMES, "few": easing.A_WEEK}
    offered = _("It is an offer: with a “not yet” the weeks go on as they are.")
    return [said[facts["because"]] % limits, offered]


def _short_of_time(facts, catalogue):
    return [_("With more time it would have had %(planned)s sets.") % {"planned": facts["planned"]}]


RULES = {
    "rest-day": Why((TRAINED, RESTS), _rested),
    "rest-week": Why((TRAINED, RESTS, COUNT), _rested),
    "extra": Why((TRAINED, RESTS, COUNT), _extra),
    "easy-week": Why(
        (
            UNTIL,
            fact(gettext_lazy("Perfect reps before"), "before", say=percent),
            fact(gettext_lazy("Perfect reps lately"), "share", say=percent),
            fact(gettext_lazy("Days after that were no better"), "times"),
            fact(gettext_lazy("Weeks in a row"), "weeks"),
        ),
        _easy_week,
        leaves_out=("because",),
    ),
    "short-of-time": Why(
        (
            fact(gettext_lazy("Sets that were planned"), "planned"),
            SETS,
            fact(gettext_lazy("Parts left out"), "left_out"),
        ),
        _short_of_time,
    ),
}
