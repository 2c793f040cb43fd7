"""What people fill in."""

import re

from django.core import mail
from django.urls import reverse

PASSWORD = "a long and quiet password"


def sign_in(client, email, password=PASSWORD, **extra):
    said = {"login": email, "password": password}
    return client.post(reverse("account_login"), said, **extra)


def sign_up(client, email="anna@example.org", **said):
    said = {"email": email, "password1": PASSWORD, **said}
    return client.post(reverse("account_signup"), said, follow=True)


def mailed_link(number=-1):
    return re.search(r"(https?://[^/\s]+)(/\S+)", mail.outbox[number].body).groups()
