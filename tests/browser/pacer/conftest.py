"""Pages for the pacer's modules: a real Chromium, and the content policy of the app."""

import mimetypes
import threading
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGES = Path(__file__).parent
LOAD = """async (modules) => {
  for (const [file, names] of Object.entries(modules)) {
    const module = await import(`/js/player/${file}.js`);
    for (const name of names) window[name] = module[name];
  }
}"""
PURE = {
    "timing": ["createTimeline", "parseTempo", "repPhases", "countsIn"],
    "run": ["createRun"],
    "rushed": ["judgeDescent"],
    "wholeset": ["emptySet", "finishRep", "listReps", "markOff", "meantRep", "takeBack"],
    "naming": ["applyFrom", "applyTo", "nameTheRest", "removeFault", "makePerfect", "unnamed"],
    "spoken": ["spokenAt", "fill", "fitted", "readWords"],
    "clock": ["createClock"],
    "metronome": ["createMetronome"],
    "sound": ["createSound", "playTone"],
    "settings": ["createSettings"],
    "voice": ["createVoice", "chooseVoice"],
    "vibration": ["createVibration"],
    "wakelock": ["createWakeLock"],
    "keys": ["listenToKeys", "press", "findButton"],
    "mediasession": ["createMediaSession"],
    "fullscreen": ["bindFullscreen"],
    "uuid7": ["createNamer"],
}


class Handler(SimpleHTTPRequestHandler):
    """static/ and pacer.html, with the policy of the app."""

    def translate_path(self, path):
        name = path.split("?")[0].lstrip("/")
        return str((PAGES if name.endswith(".html") else ROOT / "static") / name)

    def guess_type(self, path):
        # As a server that knows scripts and no FLAC would.
        return (
            mimetypes.guess_type(path)[0]
            if str(path).endswith((".html", ".js"))
            else ("application/octet-stream")
        )

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'; object-src 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *args):
        """Quietly."""

    def handle(self):
        with suppress(ConnectionError):  # a page that was closed while it loaded
            super().handle()


@pytest.fixture(scope="package")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def open_page(chromium, site):
    """Opens pacer.html with the modules' functions as globals; a broken policy fails the test."""
    contexts, complaints = [], []

    def opener(*, script="", clock=False, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if "Policy" in message.text else None,
        )
        if clock:
            page.clock.install(time=0)
        page.add_init_script(script)
        page.goto(f"{site}/pacer.html")
        page.evaluate(LOAD, PURE)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="package")
def pure(chromium, site):
    """One page for all that only computes."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site}/pacer.html")
    page.evaluate(LOAD, PURE)
    yield page
    context.close()


SILENT = """
  for (const name of ["AudioContext", "speechSynthesis"]) {
    Object.defineProperty(window, name, { value: undefined, configurable: true, writable: true });
  }
"""
FIGURE = """
  window.poses = []; window.events = [];
  customElements.define("leg-figure", class extends HTMLElement {
    pose(lift, side) { poses.push([lift, side]); }
  });
  for (const name of ["pacer-state", "rep-start", "rep-end", "rep-off", "set-end"]) {
    document.addEventListener(name, (e) => events.push([name, e.detail]));
  }
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    window.sent = Object.fromEntries(new FormData(event.target, event.submitter));
  });
"""


@pytest.fixture
def pacer(open_page):
    """A pacer on a page whose time stands still until it is told to run."""

    def build(script="", reduced=None, **data):
        page = open_page(script=SILENT + script, clock=True, reduced_motion=reduced)
        page.clock.pause_at(1000)
        page.evaluate(FIGURE)
        page.evaluate("import('/js/player/player.js').then(() => import('/js/player/controls.js'))")
        page.evaluate(
            """(data) => {
              const pacer = document.createElement("rep-pacer");
              Object.assign(pacer.dataset, data);
              pacer.append(document.createElement("leg-figure"));
              pacer.firstChild.innerHTML = '<svg><g data-part="breath"></g></svg>';
              document.querySelector("#here").append(pacer);
            }""",
            {"tempo": "2-1-3-1", "reps": "3", "countdown": "3", "judging": "every", **data},
        )
        page.run = lambda seconds: page.clock.run_for(round(seconds * 1000))
        page.part = lambda name: page.locator(
            f"p [data-part={name}], p[data-part={name}]"
        ).text_content()
        page.caption = lambda: [page.part("phase"), page.part("count"), page.part("breath")]
        page.state = lambda: page.locator("rep-pacer").get_attribute("data-state")
        page.names = lambda: [name for name, _ in page.evaluate("events") if name != "pacer-state"]
        return page

    return build
