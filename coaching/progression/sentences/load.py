"""What is said of floor, reps, tempo, and the fault that steers them."""

from django.utils.translation import gettext as _

from coaching.practice.sentences import name_of


def _floor_test(facts, catalogue):
    said = _("Your back stayed down to %(before)s°. Today we test %(floor)s°.")
    return said % {name: facts[name] for name in ("before", "floor")}


def _floor_back(facts, catalogue):
    said = _("%(tested)s° was too low last time, so your floor is %(floor)s° again for a while.")
    return said % {name: facts[name] for name in ("tested", "floor")}


def _floor_raised(facts, catalogue):
    said = _("“%(fault)s” keeps coming back, so your floor is %(floor)s° instead of %(before)s°.")
    fault = name_of(catalogue, "fault", facts["fault"])
    return said % {"fault": fault, "floor": facts["floor"], "before": facts["before"]}


def _reps_grow(facts, catalogue):
    said = _(
        "Nearly all of them were perfect in two workouts: %(reps)s reps a set, up from %(before)s."
    )
    return said % {name: facts[name] for name in ("reps", "before")}


def _reps_shrink(facts, catalogue):
    said = _(
        "%(perfect)s of %(done)s were perfect last time: %(reps)s reps a set, each of them clean."
    )
    return said % {name: facts[name] for name in ("perfect", "done", "reps")}


def _slower(facts, catalogue):
    said = _("“%(fault)s” keeps coming back: lower a second slower, and %(reps)s reps a set.")
    return said % {"fault": name_of(catalogue, "fault", facts["fault"]), "reps": facts["reps"]}


def _breath_steers(facts, catalogue):
    said = _("“%(fault)s” keeps coming back, so the breath is said aloud with every rep.")
    return f"{said % _named(facts, catalogue)} {_advice(facts, catalogue)}".strip()


def _advice_steers(facts, catalogue):
    said = _("“%(fault)s” keeps coming back.")
    return f"{said % _named(facts, catalogue)} {_advice(facts, catalogue)}".strip()


def _focus(facts, catalogue):
    said = _("Today’s focus is “%(fault)s”: it spoiled %(times)s reps lately.")
    return said % {**_named(facts, catalogue), "times": facts["times"]}


def _named(facts, catalogue):
    return {"fault": name_of(catalogue, "fault", facts["fault"])}


def _advice(facts, catalogue):
    fault = catalogue.by_slug["fault"].get(facts["fault"])
    return fault.advice if fault else ""


SENTENCES = {
    "floor-test": _floor_test,
    "floor-back": _floor_back,
    "floor-raised": _floor_raised,
    "reps-grow": _reps_grow,
    "reps-shrink": _reps_shrink,
    "slower": _slower,
    "breath-steers": _breath_steers,
    "advice-steers": _advice_steers,
    "focus": _focus,
}
