"""The sentences behind what this room decides; practice/sentences.py says how they are made."""

from django.utils.translation import gettext as _

from coaching.practice.sentences import name_of


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


def _pain_eases(facts, catalogue):
    if facts["variation"] == facts["from"]:
        return _("Pain ended the last workout. This is the gentlest there is, so take it slowly.")
    return _("Pain ended the last workout, so we go on with something lighter.")


def _fault_eases(facts, catalogue):
    fault = name_of(catalogue, "fault", facts["fault"])
    if facts["variation"] == facts["from"]:
        said = _("“%(fault)s” ended a set last time. This is the gentlest there is, so it stays.")
    else:
        said = _(
            "“%(fault)s” ended a set last time, so we go on with something lighter until it stays "
            "away."
        )
    return said % {"fault": fault}


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


def _short_of_time(facts, catalogue):
    said = _("You had little time, so this was a short one: the warm-up, the checks and one set.")
    rest = _("The next one goes on from what you did.")
    return f"{said} {rest}"


def _as_told(facts, catalogue):
    """A decision from before decisions kept their facts: what was said then."""
    return facts["said"]


SENTENCES = {
    "start-easiest": _start_easiest,
    "start-by-answer": _start_by_answer,
    "pain-eases": _pain_eases,
    "fault-eases": _fault_eases,
    "gate-passed": _gate_passed,
    "not-practised": _not_practised,
    "not-published": _not_published,
    "stay": _stay,
    "short-of-time": _short_of_time,
    "as-told": _as_told,
}
