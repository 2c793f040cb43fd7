"""Today, starting a workout, and what was made of it."""

import uuid
from math import ceil

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coaching.access import anyone, person
from coaching.people import browsers, limits
from coaching.people.models import User
from coaching.practice import actions as practice
from coaching.practice import sentences
from coaching.practice.forms import CheckInForm
from coaching.practice.refusals import Refused
from coaching.practice.views import after_step, next_url, refused
from coaching.progression import actions, outcome, plan, today
from coaching.progression.forms import NewcomerForm, StartForm, field_name


@anyone
@require_safe
@never_cache
def home(request):
    """What this is, for strangers; today, for everybody who has been here before."""
    if not request.user.is_authenticated:
        newcomer = plan.for_newcomer(request.catalogue, {})
        rungs = request.catalogue.rungs(newcomer.routine.ladder)
        page = {"hero": today.hero(request.catalogue), "rungs": rungs, "plan": newcomer}
        page["first"] = first = next(iter(request.catalogue.asking("newcomer").questions), None)
        page["first_name"] = first and field_name(first)
        return render(request, "coaching/people/home.html", page)
    page = today.page(request.edition, request.user) | today.offer(request)
    page["form"] = _start_form(request, newcomer=False)
    return render(request, "coaching/progression/today.html", page)


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def start(request):
    """Starts a workout: at once for who has a rung, after a few questions for who has none."""
    user = request.user if request.user.is_authenticated else None
    planned = plan.for_person(request.catalogue, user) if user else None
    form = _start_form(request, newcomer=planned is None)
    if not form.is_valid():
        return _start_page(request, form, planned)
    said = form.cleaned_data
    user = user or _guest_who_started(request, said["workout"])
    if planned is None:
        planned = plan.for_newcomer(request.catalogue, form.answers, user)
    if request.POST.get("shorter") == "yes":
        planned = planned.shorter or planned
    if user is None and (seconds := limits.count(request, "guests")):
        return _start_page(request, form, None, wait=seconds)
    try:
        workout = actions.start(
            person=user,
            workout_id=said["workout"],
            plan=planned,
            release=request.edition.release_id,
            pain=said.get("pain"),
            time_zone=request.time_zone,
            language=request.language,
        )
    except Refused as refusal:
        return refused(request, user and user.workouts.running().first(), refusal)
    if not request.user.is_authenticated:
        login(request, workout.person)
    for adjustment in workout.adjustments.all():
        why = sentences.sentence(adjustment.decision, request.catalogue, sentences.SENTENCES)
        messages.info(request, why)
    # A guest is known by the session alone: a year counts from the last workout, not the first.
    request.session.set_expiry(settings.SESSION_COOKIE_AGE)
    return redirect(after_step(request, workout))


def _start_form(request, *, newcomer):
    data = request.POST if request.method == "POST" else None
    initial = {"workout": uuid.uuid4()}
    if newcomer:
        questions = request.catalogue.asking("newcomer").questions
        return NewcomerForm(data, initial=initial, questions=questions, told=request.GET)
    return StartForm(data, initial=initial)


def _start_page(request, form, planned, *, wait=0):
    """`wait`: the seconds until one more guest may begin, where that is why this page is back."""
    running = None
    if request.user.is_authenticated:
        running = request.user.workouts.running().first()
    questionnaire = request.catalogue.asking("newcomer")
    page = {"form": form, "plan": planned, "running": running, "questionnaire": questionnaire}
    page |= {"arrival": today.arrival(request.catalogue), "try_again_in": ceil(wait / 60)}
    status = 429 if wait else 422 if form.is_bound else 200
    response = render(request, "coaching/progression/start.html", page, status=status)
    if wait:
        response["Retry-After"] = str(ceil(wait))
    if not request.user.is_authenticated and not form.is_bound:
        # Remembers which start this browser was given, in case it is tapped twice.
        browsers.give_start(response, str(form["workout"].value()))
    return response


def _guest_who_started(request, workout_id):
    """The guest this very browser has just become, where the answer to its first tap was lost."""
    if browsers.start_given(request) != str(workout_id):
        return None
    return User.objects.filter(email=None, is_active=True, workouts=workout_id).first()


@person
@require_safe
@never_cache
def summary(request, pk):
    """What a workout came to: by set, by fault, the floor, and what changes next time."""
    workout = get_object_or_404(request.user.workouts.with_floor().with_pain(), pk=pk)
    if workout.is_running:
        return redirect(next_url(request, workout))
    return _summary_page(request, workout)


def _summary_page(request, workout, *, wrong=None):
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
        return _summary_page(request, workout, wrong=form)
    practice.check_in(workout=workout, moment="after", **form.cleaned_data)
    return redirect("summary", pk=pk)


@person
@require_POST
def adoption(request):
    """Takes what was done as a guest before signing in into the account; or leaves it behind."""
    guest = today.left_by_guest(request)
    yes = guest and request.POST.get("answer") == "yes"
    if yes and actions.adopt(guest=guest, person=request.user):
        messages.success(request, _("What you did as a guest is yours now."))
        if not guest.workouts.exists():
            del request.session["guest_before"]
    elif guest:
        # Not forgotten: a tab of theirs may be in the middle of a workout.
        request.session["guest_declined"] = True
    return redirect("home")
