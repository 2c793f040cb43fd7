"""A set, rep by rep. The page and the partial that htmx swaps come from the same screen."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coaching.access import person
from coaching.practice import actions, rules
from coaching.practice.forms import DoneForm, RaisedFloorForm, RepForm, review_formset
from coaching.practice.models import Rep, WorkoutSet
from coaching.practice.refusals import Refused
from coaching.practice.screens import SetScreen, segments
from coaching.practice.views import go, next_url, own_course, own_workout, refused

SET_PAGE = "coaching/practice/set.html"


@person
@require_safe
@never_cache
def workout_set(request, pk, number):
    """One set of a running workout, at the rep it has come to."""
    workout = own_workout(request, pk)
    course = own_course(request, workout)
    this_set = course.set(number)
    if this_set is None or not workout.is_running or not course.has_reached_set(this_set):
        return go(request, next_url(request, workout))
    this_set.workout = workout
    return _set_page(request, _screen(request, this_set), course=course)


@person
@require_POST
def reps(request, pk, number):
    """Keeps a rep and answers with the next prompt, in nine queries whatever came before; pain
    takes one more, which ends the workout."""
    form = RepForm(request.POST)
    if not form.is_valid():
        return _set_page(request, _screen(request, _own_set(request, pk, number), form=form), 422)
    try:
        kept = actions.keep_reps(person=request.user, workout=pk, number=number, reps=[form.judged])
    except Refused as refusal:
        return _refused_here(request, _own_set(request, pk, number), refusal)
    return _answer(request, kept.workout_set, kept.reps)


@person
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def set_review(request, pk, number):
    """A whole set judged at its end: of what was done, what is not said to be off was perfect."""
    this_set = _own_set(request, pk, number)
    screen = _screen(request, this_set)
    if request.method == "POST":
        return _keep_review(request, screen)
    course = own_course(request, this_set.workout)
    is_open = this_set.workout.is_running and not this_set.ended_at
    if not is_open or not course.has_reached_set(this_set):
        return go(request, next_url(request, this_set.workout))
    rows = review_formset(initial=screen.review_rows(), faults=screen.faults)
    return _review_page(request, screen, rows, DoneForm(rows=rows))


def _keep_review(request, screen):
    rows = review_formset(request.POST, faults=screen.faults)
    done = DoneForm(request.POST, rows=rows, hurts=any(row.hurts for row in rows))
    if not (rows.is_valid() and done.is_valid()):
        return _review_page(request, screen, rows, done, status=422)
    try:
        kept = actions.keep_reps(
            person=request.user, workout=screen.workout.pk, number=screen.set.number, reps=done.reps
        )
    except Refused as refusal:
        return refused(request, screen.workout, refusal, status=refusal.status)
    if not kept.workout_set.workout.is_running:
        return go(request, reverse("red_flags"))
    return redirect("set", pk=screen.workout.pk, number=screen.set.number)


@person
@require_POST
def rep_retraction(request, pk, rep):
    """Takes back a wrong tap."""
    own = Rep.objects.filter(workout_set__workout__person=request.user, workout_set__workout=pk)
    rep = get_object_or_404(own.select_related("workout_set"), pk=rep)
    this_set = _own_set(request, pk, rep.workout_set.number)
    try:
        actions.take_back_rep(rep=rep)
    except Refused as refusal:
        return _refused_here(request, this_set, refusal)
    return _answer(request, this_set, _reps(this_set))


@person
@require_POST
def set_completion(request, pk, number):
    """The person is done with this set: rest, or what comes after the last one."""
    this_set = _own_set(request, pk, number)
    try:
        actions.complete_set(workout_set=this_set)
    except Refused as refusal:
        return refused(request, this_set.workout, refusal)
    return go(request, _after(request, this_set))


@person
@require_POST
def set_floor(request, pk, number):
    """Stop higher: the floor that was found today is raised, never lowered unseen."""
    this_set = _own_set(request, pk, number)
    highest = rules.highest_floor(_screen(request, this_set).figure.hip_top)
    form = RaisedFloorForm(request.POST, today=this_set.floor, highest=highest)
    if not form.is_valid():
        return refused(request, this_set.workout, form.errors["floor"][0], status=422)
    degrees = form.cleaned_data["floor"]
    try:
        actions.raise_floor(
            workout=this_set.workout, variation=this_set.variation_id, degrees=degrees
        )
    except Refused as refusal:
        return _refused_here(request, this_set, refusal)
    this_set.floor = degrees
    return _answer(request, this_set, _reps(this_set), moved=True)


@person
@require_POST
def set_variation(request, pk, number):
    """Goes on with something lighter: in this set if it has no reps yet, or from the next."""
    this_set = _own_set(request, pk, number)
    lighter = SetScreen(this_set, [], request.edition.of(this_set.workout.release_id)).lighter
    try:
        if lighter is None:
            raise Refused("nothing-lighter")
        # Sent twice, the second one names what is no longer the next one, and changes nothing.
        if request.POST.get("variation") == lighter.slug:
            decision = rules.lighter_chosen(lighter.slug)
            actions.go_lighter(workout_set=this_set, decision=decision)
    except Refused as refusal:
        return refused(request, this_set.workout, refusal)
    return go(request, _after(request, this_set))


@person
@require_safe
@never_cache
def rest(request, pk, number):
    """Between two sets: how the last one went, and what to do better in the next."""
    workout = own_workout(request, pk)
    course = own_course(request, workout)
    this_set, next_set = course.set(number), course.set(number + 1)
    if None in (this_set, next_set) or not workout.is_running or this_set.ended_at is None:
        return go(request, next_url(request, workout))
    this_set.workout = next_set.workout = workout
    screen = _screen(request, this_set)
    page = {
        **screen.context(),
        "next": SetScreen(next_set, [], course.catalogue),
        "next_url": reverse("set", args=[pk, next_set.number]),
        "segments": segments(course, position=this_set.position, percent=screen.percent),
        "reasons": course.reasons,
    }
    return render(request, "coaching/practice/rest.html", page)


def _own_set(request, pk, number):
    """A set of the person's own, with its workout and its floor, or 404."""
    return get_object_or_404(WorkoutSet.objects.of(request.user), workout=pk, number=number)


def _screen(request, this_set, **options):
    """The set as it stands, in the words of its own Release and the language of this request."""
    catalogue = request.edition.of(this_set.workout.release_id)
    return SetScreen(this_set, _reps(this_set), catalogue, **options)


def _reps(this_set):
    return this_set.reps.kept().judged().get(this_set.pk, [])


def _after(request, this_set):
    """The rest before the next set of the same block, or wherever the workout goes on."""
    workout = this_set.workout
    follows = workout.sets.filter(number=this_set.number + 1, position=this_set.position).exists()
    if follows and workout.is_running:
        return reverse("set_rest", args=[workout.pk, this_set.number])
    return next_url(request, workout)


def _answer(request, this_set, kept, *, moved=False):
    """After a rep: the next prompt swapped in by htmx, or a redirect to it without JavaScript."""
    if not this_set.workout.is_running:
        return go(request, reverse("red_flags"))
    if _in_place(request):
        catalogue = request.edition.of(this_set.workout.release_id)
        screen = SetScreen(this_set, kept, catalogue, moved=moved)
        return render(request, f"{SET_PAGE}#answer", screen.context())
    return redirect("set", pk=this_set.workout_id, number=this_set.number)


def _refused_here(request, this_set, refusal):
    """Says why nothing was changed: in the set itself for htmx and for what makes no sense, else on
    a page of its own."""
    if _in_place(request) or refusal.status == 422:
        screen = _screen(request, this_set, refusal=refusal)
        return _set_page(request, screen, refusal.status)
    return refused(request, this_set.workout, refusal)


def _in_place(request):
    """Whether the answer is swapped within the set; a whole part is asked for as a whole page."""
    return request.htmx and request.htmx.request_type != "full"


def _review_page(request, screen, rows, done, *, status=200):
    course = own_course(request, screen.workout)
    bar = segments(course, position=screen.set.position, percent=screen.percent)
    page = {**screen.context(), "rows": rows, "done": done, "segments": bar}
    if rows.is_bound and (out_of_date := rows.non_form_errors()):
        fresh = review_formset(initial=screen.review_rows(), faults=screen.faults)
        page |= {"rows": fresh, "done": DoneForm(rows=fresh), "out_of_date": out_of_date}
    return render(request, "coaching/practice/review.html", page, status=status)


def _set_page(request, screen, status=200, *, course=None):
    if _in_place(request):
        return render(request, f"{SET_PAGE}#answer", screen.context(), status=status)
    course = course or own_course(request, screen.workout)
    bar = segments(course, position=screen.set.position, percent=screen.percent)
    page = {**screen.context(), "segments": bar, "reasons": course.reasons}
    return render(request, SET_PAGE, page, status=status)
