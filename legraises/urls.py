"""Addresses: the app's own at the root, accounts and the trainers' admin beside them."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from legraises.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("accounts/", include("coaching.people.urls")),
    path("accounts/", include("allauth.account.urls")),
    # One sign-in page for everybody: allauth's counts failed attempts, the admin's own does not.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", admin.site.urls),
    path("", include("coaching.urls")),
]

handler500 = "legraises.outage.failed"
