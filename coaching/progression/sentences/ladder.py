"""What is said of where somebody stands on a ladder, and of the way up and down."""

from django.utils.translation import gettext as _

from coaching.practice.sentences import name_of
from coaching.progression.sentences.days import day_of


def _start_easiest(facts, catalogue):
    return _("We begin gently, and go up as soon as your reps say so.")


def _start_by_answer(facts, catalogue):
    """In the words of the answer itself. One that is gone leaves the gentle sentence."""
    for asked in catalogue.questionnaires:
        for question in asked.questions:
            for answer in question.answers:
                if (question.slug, answer.slug) == (facts["question"], facts["answer"]):
                    return answer.why
    return _start_easiest(facts, catalogue)


def _gate_passed(facts, catalogue):
    said = _("You did %(perfect)s slow perfect reps in one set. That opens the next rung.")
    return said % {"perfect": facts["perfect"]}


def _not_practised(facts, catalogue):
    return _("You did no reps on this rung last time, so it stays yours.")


def _not_published(facts, catalogue):
    return _("Your rung has been taken out. This is the nearest to it.")


def _stay(facts, catalogue):
    said = _(
        "%(perfect)s of %(done)s were perfect. %(needed)s perfect reps in one set, each lowered "
        "for three seconds or more, open the next rung."
    )
    return said % {name: facts[name] for name in ("perfect", "done", "needed")}


def _gate_open(facts, catalogue):
    said = _("You did %(best)s slow perfect reps in one set, and rested well: %(name)s is open.")
    return said % {"best": facts["best"], "name": name_of(catalogue, "variation", facts["heavier"])}


def _gate_waits(facts, catalogue):
    """The reps are there, or nearly; what else it takes."""
    name = name_of(catalogue, "variation", facts["heavier"])
    values = {**facts, "name": name, "day": day_of(facts["until"]) if facts["until"] else ""}
    passed = ""
    if facts["best"] >= facts["needed"]:
        passed = _("You did %(best)s slow perfect reps in one set.") + " "
    return f"{passed}{_WAITS.get(facts['for'], _waits_open)()}" % values


def _waits_open():
    return _("%(name)s opens when everything else is right, too.")


# What the next rung still waits for, by its name in rules/gate.py.
_WAITS = {
    "share": lambda: _(
        "Of all your reps %(share)s %% were perfect; with 80 %% of them %(name)s opens."
    ),
    "again": lambda: _(
        "The load jumps here: do that in %(times)s workouts, and %(name)s opens. This was "
        "%(passed)s."
    ),
    "pain": lambda: _("%(name)s waits until your back has been quiet for a while."),
    "fault": lambda: _("%(name)s waits until some workouts have gone well without that fault."),
    "range": lambda: _(
        "Your legs go %(way)s %% of the way; with %(range)s %% of it %(name)s opens."
    ),
    "next-day": lambda: _(
        "How your back feels the day after decides whether %(name)s opens: tell us then."
    ),
    "lighter": lambda: _("Your last workouts went less well, so %(name)s waits."),
    "away": lambda: _("Come back gently first, then %(name)s opens."),
    "time": lambda: _("%(name)s opens on %(day)s at the earliest: a back needs time to follow."),
    "declined": lambda: _("You said not yet to %(name)s, so we ask again in a few workouts."),
}


def _at_the_top(facts, catalogue):
    said = _("%(perfect)s of %(done)s were perfect. This is the highest rung: keep it clean.")
    return said % {name: facts[name] for name in ("perfect", "done")}


def _step_chosen(facts, catalogue):
    return _("You chose this step yourself.")


def _begun_anew(facts, catalogue):
    return _("You begin anew, no higher than where you stood before your break.")


def _sloppy_eases(facts, catalogue):
    said = _(
        "%(perfect)s of %(done)s were perfect in your last two workouts. Something lighter lets "
        "you do more of them well."
    )
    return said % {name: facts[name] for name in ("perfect", "done")}


def _sloppy_lightest(facts, catalogue):
    said = _(
        "%(perfect)s of %(done)s were perfect in your last two workouts. This is the gentlest "
        "there is, so it is %(sets)s sets of %(reps)s, each as clean as you can."
    )
    return said % {name: facts[name] for name in ("perfect", "done", "sets", "reps")}


def _tension_eases(facts, catalogue):
    said = _("Your back did not press down firmly in two workouts. %(name)s trains exactly that.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


def _unsteady_eases(facts, catalogue):
    said = _("Your first rep was not steady in two workouts, so you go on with: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


def _lighter_kept(facts, catalogue):
    said = _("You chose something lighter last time, so we stay with it: %(name)s.")
    return said % {"name": name_of(catalogue, "variation", facts["variation"])}


def _back_gently(facts, catalogue):
    said = _("You were away for %(days)s days. Strength stays, control comes back: %(sets)s sets.")
    return said % {name: facts[name] for name in ("days", "sets")}


def _back_lighter(facts, catalogue):
    said = _(
        "You were away for %(days)s days. Welcome back: something lighter, %(sets)s sets of "
        "%(reps)s, and your floor is found anew."
    )
    if facts["variation"] == facts["from"]:
        said = _(
            "You were away for %(days)s days. Welcome back: %(sets)s sets of %(reps)s, and your "
            "floor is found anew."
        )
    return said % {name: facts[name] for name in ("days", "sets", "reps")}


def _as_told(facts, catalogue):
    """A decision from before decisions kept their facts: what was said then."""
    return facts["said"]


SENTENCES = {
    "start-easiest": _start_easiest,
    "start-by-answer": _start_by_answer,
    "gate-passed": _gate_passed,
    "gate-open": _gate_open,
    "gate-waits": _gate_waits,
    "at-the-top": _at_the_top,
    "not-practised": _not_practised,
    "not-published": _not_published,
    "stay": _stay,
    "step-chosen": _step_chosen,
    "begun-anew": _begun_anew,
    "sloppy-eases": _sloppy_eases,
    "sloppy-lightest": _sloppy_lightest,
    "tension-eases": _tension_eases,
    "unsteady-eases": _unsteady_eases,
    "lighter-kept": _lighter_kept,
    "back-gently": _back_gently,
    "back-lighter": _back_lighter,
    "as-told": _as_told,
}
