from allauth.account import views as allauth
from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from coaching.access import anyone, member, password_first
from coaching.people import actions, browsers

THEMES = ("light", "dark")
A_YEAR = 365 * 24 * 3600


@anyone
@require_POST
def theme(request):
    """Keeps light or dark in a cookie; anything else goes back to what the device prefers."""
    response = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("theme")
    if chosen in THEMES:
        response.set_cookie(
            "theme", chosen, max_age=A_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        response.delete_cookie("theme")
    return response


@anyone
@require_POST
def language(request):
    """Keeps the language of the pages: with the person, or in a cookie for who is none yet."""
    response = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("language")
    if chosen not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@anyone
def login(request):
    """allauth's own page. The browser is remembered, so that nobody who guesses elsewhere locks it
    out."""
    response = allauth.login(request)
    if request.method == "POST" and response.status_code == 302 and not _is_stranger(request):
        browsers.remember(request, response, request.user.email)
    return response


@anyone
def logout(request):
    """allauth's own page. A guest who leaves cannot be come back to."""
    guest = request.user if request.user.is_authenticated and request.user.is_guest else None
    response = allauth.logout(request)
    if request.method == "POST":
        if guest:
            actions.leave(guest=guest)
        browsers.forget_start(response)
    return response


@member
@password_first
def email(request):
    """allauth's own page. A new address takes the place of the old when it is confirmed, not when
    somebody says that it is the main one."""
    if "action_primary" in request.POST:
        return redirect("account_email")
    return allauth.email(request)


def _is_stranger(request):
    return not request.user.is_authenticated or request.user.is_guest


def _back(request):
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if safe else reverse("home")
