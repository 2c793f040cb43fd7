"""The exercise pages. They read the content of their request, so they ask the database nothing."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coaching.access import anyone


@anyone
@require_safe
def ladder(request):
    """Every ladder from its easiest to its hardest, with drills and what is good to know."""
    catalogue = request.catalogue
    page = {
        "ladders": [(each, catalogue.rungs(each.slug)) for each in catalogue.ladders],
        "drills": catalogue.drills,
        "topics": catalogue.topics,
        "routine": catalogue.default_routine,
        "current": _current(request.user, catalogue),
    }
    return render(request, "coaching/catalogue/ladder.html", page)


@anyone
@require_safe
def variation(request, slug):
    catalogue = request.catalogue
    variation = _thing(catalogue, "variation", slug)
    page = {
        "variation": variation,
        "easier": catalogue.below(variation),
        "harder": catalogue.above(variation),
        "faults": [catalogue.fault(name) for name in variation.faults],
        "muscles": [(catalogue.muscle(use.muscle), use.role) for use in variation.muscles],
        "rungs": catalogue.rungs(variation.ladder),
    }
    return render(request, "coaching/catalogue/variation.html", page)


@anyone
@require_safe
def drill(request, slug):
    drill = _thing(request.catalogue, "drill", slug)
    return render(request, "coaching/catalogue/drill.html", {"drill": drill})


@anyone
@require_safe
def topic(request, slug):
    topic = _thing(request.catalogue, "topic", slug)
    return render(request, "coaching/catalogue/topic.html", {"topic": topic})


@anyone
@require_safe
def figures(request):
    """Every movement in three poses on one sheet, to see at a glance what each picture shows."""
    page = {"movements": [*request.catalogue.variations, *request.catalogue.drills]}
    return render(request, "coaching/catalogue/figures.html", page)


def _thing(catalogue, kind, slug):
    try:
        return catalogue.by_slug[kind][slug]
    except KeyError as unknown:
        raise Http404(f"No {kind} is called {slug}.") from unknown


def _current(user, catalogue):
    """The slugs of the variations that a person stands on, one of each ladder."""
    if not user.is_authenticated:
        return ()
    newest = {}
    for ladder, variation in user.placements.values_list("ladder", "variation"):
        newest.setdefault(ladder, variation)
    return tuple(newest.values())
