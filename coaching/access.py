"""Who may call a view. Every view of ours says so with one of these; a test holds it. And what is
said to a form that came from a page of before."""

from functools import wraps

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache


def anyone(view):
    """Strangers too."""
    view.access = "anyone"
    return view


def person(view):
    """A guest or a member. A stranger is asked to sign in, and brought back afterwards."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.htmx:
            # The page keeps what was said, and asks to sign in: static/js/player/unsent.js.
            return HttpResponse(status=401)
        return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")

    checked.access = "person"
    return checked


def member(view):
    """Somebody with an email address. A guest is asked to sign up first."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.user.is_authenticated and request.user.is_guest:
            return redirect("account_signup")
        return view(request, *args, **kwargs)

    checked = person(checked)
    checked.access = "member"
    return checked


@anyone
@never_cache
def out_of_date(request, reason=""):
    """A form whose token is of before: somebody has signed in, or up, in another tab since its page
    was opened. Nothing was changed, and what it says is sent again by a tap."""
    response = render(request, "403_csrf.html", {"fields": _said(request)}, status=403)
    response.headers["Legraises"] = "token"
    return response


def _said(request):
    """What the form says, as pairs, or nothing: where the browser does not swear that it was a form
    of ours, a tap must not send it; and a password or a file is not for writing into a page."""
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not ours or request.FILES or any("password" in name for name in request.POST):
        return []
    lists = request.POST.lists()
    said = [(name, value) for name, values in lists for value in values]
    return [(name, value) for name, value in said if name != "csrfmiddlewaretoken"]


def password_first(view):
    """Asks who is signed in for the password, unless they gave it minutes ago: for what changes
    accounts, so that a page left open, or a script in it, is not enough.

    Nothing that was posted is kept and done afterwards, as allauth would: then a script could leave
    something there until the person gives the password for something else.
    """

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not is_reauthentication_required(request, app="allauth.account"):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            messages.info(request, _("Nothing was changed yet. Your password first, then again."))
        return redirect_to_login(request.get_full_path(), resolve_url("account_reauthenticate"))

    return checked
