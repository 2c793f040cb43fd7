"""Pain after a workout, and the day after: what was not asked in time is asked here."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from coaching.access import person
from coaching.practice import actions
from coaching.practice.forms import CheckInForm
from coaching.practice.refusals import Refused
from coaching.practice.views import refused
from coaching.progression import next_day, outcome
from coaching.progression.forms import NextDayForm


def outcome_page(request, workout, *, wrong=None):
    catalogue = request.edition.of(workout.release_id)
    page = outcome.page(workout, catalogue, request.catalogue, wrong=wrong)
    status = 422 if wrong else 200
    return render(request, "coaching/progression/summary.html", page, status=status)


@person
@require_POST
def check_in(request, pk):
    """Pain after a workout that ended before it got to asking."""
    own = request.user.workouts.finished().with_floor().with_pain()
    workout = get_object_or_404(own, pk=pk)
    form = CheckInForm(request.POST)
    if not form.is_valid():
        return outcome_page(request, workout, wrong=form)
    actions.check_in(workout=workout, moment="after", **form.cleaned_data)
    return redirect("summary", pk=pk)


@person
@require_POST
def next_day_check_in(request, pk):
    """The day after, in one tap where it was nothing; else the number is asked for."""
    workout = get_object_or_404(request.user.workouts.finished(), pk=pk)
    form = NextDayForm(request.POST)
    if not form.is_valid():
        page = {"workout": workout, "form": form, "is_asking": "pain" not in request.POST}
        return render(request, "coaching/progression/next_day.html", page, status=422)
    try:
        next_day.check(workout)
    except Refused as refusal:
        return refused(request, None, refusal)
    actions.check_in(workout=workout, moment="next-day", **form.cleaned_data)
    return redirect("home")
