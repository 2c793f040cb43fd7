"""What is seen in the pictures of /progress/, each in one sentence: facts, and no praise."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.pain.rules import SOME
from coaching.practice.sentences import name_of


def reps(perfect, done, workouts):
    if not done:
        return _("No rep was done in this time.")
    said = ngettext(
        "%(perfect)s of %(done)s reps were perfect, in %(workouts)s workout.",
        "%(perfect)s of %(done)s reps were perfect, in %(workouts)s workouts.",
        workouts,
    )
    return said % {"perfect": perfect, "done": done, "workouts": workouts}


def floors(trends, catalogue):
    """Only what is a change; else that there is none, or not enough to tell."""
    if not trends:
        return _("No floor was found in this time.")
    changed = [each for each in trends if each.has_changed]
    if changed:
        return " ".join(_changed(each, catalogue) for each in changed)
    if any(each.before is not None for each in trends):
        return _("No change is more than noise.")
    return _("Six workouts with a floor say whether it has changed; there are not so many yet.")


def _changed(each, catalogue):
    said = (
        _("Your floor on “%(name)s” has come down from %(before)s° to %(now)s°.")
        if each.now < each.before
        else _("Your floor on “%(name)s” has gone up from %(before)s° to %(now)s°.")
    )
    name = name_of(catalogue, "variation", each.variation)
    return said % {"name": name, "before": each.before, "now": each.now}


def seconds(rows):
    if not rows:
        return _("No perfect rep was paced in this time.")
    mean = sum(value for row in rows for value in row.values) / len(rows)
    said = _("Perfect reps were lowered for %(seconds)s seconds on average; three count as slow.")
    return said % {"seconds": round(mean, 1)}


def pain(some, asked):
    if not asked:
        return _("Pain was not asked about in this time.")
    if not some:
        return _("It never hurt at %(least)s or more.") % {"least": SOME}
    said = ngettext(
        "It hurt at %(least)s or more, or pain ended it, in %(some)s of %(asked)s workout.",
        "It hurt at %(least)s or more, or pain ended it, in %(some)s of %(asked)s workouts.",
        asked,
    )
    return said % {"least": SOME, "some": some, "asked": asked}


def rungs(moves):
    if not moves:
        return _("You stand on no rung of the ladder yet.")
    return _("At the end of this time you are on “%(name)s”.") % {"name": moves[-1].name}
