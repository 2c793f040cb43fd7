"""Today, starting a workout, and what was made of it."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coaching.access import anyone, person
from coaching.catalogue.publishing import releases
from coaching.people.models import User
from coaching.practice import actions as practice
from coaching.practice.forms import CheckInForm
from coaching.practice.views import place_url, refused
from coaching.progression import actions, outcome, plan, today
from coaching.progression.forms import NewcomerForm, StartForm

# The cookie that names the start a stranger's browser was given.
START = "start"


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
    guest = today.left_by_guest(request.session.get("guest_before"))
    page["guest_workouts"] = guest.workouts.count() if guest else 0
    return render(request, "coaching/progression/today.html", page)


@anyone
@require_http_methods(["GET", "POST"])
@never_cache
def start(request):
    """Starts a workout: at once for who has a rung, after three questions for who has none."""
    user = request.user if request.user.is_authenticated else None
    release = releases.current_id()
    catalogue = releases.edition(release)
    planned = plan.for_person(catalogue, user) if user else None
    form = _start_form(request, catalogue, newcomer=planned is None)
    if not form.is_valid():
        return _start_page(request, form, planned)
    said = form.cleaned_data
    user = user or _guest_who_started(request, said["workout"])
    if planned is None:
        planned = plan.for_newcomer(catalogue, form.answers)
        if said["pain"] >= planned.routine.pain.stop_from:
            return redirect("red_flags")
    try:
        workout = actions.start(
            person=user,
            workout_id=said["workout"],
            plan=planned,
            release=release,
            pain=said.get("pain"),
            time_zone=request.time_zone,
        )
    except practice.Refused as refusal:
        return refused(request, user and user.workouts.running().first(), refusal)
    if not request.user.is_authenticated:
        login(request, workout.person)
    for adjustment in workout.adjustments.all():
        messages.info(request, adjustment.why)
    # A guest is known by the session alone: a year counts from the last workout, not the first.
    request.session.set_expiry(settings.SESSION_COOKIE_AGE)
    return redirect(place_url(workout))


def _start_form(request, catalogue, *, newcomer):
    data = request.POST if request.method == "POST" else None
    initial = {"workout": uuid.uuid4()}
    if newcomer:
        return NewcomerForm(data, initial=initial, questions=catalogue.questions)
    return StartForm(data, initial=initial)


def _start_page(request, form, planned):
    running = None
    if request.user.is_authenticated:
        running = request.user.workouts.running().first()
    page = {"form": form, "plan": planned, "running": running}
    status = 422 if form.is_bound else 200
    response = render(request, "coaching/progression/start.html", page, status=status)
    if not request.user.is_authenticated and not form.is_bound:
        # Remembers which start this browser was given, in case it is tapped twice.
        name = str(form["workout"].value())
        response.set_signed_cookie(START, name, max_age=3600, httponly=True, samesite="Lax")
    return response


def _guest_who_started(request, workout_id):
    """The guest this very browser has just become, where the answer to its first tap was lost."""
    if request.get_signed_cookie(START, default="") != str(workout_id):
        return None
    return User.objects.filter(email=None, workouts=workout_id).first()


@person
@require_GET
@never_cache
def summary(request, pk):
    """What a workout came to: by set, by fault, the floor, and what changes next time."""
    found = get_object_or_404(request.user.workouts, pk=pk)
    if found.is_running:
        return redirect(place_url(found))
    return render(request, "coaching/progression/summary.html", outcome.page(found))


@person
@require_POST
def check_in(request, pk):
    """Pain after a workout that ended before it got to asking."""
    found = get_object_or_404(request.user.workouts.finished(), pk=pk)
    form = CheckInForm(request.POST)
    if not form.is_valid():
        page = outcome.page(found, wrong=form)
        return render(request, "coaching/progression/summary.html", page, status=422)
    practice.check_in(workout=found, moment="after", **form.cleaned_data)
    return redirect("summary", pk=pk)


@person
@require_POST
def adoption(request):
    """Takes what was done as a guest before signing in into the account; or leaves it behind."""
    guest = today.left_by_guest(request.session.pop("guest_before", None))
    if guest and request.POST.get("answer") == "yes":
        actions.adopt(guest=guest, person=request.user)
        messages.success(request, _("What you did as a guest is yours now."))
    return redirect("home")
