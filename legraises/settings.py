"""Every setting, in one file. What the machine decides is read from the environment, loudly:
docs/running.md lists the names, and a value that means nothing stops the start with a sentence."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from legraises import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(environment.text("DATA_DIR", str(BASE_DIR / "var"))).absolute()

DEBUG = environment.flag("DEBUG")
HTTPS = environment.flag("HTTPS")
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
HOST = environment.text("HOST", "127.0.0.1")
ALLOWED_HOSTS = environment.allowed_hosts("ALLOWED_HOSTS", HOST)
# Links in mails lead there where a request came by a name of the machine itself.
MAIN_HOST = next(iter(environment.words("ALLOWED_HOSTS")), "").removeprefix(".")
SECRET_KEY = environment.secret_key("SECRET_KEY", DATA_DIR / "secret_key")

# The app

INSTALLED_APPS = [
    "coaching",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "legraises.staticfiles.StaticFiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
    "template_partials",
]
MIDDLEWARE = [
    "legraises.middleware.bare_heads",
    "django.middleware.security.SecurityMiddleware",
    "legraises.middleware.refuse_nul",
    "legraises.middleware.refuse_charsets",
    # Before what is for pages alone: static files come compressed already, and a first visit brings
    # seventy of them, whose headers would weigh half as much as they do.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pads at random against BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "legraises.middleware.permissions_policy",
    "legraises.middleware.say_who_answers",
    "csp.middleware.CSPMiddleware",
    # Around all that asks the database.
    "legraises.outage.Outage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "coaching.people.middleware.LanguageMiddleware",
    "coaching.people.middleware.TimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "coaching.catalogue.publishing.middleware.CatalogueMiddleware",
    # Last, so that nothing is done before everything else has let the request through.
    "coaching.progression.middleware.GuestBeforeMiddleware",
]
ROOT_URLCONF = "legraises.urls"
WSGI_APPLICATION = "legraises.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        # When the apps are ready, template_partials replaces this by cached loaders of its own.
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "coaching.people.context.theme",
                "coaching.people.context.mail",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# What is kept

DATABASES = {"default": environment.database("DATABASE_URL", DATA_DIR / "db.sqlite3")}
# Only counters of tries are in it (coaching/people/limits.py). A table, so that all processes and
# machines see the same; over so many rows, those that have run out are deleted.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
# A guest is known by the session alone: it lasts a year, so that what they did is there tomorrow.
SESSION_COOKIE_AGE = 365 * 24 * 60 * 60

# People

AUTH_USER_MODEL = "coaching.User"
# A single one, so that signing in a guest needs no word about which. It extends Django's own.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "coaching.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = True
# Guests are signed in as themselves, and still need the pages that sign in and sign up.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# With a mail server an address is confirmed before it becomes an account, by us (docs/adr/0016), so
# that allauth need not. Without one nobody could answer a confirmation, so none is asked for.
SENDS_MAIL = bool(environment.text("EMAIL_URL"))
ACCOUNT_EMAIL_VERIFICATION = "optional" if SENDS_MAIL else "none"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
# An account has one address. Another takes its place when it is confirmed, and the old is told.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_FORMS = {
    "signup": "coaching.people.forms.SignupForm",
    "add_email": "coaching.people.forms.ChangeAddressForm",
}
# How often: by an "ip" (of IPv6 the first half, which is one customer's), a "user", or a "key" that
# the code names.
ACCOUNT_RATE_LIMITS = {
    # Counted by us, as follows (coaching/people/limits.py).
    "signup": None,
    "login": None,
    "login_failed": None,
    "tries_from_address": "30/m/ip,300/h/ip",
    "guesses_from_address": "5/5m/key,20/h/key",
    "guesses_from_anywhere": "100/h/key",
    "guesses_of_known_browser": "10/10m/key",
    "sign_ups": "20/m/ip,60/h/ip",
    "guests": f"{environment.number('GUESTS_PER_HOUR', 60, low=1, high=1_000_000)}/h/ip",
}

# Mail

globals().update(environment.mail("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("EMAIL_FROM", "legraises@localhost")

# Language and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
# One catalogue for the app's texts and the templates beside it.
LOCALE_PATHS = [BASE_DIR / "coaching" / "locale"]
USE_TZ = True
TIME_ZONE = environment.time_zone("TIME_ZONE", "UTC")

# Static files

STATIC_URL = "static/"
STATIC_ROOT = Path(environment.text("STATIC_ROOT", str(DATA_DIR / "static"))).absolute()
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("figtree", BASE_DIR / "node_modules" / "@fontsource-variable" / "figtree" / "files"),
    ("chart.js", BASE_DIR / "node_modules" / "chart.js" / "dist"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "legraises.staticfiles.Storage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Security

# default-src covers scripts, styles, fonts, pictures, sound, workers and connections alike.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = {
    "autoplay": ["self"],
    "screen-wake-lock": ["self"],
    "camera": [],
    "display-capture": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "coaching.access.out_of_date"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A monitor asks beside the proxy.
SECURE_REDIRECT_EXEMPT = ["^health/$"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS and environment.flag("HSTS_SUBDOMAINS")
# W005 and W021 ask to bind all subdomains to HTTPS for good. They may belong to somebody else,
# so the person who runs this says so with HSTS_SUBDOMAINS=1.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if BEHIND_PROXY:
    # Only with a proxy in front that always sets these itself: anybody else could write them, too.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

# The log: to stderr, with addresses and never with what somebody typed

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "legraises.logs.Formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Replaces Django's own handler, which would e-mail a failed request with all of its fields.
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "coaching": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # That somebody waits for a thread is no news on a machine with two cores.
        "waitress.queue": {"level": "ERROR"},
        # Who came in, who did not, and who changed whose rights (coaching/people/security.py).
        "legraises.security": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
