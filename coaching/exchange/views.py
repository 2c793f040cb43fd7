"""The planned days: as a page for the person, and as a file for their calendar."""

from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coaching.access import anyone, person
from coaching.exchange import actions, feed
from coaching.exchange.models import CalendarAddress
from coaching.people.middleware import ZONES
from coaching.progression import plan

# Two weeks of them, which is as far as anybody looks.
ON_THE_PAGE = 6


@person
@require_safe
@never_cache
def calendar(request):
    """The next planned days, and the address at which a calendar reads them."""
    planned = plan.for_person(request.catalogue, request.user)
    address = CalendarAddress.objects.filter(person=request.user).first()
    url = address and request.build_absolute_uri(reverse("calendar_feed", args=[address.secret]))
    page = {
        "plan": planned,
        "days": plan.days_ahead(request.user, planned)[:ON_THE_PAGE],
        "today": timezone.localdate(),
        "url": url,
        # What calendars on a computer and on a phone know as “subscribe to this”.
        "webcal": url and f"webcal:{url.partition(':')[2]}",
    }
    return render(request, "coaching/exchange/calendar.html", page)


@person
@require_POST
def calendar_renewal(request):
    """Another address for the calendar, or the first."""
    if CalendarAddress.objects.filter(person=request.user).exists():
        messages.success(request, _("Your calendar has a new address. The old one is gone."))
    actions.renew_address(person=request.user, time_zone=request.time_zone)
    return redirect("calendar")


@anyone
@require_safe
@never_cache
def calendar_feed(request, secret):
    """The planned days of whose secret this is. What asks is a program: it knows no session."""
    known = CalendarAddress.objects.filter(person__is_active=True).select_related("person")
    owner = get_object_or_404(known, secret=secret).person
    with as_for(owner):
        catalogue = request.edition.in_language(translation.get_language()).catalogue
        planned = plan.for_person(catalogue, owner)
        site = request.build_absolute_uri(reverse("home"))
        answer = HttpResponse(feed.ical(person=owner, plan=planned, site=site))
    answer["Content-Type"] = "text/calendar; charset=utf-8"
    # Or whoever downloads it would have the secret for a file's name.
    answer["Content-Disposition"] = 'inline; filename="legraises.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


@contextmanager
def as_for(owner):
    """The clock and the language of somebody who is not the one who asks. Where they have none of
    their own it is the site's clock, and what the one who asks prefers."""
    zone = ZoneInfo(owner.time_zone) if owner.time_zone in ZONES else None
    is_spoken = owner.language in dict(settings.LANGUAGES)
    language = owner.language if is_spoken else translation.get_language()
    with timezone.override(zone), translation.override(language):
        yield
