"""The log of decisions."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from coaching.access import person
from coaching.progression import log


@person
@require_safe
def decisions(request):
    """Everything that was decided, newest first, each with its reason and what it went by."""
    page = log.page(request.user, request.GET.get("page"))
    return render(request, "coaching/progression/decisions.html", {"page": page})
