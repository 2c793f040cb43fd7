"""Today, starting a workout, and what was made of it."""

import uuid

from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from coaching.catalogue import releases
from coaching.people.access import anyone, person
from coaching.practice import actions as practice
from coaching.practice.views import place_url, refused
from coaching.progression import actions, outcome, plan, today
from coaching.progression.forms import NewcomerForm, StartForm


@anyone
@require_GET
@never_cache
def home(request):
    """What this is, for strangers; today, for everybody who has been here before."""
    catalogue = releases.current()
    if not request.user.is_authenticated:
        newcomer = plan.for_newcomer(catalogue, {})
        page = {"hero": today.hero(catalogue), "ladder": catalogue.rungs, "plan": newcomer}
        return render(request, "coaching/people/home.html", page)
    page = today.page(catalogue, request.user)
    page["guest_workouts"] = today.left_by_guest(request.session.get("guest_before"))
    return render(request, "coaching/progression/today.html", page)


@anyone
@require_http_methods(["GET", "POST"])
@never_cache
def start(request):
    """Starts a workout: at once for who has a rung, after three questions for who has none."""
    user = request.user if request.user.is_authenticated else None
    catalogue = releases.current()
    planned = plan.for_person(catalogue, user) if user else None
    form = _start_form(request, catalogue, newcomer=planned is None)
    if not form.is_valid():
        running = user and user.workouts.running().first()
        page = {"form": form, "plan": planned, "running": running}
        status = 422 if form.is_bound else 200
        return render(request, "coaching/progression/start.html", page, status=status)
    said = form.cleaned_data
    if planned is None:
        planned = plan.for_newcomer(catalogue, form.answers)
        if said["pain"] >= planned.routine.pain.stop_from:
            return redirect("red_flags")
    try:
        workout = actions.start(
            person=user,
            workout_id=said["workout"],
            plan=planned,
            release=releases.current_id(),
            pain=said.get("pain"),
            time_zone=request.time_zone,
        )
    except practice.Refused as refusal:
        return refused(request, user and user.workouts.running().first(), refusal)
    if user is None:
        login(request, workout.person)
    return redirect(place_url(workout))


def _start_form(request, catalogue, *, newcomer):
    data = request.POST if request.method == "POST" else None
    initial = {"workout": uuid.uuid4()}
    if newcomer:
        return NewcomerForm(data, initial=initial, questions=catalogue.questions)
    return StartForm(data, initial=initial)


@person
@require_GET
@never_cache
def summary(request, pk):
    """What a workout came to: by set, by fault, the floor, and what changes next time."""
    found = get_object_or_404(request.user.workouts, pk=pk)
    if found.is_running:
        return redirect(place_url(found))
    return render(request, "coaching/progression/summary.html", outcome.page(found))
