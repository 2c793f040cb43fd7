from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coaching.access import anyone
from coaching.people.forms import MemberAlready

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
def signup(request):
    """allauth's own page, but a form sent twice, or by two at once, has a clear answer."""
    if request.user.is_authenticated and not request.user.is_guest:
        return redirect("home")
    try:
        return allauth.signup(request)
    except MemberAlready:
        return redirect("home")
    except IntegrityError:
        messages.error(request, _("This email address has an account already. Sign in with it."))
        return redirect("account_login")


def _back(request):
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if safe else reverse("home")
