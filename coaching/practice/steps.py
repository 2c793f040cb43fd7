"""The blocks of a routine that are one screen each: what they show and ask."""

from django.urls import reverse

from coaching.catalogue.schema.marked import marked
from coaching.catalogue.schema.shapes import RefersTo
from coaching.practice import screens
from coaching.practice.forms import step_form
from coaching.practice.rules import highest_floor


def form(course, block, data=None, **options):
    """The form of a step, with what its block asks."""
    # Another tab may have said it in the meantime: what comes here is heard all the same.
    is_known = course.pain_before is not None and "pain" not in (data or ())
    asks = block.asks(pain_is_known=is_known)
    return step_form(asks)(data, highest_floor=highest_floor(course.top), **options)


def context(course, position, *, wrong=None):
    """What the screen of one step shows, with the form that was `wrong` or a fresh one."""
    block = course.block(position)
    said = course.answers.at(position)
    things = named_by(block, course.catalogue)
    movement = things.get("drill", course.variation)
    # Never a floor: one that nobody set is not what anybody's back did.
    initial = {"turn": len(said) + 1}
    return {
        "workout": course.workout,
        "catalogue": course.catalogue,
        # Not "block": inside {% block %} that name is Django's own.
        "step": block,
        "position": position,
        "segments": screens.segments(course, position=position),
        "figure": movement.figure,
        "tempo": movement.tempo,
        "variation": course.variation,
        **things,
        **block.shows(said, course.variation),
        "form": wrong or form(course, block, initial=initial),
        "turn": len(said) + 1,
        "turns": block.turns,
        "floor": course.drawn_floor,
        "drawn_floor": first_floor(course),
        "unset": course.drawn_floor is None,
        "highest_floor": highest_floor(course.top),
        "reasons": course.reasons,
        "urls": {
            "step": reverse("step", args=[course.workout.pk, position]),
            "pain": reverse("pain", args=[course.workout.pk]),
        },
        "answered": position != course.next_step.position and wrong is None,
        "previous_url": previous_url(course, position),
        "next_url": reverse("workout", args=[course.workout.pk]),
    }


def named_by(block, catalogue):
    """The things that a block names, by the field that names them: its drill, its topics."""
    things = {}
    for path, meant, slug in marked(block, RefersTo):
        thing = catalogue.by_slug[meant.kind][slug]
        if len(path) > 1:
            things.setdefault(path[0], []).append(thing)
        else:
            things[path[0]] = thing
    return things


def first_floor(course):
    """Where the leg is drawn before anybody has set it: at the floor that today was meant to have,
    or as high as a floor can be, from where it is lowered."""
    highest = highest_floor(course.top)
    return highest if course.drawn_floor is None else min(course.drawn_floor, highest)


def previous_url(course, position):
    before = [step for step in course.steps if step.position < position and not step.block.has_sets]
    return reverse("step", args=[course.workout.pk, before[-1].position]) if before else ""
