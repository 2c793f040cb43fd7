"""The exercise pages. They read the current Release, so they ask the database next to nothing."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from coaching.access import anyone
from coaching.catalogue.publishing import releases


@anyone
@require_GET
def ladder(request):
    """Every variation from the easiest to the hardest, with drills and what is good to know."""
    catalogue = releases.current()
    page = {
        "variations": catalogue.rungs,
        "drills": catalogue.drills,
        "topics": catalogue.topics,
        "current": _rung_of(request.user),
    }
    return render(request, "coaching/catalogue/ladder.html", page)


@anyone
@require_GET
def variation(request, slug):
    catalogue = releases.current()
    shown = _found(catalogue, "variation", slug)
    page = {
        "variation": shown,
        "easier": catalogue.easier(shown),
        "harder": catalogue.harder(shown),
        "faults": [catalogue.fault(name) for name in shown.faults],
        "muscles": [(catalogue.muscle(use.muscle), use.role) for use in shown.muscles],
        "roles": {catalogue.muscle(use.muscle).region: use.role for use in shown.muscles},
        "ladder": catalogue.rungs,
    }
    return render(request, "coaching/catalogue/variation.html", page)


@anyone
@require_GET
def drill(request, slug):
    shown = _found(releases.current(), "drill", slug)
    return render(request, "coaching/catalogue/drill.html", {"drill": shown})


@anyone
@require_GET
def topic(request, slug):
    shown = _found(releases.current(), "topic", slug)
    return render(request, "coaching/catalogue/topic.html", {"topic": shown})


@anyone
@require_GET
def figures(request):
    """Every movement in three poses on one sheet, to see at a glance what each picture shows."""
    catalogue = releases.current()
    page = {"movements": [*catalogue.rungs, *catalogue.drills]}
    return render(request, "coaching/catalogue/figures.html", page)


def _found(catalogue, kind, slug):
    try:
        return catalogue.by_slug[kind][slug]
    except KeyError as unknown:
        raise Http404(f"No {kind} is called {slug}.") from unknown


def _rung_of(user):
    if not user.is_authenticated:
        return None
    return user.placements.values_list("variation_id", flat=True).first()
