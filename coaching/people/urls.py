"""Where guests make a difference to allauth's pages; all its other addresses are its own."""

from allauth.account import views as allauth
from django.urls import path

from coaching.access import member, password_first
from coaching.people import signing_up, views

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", signing_up.signup, name="account_signup"),
    path("signup/<str:token>/", signing_up.from_link, name="account_signup_from_link"),
    path("email/", views.email, name="account_email"),
    path("password/change/", member(allauth.password_change), name="account_change_password"),
    path(
        "password/set/",
        member(password_first(allauth.password_set)),
        name="account_set_password",
    ),
]
