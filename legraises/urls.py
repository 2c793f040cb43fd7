"""Addresses: the app's own at the root, accounts and the trainers' admin beside them."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from coaching.people import views as people
from legraises.health import health

# allauth asks for it, too, when one of its limits is reached.
handler429 = "coaching.people.limits.answer"
handler500 = "legraises.outage.failed"
urlpatterns = [
    path("health/", health, name="health"),
    path("accounts/", include("coaching.people.urls")),
    path("accounts/", include("allauth.account.urls")),
    # One sign-in page for everybody: allauth's counts failed attempts, the admin's own does not.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # And one for each of these: ours limit guesses, tell the person by mail, and write to the log.
    path(
        "admin/password_change/",
        RedirectView.as_view(pattern_name="account_change_password", query_string=True),
    ),
    path("admin/logout/", people.logout),
    path("admin/", admin.site.urls),
    path("", include("coaching.urls")),
]
