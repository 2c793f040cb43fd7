"""The guided player, step by step, and the history. Looking up is the permission check."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from coaching.access import person
from coaching.practice import actions, sentences, steps
from coaching.practice.course import course_of
from coaching.practice.forms import WhenField, pain_reps
from coaching.practice.models import Workout, WorkoutSet
from coaching.practice.refusals import Refused

WORKOUTS_A_PAGE = 20
# The parts of a running workout: they are swapped in one document.
PARTS = {"step", "set", "set_review", "set_rest"}


@person
@require_safe
def history(request):
    """All finished workouts, newest first; a page costs the same with ten as with ten thousand."""
    finished = request.user.workouts.finished().with_tally().with_floor()
    page = Paginator(finished, WORKOUTS_A_PAGE).get_page(request.GET.get("page"))
    practised = WorkoutSet.objects.practised_in(list(page))
    for workout in page:
        workout.title = titled(workout, practised.get(workout.pk), request.catalogue)
    running = request.user.workouts.running().first()
    return render(request, "coaching/practice/history.html", {"page": page, "running": running})


def titled(workout, practised, catalogue):
    """What was `practised` in it (slugs), or without a rep was asked for: as it is called now, in
    the reader's language, or was called then."""
    asked = workout.prescription
    then = {asked["variation"]: asked["name"]}
    now = catalogue.by_slug["variation"]
    return ", ".join(
        now[slug].name if slug in now else then.get(slug, slug)
        for slug in practised or [asked["variation"]]
    )


@person
@require_safe
@never_cache
def workout(request, pk):
    """Wherever this workout goes on: closing the tab loses nothing, and any device will do."""
    return go(request, next_url(request, own_workout(request, pk)))


@person
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def step(request, pk, position):
    """One step of the routine: what to do, and what the person says about it."""
    workout = own_workout(request, pk)
    course = own_course(request, workout)
    block = course.block(position)
    if block is None or block.has_sets:
        return go(request, next_url(request, workout))
    if request.method == "GET":
        if not workout.is_running or not course.has_reached(position):
            return go(request, next_url(request, workout))
        return render(request, block.template, steps.context(course, position))
    form = steps.form(course, block, request.POST)
    if not form.is_valid():
        page = steps.context(course, position, wrong=form)
        return render(request, block.template, page, status=422)
    try:
        adjustment = actions.answer_step(
            workout=workout,
            position=position,
            turn=form.cleaned_data["turn"],
            said=form.said,
            happened_at=form.cleaned_data["happened_at"],
        )
    except Refused as refusal:
        return refused(request, workout, refusal)
    if adjustment:
        why = sentences.sentence(adjustment.decision, course.catalogue, sentences.SENTENCES)
        messages.info(request, why)
    return go(request, after_step(request, workout))


def after_step(request, workout):
    """Pain that ended it leads to what to look out for."""
    workout.refresh_from_db()
    if workout.ending == Workout.Ending.PAIN:
        return reverse("red_flags")
    return next_url(request, workout)


@person
@require_POST
def completion(request, pk):
    """Ends a workout early. What was done is kept; how it ended first stays."""
    workout = get_object_or_404(request.user.workouts, pk=pk)
    actions.complete_workout(workout=workout, ending=Workout.Ending.STOPPED)
    return redirect("summary", pk=pk)


@person
@require_POST
def pain(request, pk):
    """“Pain”: ends the workout at once and goes to what to look out for. Reps of a whole set that
    only the browser knew come with it."""
    workout = get_object_or_404(request.user.workouts.select_related("person"), pk=pk)
    faults = request.edition.of(workout.release_id).faults
    number, reps = pain_reps(request.POST, faults)
    happened_at = WhenField().clean(request.POST.get("happened_at"))
    actions.stop_for_pain(workout=workout, happened_at=happened_at, number=number, reps=reps)
    return go(request, reverse("red_flags"))


@person
@require_POST
def resumption(request, pk):
    """“Pain”, or a number before starting, was a wrong tap."""
    workout = get_object_or_404(request.user.workouts.select_related("person"), pk=pk)
    try:
        actions.take_back_pain(workout=workout)
    except Refused as refusal:
        return refused(request, workout, refusal)
    return redirect("workout", pk=pk)


def own_workout(request, pk):
    """The person's own workout, or 404. One that was left behind for hours ends here."""
    workout = get_object_or_404(request.user.workouts, pk=pk)
    if request.method == "GET" and actions.end_if_left_behind(workout=workout):
        messages.info(
            request, _("You left this workout hours ago, so it ended there. What you did is kept.")
        )
    return workout


def own_course(request, workout):
    """Where it stands, in the words of its own Release and the language of this request."""
    return course_of(workout, request.edition.of(workout.release_id))


def next_url(request, workout):
    """Where a workout goes on: its next step, its next set, or what was done."""
    if not workout.is_running:
        return reverse("summary", args=[workout.pk])
    next_step = own_course(request, workout).next_step
    if next_step.set_number is not None:
        return reverse("set", args=[workout.pk, next_step.set_number])
    return reverse("step", args=[workout.pk, next_step.position])


def go(request, url):
    """On to what comes next. Where that is no part of a workout, the window goes there: a swap
    would follow a redirect unseen, and use up what is said once on the page it leads to."""
    if request.htmx and resolve(url).url_name not in PARTS:
        return HttpResponseClientRedirect(url)
    return redirect(url)


def refused(request, workout, why, *, status=409):
    """Says in the page why nothing was changed, and leads back to where the workout stands."""
    back = next_url(request, workout) if workout else reverse("home")
    page = {"why": str(why), "workout": workout, "back": back}
    return render(request, "409.html", page, status=status)
