"""One real Chromium for all browser tests, and the app served to it. Any complaint of a page (a
broken policy, an error in a script, a request to somebody else, a 500) fails its test."""

import os
import shutil
import threading
from contextlib import nullcontext

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import WSGIRequestHandler
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.sizes import PHONE
from tests.chromium import NAMES

# What Playwright switches off, which a list of our own replaces, and the pages that Chromium loads
# behind its address bar for each new window: they took longer than ours.
OFF = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "SpareRendererForSitePerProcess",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(OFF)}",
]
# A busy machine with two cores is slow, and not wrong.
PATIENCE = 15_000
# The console repeats every answer that is not a 2xx and every request that a test lets fail.
EXPECTED = ("Failed to load resource", "htmx: htmx:error: Failed to fetch")
WATCH = """
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`Policy: ${event.violatedDirective} stops ${event.blockedURI}`);
  });
"""


@pytest.fixture(scope="session")
def chromium():
    """Playwright cannot run twice in one thread, so this is the only one."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=found, args=ARGS)
        yield browser
        browser.close()


class Handler:
    """The app as a server runs it, with WhiteNoise for the static files. A database in memory is
    one connection for all threads, so there only one request at a time may use it."""

    complaints: list[str] = []  # of the test that is under way

    def __init__(self, _application):
        with override_settings(WHITENOISE_AUTOREFRESH=False):
            self.app = WSGIHandler()
        in_memory = connection.vendor == "sqlite" and connection.is_in_memory_db()
        self.turn = threading.Lock() if in_memory else nullcontext()

    def __call__(self, environ, start_response):
        def begin(status, *arguments):
            if status.startswith("5"):
                self.complaints.append(f"{status[:3]}: {environ['PATH_INFO']}")
            return start_response(status, *arguments)

        with self.turn:
            return self.app(environ, begin)


@pytest.fixture(scope="session")
def live_server(django_db_setup):
    # It writes head and body apart, and the system would hold the second back until the browser has
    # acknowledged the first: 40 ms a request, of which a page makes seventy.
    WSGIRequestHandler.disable_nagle_algorithm = True
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = Handler
    server.start()
    yield server
    server.stop()


class Visits:
    """Opens browsers of people who share nothing: `visit("/")` is a phone that was never here.

    Nothing on it moves by itself unless a test is about that (`reduced_motion="no-preference"`):
    without a graphics card a moving figure keeps a whole core busy."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.contexts = []
        self.complaints = Handler.complaints = []

    def __call__(self, path=None, *, user=None, viewport=PHONE, scripts=True, **options):
        context = self.browser.new_context(
            base_url=self.address,
            viewport=viewport,
            java_script_enabled=scripts,
            **{"reduced_motion": "reduce"} | options,
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        context.add_init_script(WATCH)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error.stack}"))
        context.on("request", self._on_request)
        if user:
            sign_in(context, user)
        page = context.new_page()
        if path is not None:
            page.goto(path)
        return page

    def _on_console(self, message):
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.complaints.append(f"console: {message.text}")

    def _on_request(self, request):
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.complaints.append(f"foreign request: {request.url}")

    def close(self):
        for context in self.contexts:
            context.close()


def sign_in(context, user):
    """As somebody who signed in earlier, without the way through the form."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "domain": "127.0.0.1", "path": "/"}]
    )


@pytest.fixture
def visit(chromium, live_server, transactional_db):
    visits = Visits(chromium, live_server.url)
    yield visits
    visits.close()
    assert not visits.complaints, visits.complaints
