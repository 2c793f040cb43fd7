from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from coaching.access import anyone
from coaching.pain import rules
from coaching.practice.actions import WRONG_TAP, may_resume
from coaching.practice.models import Rep


@anyone
@require_GET
@never_cache
def red_flags(request):
    """What needs a doctor now, soon, or not at all. Readable by everybody, at any time."""
    last = _last_hurt(request.user)
    page = {
        "flags": request.catalogue.asking("red-flags"),
        "hurt": last,
        "said": last and last.said,
        "kept": last and Rep.objects.kept().filter(workout_set__workout=last).count(),
        "just_now": bool(last) and timezone.now() - last.finished_at < WRONG_TAP,
        "until": last and rules.rests_until([last.said], timezone.now()),
        "ended": last if last and may_resume(last) else None,
    }
    return render(request, "coaching/pain/red_flags.html", page)


def _last_hurt(user):
    """The last workout, with what it `said`, while too much pain keeps the next one waiting."""
    if not user.is_authenticated:
        return None
    last = user.workouts.finished().telling().with_pain().first()
    if last is None:
        return None
    last.said = rules.Said.of(last)
    return last if rules.rests_until([last.said], timezone.now()) else None
