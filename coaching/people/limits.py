"""How often somebody may try: what is counted, and the answer when it was too often.

allauth counts, in the cache, which is a table that all processes share; the numbers are in the
settings. Each try to sign in counts for where it comes from. A wrong one counts for its account:
from this address, and from anywhere. So who guesses from one address is stopped there, and the
person still gets in from another. A browser that was signed in to the account before has a counter
of its own and none of these: nobody else can lock it out.
"""

import time
from math import ceil

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.db import transaction
from django.shortcuts import render

from coaching.people import browsers, security

APP = "allauth.account"


def count_guess(request, email):
    """Counts a try to sign in. What is returned is given back when the password was right."""
    known = browsers.known_as(request, email)
    if request.user.is_authenticated and request.user.email == email:
        known = f"account {request.user.pk}"  # who is asked for the password again
    if known:
        counted, left = _count(request, guesses_of_known_browser=f"{known} {email}")
    else:
        counted, left = _count(request, tries_from_address=None, **_guesses(request, email))
    if left:
        raise ImmediateHttpResponse(answer(request, seconds=left))
    # That somebody tried stays counted: each try costs a tenth of a second of a core.
    counted.usage = [each for each in counted.usage if ":guesses_" in each.cache_key]
    return counted


def count(request, action):
    """Counts one more from this address, where that is allowed; else returns the seconds until it
    is."""
    return _count(request, **{action: None})[1]


def forget_guesses(request, email):
    """Somebody has shown by mail that the account is theirs."""
    for action, key in _guesses(request, email).items():
        ratelimit.clear(request, app=APP, action=action, key=key)


def _guesses(request, email):
    here = ratelimit.get_ip(request)
    return {"guesses_from_address": f"{here} {email}", "guesses_from_anywhere": email}


def _count(request, **counters):
    """One more for each counter, or for none where one is full: who is locked out and tries on does
    not stay out for longer, and costs a look. Returns what was counted, and the seconds to wait."""

    def left():
        return max(_seconds_left(request, action, key) for action, key in counters.items())

    usage, seconds = ratelimit.RateLimitUsage(usage=[]), left()
    if not seconds:
        with transaction.atomic():
            for action, key in counters.items():
                if counted := ratelimit.consume(request, app=APP, action=action, key=key):
                    usage.usage += counted.usage
                else:  # somebody else was faster
                    seconds = left() or 1
                    break
    if seconds:
        security.note("locked", request, counter=",".join(counters))
    return usage, seconds


def _seconds_left(request, action, key):
    """Until one more is allowed; 0 where it is. Reads only, for a locked door must cost little."""
    now, left = time.time(), 0
    for rate in ratelimit.get_rates(app=APP, action=action):
        name = ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key)
        recent = [at for at in cache.get(name, []) if at > now - rate.duration]
        if len(recent) >= rate.amount:
            left = max(left, recent[-1] + rate.duration - now)
    return left


def answer(request, seconds=60):
    """The page of a 429. Also what allauth answers at its own limits, all of a minute."""
    page = {"minutes": ceil(seconds / 60)}
    response = render(request, "429.html", page, status=429)
    response["Retry-After"] = str(ceil(seconds))
    return response
