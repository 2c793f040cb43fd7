"""What neither Django nor its packages do: two headers, heads alone where no more was asked for,
and what no browser sends is refused."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseBadRequest


def permissions_policy(get_response):
    """Say which of a browser's abilities our pages may use, and no script may use others."""
    value = ", ".join(
        f"{ability}=({' '.join(origins)})"
        for ability, origins in settings.PERMISSIONS_POLICY.items()
    )

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", value)
        return response

    return middleware


def bare_heads(get_response):
    """Leave the body out of answers to HEAD: Django leaves that to the server, ours to Django."""

    def middleware(request):
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            length = response.headers.get("Content-Length", len(response.content))
            response.content = b""
            response.headers["Content-Length"] = length
        return response

    return middleware


def say_who_answers(get_response):
    """Mark every answer as ours. A network's own page, with 200 or with anything else, knows no
    such word, and the player takes it for no answer (static/js/player/unsent.js)."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Legraises", "here")
        return response

    return middleware


def refuse_nul(get_response):
    """Answer 400 to the character that PostgreSQL cannot compare with anything: nobody types it."""

    def middleware(request):
        if "\x00" in request.path or any("\x00" in value for value in request.COOKIES.values()):
            return HttpResponseBadRequest("This address or cookie has a NUL in it.")
        return get_response(request)

    return middleware


def refuse_charsets(get_response):
    """Answer 415 to a form that is not in UTF-8, as all of ours are: Python knows a hundred other
    charsets, and some of them decode nothing (“undefined”)."""

    def middleware(request):
        charset = request.content_params.get("charset", "utf-8")
        if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
            return HttpResponse("Forms are read in UTF-8.", status=415, content_type="text/plain")
        return get_response(request)

    return middleware
