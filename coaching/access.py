"""Who may call a view. Every view of ours says so with one of these; a test holds it."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url


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
