"""Trying an exercise from its page: the player without a workout. Nothing is judged or kept."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coaching.access import anyone

# Enough to feel the tempo, and few enough to be no set.
REPS = 5


@anyone
@require_safe
def variation(request, slug):
    """A few reps of one rung, paced."""
    return _page(request, "variation", slug, reps=REPS)


@anyone
@require_safe
def drill(request, slug):
    """A drill as often, or as long, as a workout asks for it."""
    return _page(request, "drill", slug)


def _page(request, kind, slug, *, reps=None):
    thing = request.catalogue.by_slug[kind].get(slug)
    if thing is None:
        raise Http404(f"No {kind} is called {slug}.")
    amount = getattr(thing, "amount", None)
    page = {
        "thing": thing,
        "reps": reps or amount.reps,
        "seconds": None if reps else amount.seconds,
        "exercise_url": reverse(kind, args=[slug]),
        "try_url": request.path,
    }
    return render(request, "coaching/practice/tryout.html", page)
