from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaching.access import anyone
from coaching.pain import rules
from coaching.practice.actions import WRONG_TAP, may_resume, may_take_back, stopped_by
from coaching.practice.models import Rep

# Workouts; more in two days are not done, and what was said late is of one of the last.
LOOK_BACK = 10


@anyone
@require_safe
@never_cache
def red_flags(request):
    """What needs a doctor now, soon, or not at all. Readable by everybody, at any time."""
    last = _last_hurt(request.user)
    resumes = last and may_resume(last)
    page = {
        "flags": request.catalogue.asking("red-flags"),
        "hurt": last,
        "said": last and last.said,
        "kept": last and Rep.objects.kept().filter(workout_set__workout=last).count(),
        "just_now": bool(last) and timezone.now() - _heard_at(last) < WRONG_TAP,
        "until": last and rules.rests_until([last.said], timezone.now()),
        "wrong_tap": resumes or (last and may_take_back(last)),
        "resumes": resumes,
        "stopped_by": last and stopped_by(last),
    }
    return render(request, "coaching/pain/red_flags.html", page)


def _heard_at(workout):
    return max(workout.finished_at, workout.hurt_at or workout.finished_at)


def _last_hurt(user):
    """The workout, with what it `said`, whose pain keeps the next one waiting for longest."""
    if not user.is_authenticated:
        return None
    recent = user.workouts.finished().telling().with_pain()[:LOOK_BACK]
    said = {rules.Said.of(workout): workout for workout in recent}
    because = rules.rests_because(said, timezone.now())
    if because is None:
        return None
    said[because].said = because
    return said[because]
