"""Who may call a view. Every view of ours says so with one of these; a test holds it."""

from functools import wraps

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _


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
        login = redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if request.htmx:
            # A redirect would be followed inside the swap; this moves the whole page.
            return HttpResponse(status=401, headers={"HX-Redirect": resolve_url(login.url)})
        return login

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
