"""Today, starting a workout, and what was made of it."""

import uuid

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
from coaching.practice import sentences
from coaching.practice.refusals import Refused
from coaching.practice.views import after_step, next_url, refused
from coaching.progression import actions, plan, today
from coaching.progression.check_in_views import outcome_page
from coaching.progression.forms import StartForm, field_name
from coaching.progression.starting import StartPage


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
    page["form"] = StartForm(initial={"workout": uuid.uuid4()})
    return render(request, "coaching/progression/today.html", page)


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def start(request):
    """Starts a workout: at once for who has a rung, after a few questions for who has none."""
    user = request.user if request.user.is_authenticated else None
    asking = StartPage(request, user)
    if not asking.is_valid():
        return asking.response()
    said = asking.form.cleaned_data
    user = user or _guest_who_started(request, said["workout"])
    if asking.is_unasked(user):
        return redirect("start")
    if user is None and (seconds := limits.count(request, "guests")):
        return asking.response(wait=seconds)
    try:
        planned = asking.plan_for(user)
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
    return outcome_page(request, workout)


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
