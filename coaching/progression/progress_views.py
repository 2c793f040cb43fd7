"""What became of the training: pictures, and the tables behind them."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaching.access import anyone
from coaching.progression import milestones
from coaching.progression.forms import RangeForm
from coaching.progression.progress import Progress
from coaching.progression.rules.ranges import DateRange
from coaching.progression.sentences import trends

NEWEST = 6


@anyone
@require_safe
@never_cache
def progress(request):
    """The pictures of a range of days, a year unless another was asked for. Strangers, and who has
    done nothing yet, read what it will show them."""
    first = request.user.is_authenticated and first_day(request.user)
    if not first:
        return render(request, "coaching/progression/progress_ahead.html")
    form = RangeForm(request.GET)
    seen = Progress(request.user, request.catalogue, form.range)
    reached = milestones.reached(request.user, request.catalogue)
    page = {
        "form": form,
        "links": quick_links(first),
        "seen": seen,
        "said": {
            "reps": trends.reps(*seen.totals),
            "floors": trends.floors(seen.trends, request.catalogue),
            "seconds": trends.seconds(seen.seconds),
            "pain": trends.pain(*seen.much_pain),
            "rungs": trends.rungs(seen.moves),
        },
        "newest": reached[:NEWEST],
        "older": reached[NEWEST:],
    }
    status = 200 if form.is_valid() else 422
    return render(request, "coaching/progression/progress.html", page, status=status)


def first_day(person):
    """Of the first workout that is over, or None."""
    finished = person.workouts.finished().order_by("started_at")
    at = finished.values_list("started_at", flat=True).first()
    return at and timezone.localdate(at)


def quick_links(first):
    """Three months, a year, and all since the first workout."""
    today = timezone.localdate()
    return {
        "months": DateRange.of_three_months(today),
        "year": DateRange.of_a_year(today),
        "all": DateRange(min(first, today), today),
    }
