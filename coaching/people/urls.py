"""Where guests make a difference to allauth's pages; all its other addresses are its own."""

from allauth.account import views as allauth
from django.urls import path

from coaching.access import member, password_first
from coaching.people import views

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", views.signup, name="account_signup"),
    path("email/", member(password_first(allauth.email)), name="account_email"),
    path("password/change/", member(allauth.password_change), name="account_change_password"),
    path(
        "password/set/",
        member(password_first(allauth.password_set)),
        name="account_set_password",
    ),
]
