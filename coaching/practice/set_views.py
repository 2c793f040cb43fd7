"""A set, rep by rep. The page and the partial that htmx swaps come from the same screen."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coaching.access import person
from coaching.practice import actions, run, screens
from coaching.practice.forms import RaisedFloorForm, RepForm, review_formset
from coaching.practice.models import Rep, WorkoutSet
from coaching.practice.views import own_workout, place_url, refused

SET_PAGE = "coaching/practice/set.html"


@person
@require_GET
@never_cache
def workout_set(request, pk, number):
    """One set of a running workout, at the rep it has come to."""
    found = own_workout(request, pk)
    here = run.read(found)
    asked = here.set(number)
    if asked is None or not found.is_running or not here.has_reached(asked.position):
        return redirect(place_url(found))
    asked.workout = found
    return _set_page(request, asked, _reps(asked), here=here)


@person
@require_POST
@transaction.atomic
def reps(request, pk, number):
    """Keeps a rep and answers with the next prompt, in eight queries whatever came before; pain
    takes one more, which ends the workout."""
    asked = _locked(request.user, pk, number)
    screen = screens.SetScreen(asked, [])
    form = RepForm(request.POST, faults=screen.faults)
    if not form.is_valid():
        return _set_page(request, asked, _reps(asked), form=form, status=422)
    try:
        kept = actions.record_reps(workout_set=asked, known=screen.known, reps=[form.judged])
    except actions.Refused as refusal:
        return _refused_here(request, asked, refusal)
    return _answer(request, asked, kept)


@person
@require_http_methods(["GET", "POST"])
@never_cache
def set_review(request, pk, number):
    """A whole set judged at its end: what is not said to be off was perfect."""
    if request.method == "POST":
        return _keep_review(request, pk, number)
    asked = get_object_or_404(WorkoutSet.objects.of(request.user), workout=pk, number=number)
    here = run.read(asked.workout)
    if not asked.workout.is_running or asked.ended_at or not here.has_reached(asked.position):
        return redirect(place_url(asked.workout))
    screen = screens.SetScreen(asked, _reps(asked))
    rows = review_formset(initial=screen.review_rows(), faults=screen.faults)
    return _review_page(request, screen, rows)


@transaction.atomic
def _keep_review(request, pk, number):
    asked = _locked(request.user, pk, number)
    screen = screens.SetScreen(asked, _reps(asked))
    rows = review_formset(request.POST, faults=screen.faults)
    if not rows.is_valid():
        return _review_page(request, screen, rows, status=422)
    done = [row.judged for row in rows if row.cleaned_data["verdict"] != "skip"]
    try:
        actions.record_reps(workout_set=asked, known=screen.known, reps=done)
    except actions.Refused as refusal:
        return refused(request, asked.workout, refusal)
    if not asked.workout.is_running:
        return redirect("red_flags")
    return redirect("set", pk=pk, number=number)


@person
@require_POST
def rep_retraction(request, pk, rep):
    """Takes back a wrong tap."""
    own = Rep.objects.filter(workout_set__workout__person=request.user, workout_set__workout=pk)
    found = get_object_or_404(own.select_related("workout_set__workout"), pk=rep)
    asked = found.workout_set
    try:
        actions.take_back_rep(rep=found)
    except actions.Refused as refusal:
        return _refused_here(request, asked, refusal)
    return _answer(request, asked, _reps(asked))


@person
@require_POST
def set_completion(request, pk, number):
    """The person is done with this set: rest, or what comes after the last one."""
    asked = get_object_or_404(WorkoutSet.objects.of(request.user), workout=pk, number=number)
    try:
        actions.complete_set(workout_set=asked)
    except actions.Refused as refusal:
        return refused(request, asked.workout, refusal)
    return redirect(_after(asked))


@person
@require_POST
def set_floor(request, pk, number):
    """Stop higher: the floor that was found today is raised, never lowered unseen."""
    asked = get_object_or_404(WorkoutSet.objects.of(request.user), workout=pk, number=number)
    form = RaisedFloorForm(request.POST, today=asked.workout.floor)
    if not form.is_valid():
        return refused(request, asked.workout, form.errors["floor"][0], status=422)
    try:
        actions.set_floor(workout=asked.workout, floor=form.cleaned_data["floor"])
    except actions.Refused as refusal:
        return _refused_here(request, asked, refusal)
    return _answer(request, asked, _reps(asked), moved=True)


@person
@require_POST
def set_variation(request, pk, number):
    """Goes on with the next easier rung: in this set if it has no reps yet, or from the next."""
    asked = get_object_or_404(WorkoutSet.objects.of(request.user), workout=pk, number=number)
    screen = screens.SetScreen(asked, [])
    easier = screen.easier
    if easier is None:
        return refused(request, asked.workout, screens.NOTHING_EASIER)
    # Sent twice, the second one names what is no longer the next rung, and changes nothing.
    if request.POST.get("variation") == easier.slug:
        why = _("You chose one rung less: %(name)s.") % {"name": easier.name}
        try:
            actions.go_easier(workout_set=asked, variation=easier.slug, why=why)
        except actions.Refused as refusal:
            return refused(request, asked.workout, refusal)
    return redirect(_after(asked))


@person
@require_GET
@never_cache
def rest(request, pk, number):
    """Between two sets: how the last one went, and what to do better in the next."""
    found = own_workout(request, pk)
    here = run.read(found)
    asked, following = here.set(number), here.set(number + 1)
    if asked is None or following is None or not found.is_running or asked.ended_at is None:
        return redirect(place_url(found))
    asked.workout = following.workout = found
    screen = screens.SetScreen(asked, _reps(asked))
    page = {
        **screen.context(),
        "next": screens.SetScreen(following, []),
        "next_url": reverse("set", args=[pk, following.number]),
        "segments": screens.segments(here, position=asked.position, percent=screen.percent),
    }
    return render(request, "coaching/practice/rest.html", page)


def _locked(user, pk, number):
    own = WorkoutSet.objects.of(user).select_for_update(of=("self", "workout"))
    return get_object_or_404(own, workout=pk, number=number)


def _reps(asked):
    return asked.reps.kept().judged().get(asked.pk, [])


def _after(asked):
    """The rest before the next set of the same part, or wherever the workout goes on."""
    workout = asked.workout
    follows = workout.sets.filter(number=asked.number + 1, position=asked.position).exists()
    if follows and workout.is_running:
        return reverse("set_rest", args=[workout.pk, asked.number])
    return place_url(workout)


def _answer(request, asked, kept, *, moved=False):
    """After a rep: the next prompt swapped in by htmx, or a redirect to it without JavaScript."""
    if not asked.workout.is_running:
        return _go(request, reverse("red_flags"))
    if request.htmx:
        screen = screens.SetScreen(asked, kept, moved=moved)
        return render(request, f"{SET_PAGE}#answer", screen.context())
    return redirect("set", pk=asked.workout_id, number=asked.number)


def _refused_here(request, asked, refusal):
    """Says why nothing was changed: in the set itself for htmx, else on a page of its own."""
    if not request.htmx:
        return refused(request, asked.workout, refusal)
    screen = screens.SetScreen(asked, _reps(asked), refusal=str(refusal))
    return render(request, f"{SET_PAGE}#answer", screen.context(), status=409)


def _go(request, url):
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def _review_page(request, screen, rows, *, status=200):
    here = run.read(screen.workout)
    segments = screens.segments(here, position=screen.set.position, percent=screen.percent)
    page = {**screen.context(), "rows": rows, "segments": segments}
    if rows.is_bound and (out_of_date := rows.non_form_errors()):
        fresh = review_formset(initial=screen.review_rows(), faults=screen.faults)
        page |= {"rows": fresh, "out_of_date": out_of_date}
    return render(request, "coaching/practice/review.html", page, status=status)


def _set_page(request, asked, kept, *, form=None, here=None, status=200):
    screen = screens.SetScreen(asked, kept, form=form)
    if request.htmx:
        return render(request, f"{SET_PAGE}#answer", screen.context(), status=status)
    here = here or run.read(asked.workout)
    segments = screens.segments(here, position=asked.position, percent=screen.percent)
    return render(request, SET_PAGE, {**screen.context(), "segments": segments}, status=status)
