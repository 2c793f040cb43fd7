from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from coaching.access import anyone
from coaching.practice.actions import WRONG_TAP, may_resume


@anyone
@require_GET
@never_cache
def red_flags(request):
    """What needs a doctor now, soon, or not at all. Readable by everybody, at any time."""
    flags = request.catalogue.asking("red-flags")
    page = {"flags": flags, "ended": _just_ended(request.user)}
    return render(request, "coaching/pain/red_flags.html", page)


def _just_ended(user):
    """The workout that "Pain" ended a moment ago, in case the tap was a mistake."""
    if not user.is_authenticated:
        return None
    since = timezone.now() - WRONG_TAP
    ended = user.workouts.filter(ending="pain", finished_at__gte=since).first()
    return ended if ended and may_resume(ended) else None
