"""Where somebody stands on a ladder, and the way up and down, explained."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.pain.rules import SOME
from coaching.progression.explaining.health import leaves_all
from coaching.progression.explaining.words import (
    AWAY,
    BEST,
    FROM,
    LAST_PERFECT,
    LIMITS,
    NEEDED,
    NEXT,
    PERFECT,
    STEP,
    Fact,
    Why,
    day,
    day_fact,
    fact,
    of_all,
    percent,
    step,
)
from coaching.progression.rules import down, easing, gate, holds
from coaching.progression.rules import facts as known

MOVED = (FROM, STEP)
# What is held back may have limits of something else besides.
EASED = (*MOVED, *LIMITS)
REACHED = fact(gettext_lazy("Slow perfect reps in one set"), "perfect")
SHARE = fact(gettext_lazy("Perfect in that workout"), "share", say=percent)
TIMES = fact(gettext_lazy("Workouts in which it was so"), "times")


def _question(catalogue, asked, said):
    """What somebody was asked at the start, and what they answered."""
    for questionnaire in catalogue.questionnaires:
        for question in questionnaire.questions:
            for answer in question.answers:
                if (question.slug, answer.slug) == (asked, said):
                    return f"{question.text} {answer.text}"
    return ""


def _start_easiest(facts, catalogue):
    return [_("Other answers could have begun on a higher step.")]


def _start_by_answer(facts, catalogue):
    return [_("Of all your answers the one that names the lightest step counts.")]


def _gate_passed(facts, catalogue):
    if "needed" not in facts:
        return [_not_yet()]
    return [*_shut(facts), _not_yet()]


def _shut(facts):
    """What would have kept the next rung shut."""
    fewer = _("With fewer than %(needed)s slow perfect reps in one set it would have stayed shut.")
    share = _("So it would with less than %(share)s %% of all reps perfect, or pain of %(some)s.")
    return [
        fewer % {"needed": facts["needed"]},
        share % {"share": gate.SHARE, "some": SOME},
    ]


def _not_yet():
    said = _("A “not yet” leaves you where you are, and we ask again after %(times)s workouts.")
    return said % {"times": known.NOT_YET_FOR}


def _gate_open(facts, catalogue):
    return _shut(facts)


def _stay(facts, catalogue):
    up = _(
        "With %(needed)s slow perfect reps in one set, and %(share)s %% of all reps perfect, the "
        "next rung would come within reach."
    )
    return [up % {"needed": facts["needed"], "share": gate.SHARE}, _sloppy_leads_down()]


def _sloppy_leads_down():
    said = _(
        "With fewer than %(half)s %% perfect in %(times)s workouts running, something lighter "
        "would come next."
    )
    return said % {"half": down.HALF, "times": down.RUNNING}


def _gate_waits(facts, catalogue):
    if facts["for"] == "pain":
        return [leaves_all()]
    say = _WAITS.get(facts["for"])
    values = {
        **facts,
        "name": step(catalogue, facts["heavier"]),
        "needs": gate.SHARE,
        "clean": holds.CLEAN_AFTER_FAULT,
        "away": easing.COMES_BACK,
        "again": known.NOT_YET_FOR,
        "day": day(facts["until"]) if facts["until"] else "",
    }
    return [say() % values] if say else []


# What would open the next rung, by what it waits for (rules/gate.py).
_WAITS = {
    "share": lambda: _("With %(needs)s %% of all reps perfect that set would have counted."),
    "again": lambda: _(
        "With such a set in %(times)s workouts instead of %(passed)s it would open."
    ),
    "fault": lambda: _("After %(clean)s workouts that go well without that fault it can open."),
    "range": lambda: _("With a floor that leaves %(range)s %% of the way it could open."),
    "next-day": lambda: _("Once you say how your back felt the day after, it can open."),
    "lighter": lambda: _("Once your workouts go well on this rung again, it can open."),
    "away": lambda: _("Fewer than %(away)s days away would not keep it shut."),
    "time": lambda: _("From %(day)s on it can open, if all else stays as it is."),
    "declined": lambda: _(
        "Without your “not yet” it would be on offer; after %(again)s workouts it is again."
    ),
}


def _at_the_top(facts, catalogue):
    return [_("No rung comes after this one."), _sloppy_leads_down()]


def _not_practised(facts, catalogue):
    return [_("Reps on this rung would have decided it.")]


def _not_published(facts, catalogue):
    return [_("Had your rung stayed in the content, you would have stayed on it.")]


def _step_chosen(facts, catalogue):
    if facts.get("from") in (None, facts["variation"]):
        return [_("Only your own choice, or your next workouts, would have changed it.")]
    said = _("Without your choice you would have gone on with: %(name)s.")
    return [said % {"name": step(catalogue, facts["from"])}]


def _begun_anew(facts, catalogue):
    fewer = _("After fewer than %(days)s days away nobody would have asked you anew.")
    lower = _("Answers that lead lower would have begun there.")
    return [fewer % {"days": easing.BEGINS_ANEW}, lower]


def _sloppy(facts, catalogue):
    said = _(
        "With at least %(half)s %% perfect in one of the last %(times)s workouts it would have "
        "stayed as it was."
    )
    return [said % {"half": down.HALF, "times": down.RUNNING}]


def _tension(facts, catalogue):
    said = _("With a back that pressed down firmly in one of the %(times)s it would have stayed.")
    return [said % {"times": facts["times"]}]


def _unsteady(facts, catalogue):
    said = _("With a steady first rep in one of the %(times)s it would have stayed.")
    return [said % {"times": facts["times"]}]


def _lighter_kept(facts, catalogue):
    said = _("Choosing %(name)s yourself brings it back.")
    return [said % {"name": step(catalogue, facts["from"])}]


def _back(facts, catalogue):
    gently, lighter = easing.COMES_BACK, easing.COMES_BACK_LIGHTER
    lines = [
        _("After fewer than %(days)s days away nothing would have changed.") % {"days": gently}
    ]
    if facts["days"] >= lighter:
        same = _("After fewer than %(days)s the step would have stayed the same.")
        return [*lines, same % {"days": lighter}]
    more = _("After %(days)s days or more it would have been something lighter.")
    return [*lines, more % {"days": lighter}]


def _such_workouts(catalogue, passed, times):
    return of_all(catalogue, passed, times) if times > 1 else ""


WAITS_FOR = (
    fact(gettext_lazy("Workouts with such a set"), "passed", "times", say=_such_workouts),
    fact(gettext_lazy("Way that your floor leaves"), "way", say=percent),
    fact(gettext_lazy("Way that the next rung asks for"), "range", say=percent),
    day_fact(gettext_lazy("Not before"), "until"),
)
RULES = {
    "start-easiest": Why((STEP,), _start_easiest),
    "start-by-answer": Why(
        (Fact(gettext_lazy("You said"), ("question", "answer"), _question), STEP), _start_by_answer
    ),
    "gate-passed": Why((REACHED, NEEDED, SHARE, *MOVED), _gate_passed),
    "gate-open": Why((BEST, NEEDED, SHARE, NEXT, STEP), _gate_open),
    "gate-waits": Why(
        (BEST, NEEDED, SHARE, *WAITS_FOR, LAST_PERFECT, NEXT, STEP),
        _gate_waits,
        leaves_out=("for",),
    ),
    "at-the-top": Why((PERFECT, STEP), _at_the_top),
    "not-practised": Why((STEP,), _not_practised),
    "not-published": Why((STEP,), _not_published),
    "stay": Why((BEST, NEEDED, PERFECT, NEXT, STEP), _stay),
    "step-chosen": Why(MOVED, _step_chosen, leaves_out=("up",)),
    "begun-anew": Why((STEP,), _begun_anew),
    "sloppy-eases": Why((PERFECT, *EASED), _sloppy),
    "sloppy-lightest": Why((PERFECT, *EASED), _sloppy),
    "tension-eases": Why((TIMES, *EASED), _tension),
    "unsteady-eases": Why((TIMES, *EASED), _unsteady),
    "lighter-kept": Why(EASED, _lighter_kept),
    "back-gently": Why((AWAY, *EASED), _back),
    "back-lighter": Why((AWAY, *EASED), _back),
}
