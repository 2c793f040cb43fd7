"""The parts of a routine that are one screen each: what they show, ask, and do with the answer."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.practice import actions, run, screens, walk
from coaching.practice.forms import STEP_FORMS, StepForm
from coaching.practice.models import CheckIn, Workout
from coaching.practice.rules import STOP_POINT


def template(block):
    return f"coaching/practice/{block.kind.replace('-', '_')}.html"


def form(here, block, data=None, **options):
    """The form of a part. A newcomer was asked about pain on the way in, and is not asked again."""
    asks = STEP_FORMS.get(block.kind, StepForm)
    if block.kind == "place" and here.pain_before is not None:
        asks = StepForm
    return asks(data, **options)


def context(here, position, *, wrong=None):
    """What the screen of one part shows, with the form that was `wrong` or a fresh one."""
    block = here.block(position)
    said = here.answers.at(position)
    drill = here.catalogue.drill(block.drill) if hasattr(block, "drill") else None
    movement = drill or here.variation
    return {
        "workout": here.workout,
        # Not "block": inside {% block %} that name is Django's own.
        "part": block,
        "position": position,
        "segments": screens.segments(here, position=position),
        "figure": movement.figure,
        "tempo": movement.tempo,
        "drill": drill,
        "variation": here.variation,
        "topics": [here.catalogue.topic(slug) for slug in getattr(block, "topics", ())],
        "form": wrong or form(here, block, initial=_initial(here, block, said)),
        "turn": len(said) + 1,
        "turns": getattr(block, "tries", None) or len(getattr(block, "angles", ())) or 1,
        "angle": _angle(block, said),
        "angle_lift": _lift(here.variation.figure, _angle(block, said)),
        "floor": here.workout.floor,
        "drawn_floor": _initial_floor(here),
        "fallback": _fallback(here, block),
        "was_stable": said[-1:] == [walk.STABLE],
        "urls": {
            "step": reverse("step", args=[here.workout.pk, position]),
            "pain": reverse("pain", args=[here.workout.pk]),
        },
        "answered": position != here.place.position and wrong is None,
        "previous_url": _previous_url(here, position),
        "next_url": reverse("workout", args=[here.workout.pk]),
    }


def _initial(here, block, said):
    initial = {"turn": len(said) + 1}
    if block.kind == "floor":
        initial["floor"] = _initial_floor(here)
    return initial


def _initial_floor(here):
    """Today's stop point, or the one of last time, or halfway up, in degrees."""
    known = [here.workout.floor, here.workout.prescription["floor"]]
    return next((floor for floor in known if floor is not None), STOP_POINT[1] // 2)


def _angle(block, said):
    """The angle this turn of the first rep goes up to, in degrees."""
    angles = getattr(block, "angles", ())
    return angles[min(len(said), len(angles) - 1)] if angles else None


def _lift(figure, angle):
    """How far between its bottom (0) and its top (1) a movement has reached `angle` degrees."""
    if angle is None:
        return None
    reached = (angle - figure.hip_bottom) / (figure.hip_top - figure.hip_bottom)
    return min(max(reached, 0), 1)


def _fallback(here, block):
    slug = getattr(block, "fallback", None)
    return here.catalogue.variation(slug) if slug else None


def _previous_url(here, position):
    before = [part for part in here.parts if part.position < position and part.block.kind != "sets"]
    return reverse("step", args=[here.workout.pk, before[-1].position]) if before else ""


def keep(here, position, said):
    """Keeps the answer to a part and does what follows from it. Raises actions.Refused.

    Returns the Adjustment where the answer changed what today asks for.
    """
    block = here.block(position)
    if not here.has_reached(position):
        raise actions.Refused(_("This part comes later. Go on where you are."))
    with transaction.atomic():
        new = actions.answer_step(
            workout=here.workout,
            position=position,
            turn=said["turn"],
            answer=said["answer"],
            happened_at=said["happened_at"],
        )
        if new and (follow_up := FOLLOW_UP.get(block.kind)):
            # Read anew under the lock: another tab may have answered in the meantime.
            return follow_up(run.read(here.workout), block, position, said)
    return None


def _place(here, block, position, said):
    if "pain" not in said:
        return None
    return actions.report_pain_before(
        workout=here.workout, pain=said["pain"], happened_at=said["happened_at"]
    )


def _tension(here, block, position, said):
    if not walk.fails_tension(block, here.answers.at(position)):
        return None
    fallback = here.catalogue.variation(block.fallback)
    why = _("Your back did not press down firmly today. That makes it a day for: %(name)s.")
    return actions.adjust(
        workout=here.workout,
        variation=fallback.slug,
        rule="tension-check",
        why=why % {"name": fallback.name},
    )


def _first_rep(here, block, position, said):
    if walk.is_done(block, here.answers.at(position)):
        angle = walk.highest_angle(block, here.answers.at(position))
        actions.set_highest_angle(workout=here.workout, angle=angle)


def _floor(here, block, position, said):
    actions.set_floor(workout=here.workout, floor=said["floor"])


def _wrap_up(here, block, position, said):
    when = said["happened_at"]
    actions.check_in(
        workout=here.workout, moment=CheckIn.Moment.AFTER, pain=said["pain"], happened_at=when
    )
    actions.complete_workout(workout=here.workout, ending=Workout.Ending.DONE)


FOLLOW_UP = {
    "place": _place,
    "tension": _tension,
    "first-rep": _first_rep,
    "floor": _floor,
    "wrap-up": _wrap_up,
}
