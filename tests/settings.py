"""The settings of the tests: the real ones, made fast and deaf to the machine around them."""

import os

for name in (
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "DEBUG",
    "EMAIL_URL",
    "GUESTS_PER_HOUR",
    "HOST",
    "HTTPS",
    "TIME_ZONE",
):
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "only-for-tests-" * 4
# Playwright runs an event loop in the test's own thread, where Django would refuse to query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from legraises.settings import *  # noqa: E402, F403

if DATABASES["default"]["ENGINE"] == "legraises.sqlite":  # noqa: F405
    # As for Django's own backend, which pytest-django knows by its name.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Static files are gathered once a run (tests/conftest.py), as they are, because compressing takes
# seconds; and found as they are asked for, or each Client of a test would look at all of them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["css", "js", "md", "svg", "txt", "woff2"]
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = False
ACCOUNT_RATE_LIMITS = False
