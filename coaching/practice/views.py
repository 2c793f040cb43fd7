"""The guided player, part by part, and the history. Looking up is the permission check."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coaching.access import person
from coaching.practice import actions, run, steps
from coaching.practice.models import Workout

WORKOUTS_A_PAGE = 20


@person
@require_GET
def history(request):
    """All finished workouts, newest first; a page costs the same with ten as with ten thousand."""
    finished = request.user.workouts.finished()
    page = Paginator(finished.with_tally(), WORKOUTS_A_PAGE).get_page(request.GET.get("page"))
    running = request.user.workouts.running().first()
    return render(request, "coaching/practice/history.html", {"page": page, "running": running})


@person
@require_GET
@never_cache
def workout(request, pk):
    """Wherever this workout goes on: closing the tab loses nothing, and any device will do."""
    return redirect(place_url(own_workout(request, pk)))


@person
@require_http_methods(["GET", "POST"])
@never_cache
def step(request, pk, position):
    """One part of the routine: what to do, and what the person says about it."""
    found = own_workout(request, pk)
    here = run.read(found)
    block = here.block(position)
    if block is None or block.kind == "sets":
        return redirect(place_url(found))
    if request.method == "GET":
        if not found.is_running or not here.has_reached(position):
            return redirect(place_url(found))
        return render(request, steps.template(block), steps.context(here, position))
    form = steps.form(here, block, request.POST)
    if not form.is_valid():
        page = steps.context(here, position, wrong=form)
        return render(request, steps.template(block), page, status=422)
    try:
        adjustment = steps.keep(here, position, form.cleaned_data)
    except actions.Refused as refusal:
        return refused(request, found, refusal)
    if adjustment:
        messages.info(request, adjustment.why)
    found.refresh_from_db()
    return redirect(place_url(found, by_pain=found.ending == Workout.Ending.PAIN))


@person
@require_POST
def completion(request, pk):
    """Ends a workout early. What was done is kept; how it ended first stays."""
    found = get_object_or_404(request.user.workouts, pk=pk)
    actions.complete_workout(workout=found, ending=Workout.Ending.STOPPED)
    return redirect("summary", pk=pk)


@person
@require_POST
def pain(request, pk):
    """“Pain”: ends the workout at once and goes to what to look out for."""
    found = get_object_or_404(request.user.workouts, pk=pk)
    actions.complete_workout(workout=found, ending=Workout.Ending.PAIN)
    return redirect("red_flags")


@person
@require_POST
def resumption(request, pk):
    """“Pain” was a wrong tap."""
    found = get_object_or_404(request.user.workouts.select_related("person"), pk=pk)
    known = run.read(found).catalogue.by_slug["fault"]
    try:
        actions.resume_workout(workout=found, known=known)
    except actions.Refused as refusal:
        return refused(request, found, refusal)
    return redirect("workout", pk=pk)


def own_workout(request, pk):
    """The person's own workout, or 404. One that was left behind for hours ends here."""
    found = get_object_or_404(request.user.workouts, pk=pk)
    if request.method == "GET" and actions.end_if_left_behind(workout=found):
        messages.info(
            request, _("You left this workout hours ago, so it ended there. What you did is kept.")
        )
    return found


def place_url(found, *, by_pain=False):
    """Where a workout goes on: its next part, its next set, or what was done."""
    if by_pain:
        return reverse("red_flags")
    if not found.is_running:
        return reverse("summary", args=[found.pk])
    place = run.read(found).place
    if place.set_number is not None:
        return reverse("set", args=[found.pk, place.set_number])
    return reverse("step", args=[found.pk, place.position])


def refused(request, found, why, *, status=409):
    """Says in the page why nothing was changed, and leads back to where the workout stands."""
    back = place_url(found) if found else reverse("home")
    page = {"why": str(why), "workout": found, "back": back}
    return render(request, "409.html", page, status=status)
