"""From the tap on Perfect to the next prompt on the screen, in Chromium: below 60 ms."""

import os
import shutil
import statistics

from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from coaching.practice.rules import HIGHEST_REP
from tests.bench.setting import published
from tests.browser.fixtures import ARGS, Handler, sign_in
from tests.browser.sizes import PHONE
from tests.browser.workouts import at_set, first_set
from tests.chromium import NAMES
from tests.factories.people import UserFactory

REPS = 30
LIMIT_MS = 60
# From the tap until the frame after the one in which the new question stands has been painted.
TAP = """() => new Promise((resolve) => {
  const button = document.querySelector('#prompt [data-key="perfect"]');
  const asked = () => document.querySelector("#prompt h2").textContent;
  const before = asked();
  const started = performance.now();
  new MutationObserver((_changes, observer) => {
    if (asked() === before) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
  }).observe(document.querySelector("#prompt"), { childList: true, subtree: true });
  button.click();
})"""


def measure():
    published()
    person = UserFactory()
    workout_set = first_set(at_set(person))
    workout_set.target = HIGHEST_REP
    workout_set.save()
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = Handler
    server.start()
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=ARGS)
            context = browser.new_context(base_url=server.url, viewport=PHONE)
            sign_in(context, person)
            page = context.new_page()
            page.goto(f"/workouts/{workout_set.workout_id}/sets/{workout_set.number}/")
            took = []
            for _rep in range(REPS):
                took.append(page.evaluate(TAP))
                # A deliberate tap: a nervous second one right after the first is ignored.
                page.wait_for_timeout(600)
            browser.close()
    finally:
        server.stop()
    median = statistics.median(took)
    verdict = "below" if median < LIMIT_MS else "NOT below"
    return f"median {median:.0f} ms, slowest {max(took):.0f} ms: {verdict} {LIMIT_MS} ms"
