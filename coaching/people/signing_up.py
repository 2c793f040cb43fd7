"""Signing up. Where mail goes out, the address is confirmed first, and the page says the same
whether it has an account or not; where none does, who signs up is in at once (docs/adr/0016)."""

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import passthrough_next_redirect_url, perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from coaching.access import anyone
from coaching.people import actions, browsers, limits
from coaching.people.adapter import at_main_host
from coaching.people.forms import AddressForm, MemberAlready, NewPasswordForm
from coaching.people.models import User

SALT = "coaching.people.signing_up"
THREE_DAYS = 3 * 24 * 3600


@anyone
@never_cache
def signup(request):
    if request.method == "POST" and (seconds := limits.count(request, "sign_ups")):
        return limits.answer(request, seconds)
    if request.user.is_authenticated and not request.user.is_guest:
        return redirect("home")
    return _by_mail(request) if settings.SENDS_MAIL else _at_once(request)


def _at_once(request):
    """allauth's own page, but a form sent twice, or by two at once, has a clear answer."""
    try:
        response = allauth.signup(request)
    except MemberAlready:
        return redirect("home")
    except IntegrityError:
        messages.error(request, get_adapter().error_messages["email_taken"])
        return redirect("account_login")
    if request.method == "POST" and response.status_code == 302:
        browsers.remember(request, response, request.user.email)
    return response


def _by_mail(request):
    """Asks for an address alone. Until its link is followed nothing changes: a guest trains on."""
    form = AddressForm(request.POST or None)
    if form.is_valid():
        _send_link(request, form.cleaned_data["email"])
        return redirect("account_email_verification_sent")
    login = passthrough_next_redirect_url(request, reverse("account_login"), "next")
    return render(request, "account/signup.html", {"form": form, "login_url": login})


def _send_link(request, email):
    # As for other confirmations: who asks again at once has the first mail already.
    if not ratelimit.consume(request, action="confirm_email", key=email):
        return
    adapter = get_adapter(request)
    # Somebody else's change that waits to be confirmed keeps nobody from their own address.
    confirmed = EmailAddress.objects.filter(email=email, verified=True)
    if confirmed.exists() or User.objects.filter(email=email).exists():
        adapter.send_account_already_exists_mail(email)
        return
    guest = request.user.pk if request.user.is_authenticated else None
    token = signing.dumps({"email": email, "guest": guest}, salt=SALT)
    url = request.build_absolute_uri(reverse("account_signup_from_link", args=[token]))
    adapter.send_mail("account/email/sign_up", email, {"url": at_main_host(url)})


@anyone
@never_cache
def from_link(request, token):
    """Where the mail leads, on whatever device: chooses a password, and the account is there."""
    try:
        said = signing.loads(token, salt=SALT, max_age=THREE_DAYS)
    except signing.BadSignature:
        return render(request, "account/signup_from_link.html", status=404)
    email = said["email"]
    form = NewPasswordForm(request.POST or None, email=email)
    if not form.is_valid():
        return render(request, "account/signup_from_link.html", {"form": form, "email": email})
    try:
        person = actions.sign_up(
            email=email,
            password=form.cleaned_data["password1"],
            guest_id=said["guest"],
            time_zone=request.time_zone,
            language=request.language,
        )
    except IntegrityError:
        return render(request, "account/signup_from_link.html", status=404)
    response = perform_login(request, person, email_verification="none", signup=True)
    browsers.remember(request, response, email)
    return response
