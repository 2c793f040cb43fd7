"""What can be done without a finger on the glass: keys, headset buttons, waiting."""

import re
import time

from playwright.sync_api import expect

from tests.browser import player

# The buttons of a headset, as a page that plays media would get them.
HEADSET = """
  window.headset = {};
  navigator.mediaSession.setActionHandler = (name, handler) => { headset[name] = handler; };
"""
# A page that was reached by a tap on another one of ours: a browser lets it play at once.
TOUCHED = """
  Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: true } });
"""
NO_SPEECH = """
  for (const name of ["speechSynthesis", "SpeechSynthesisUtterance"]) {
    Object.defineProperty(window, name, { value: undefined, configurable: true });
  }
"""
NO_SOUND = """
  Object.defineProperty(window, "AudioContext", {
    value: undefined, configurable: true, writable: true,
  });
"""
REFUSED_SOUND = """
  window.AudioContext = class {
    constructor() { throw new DOMException("no", "NotAllowedError"); }
  };
"""
NO_STORAGE = """
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() { throw new DOMException("no", "SecurityError"); },
    });
  }
"""
FULL_STORAGE = """
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""
# Touches and keys of a person, not of a script; kept over page loads.
COUNTED = """
  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, (event) => {
      if (event.isTrusted) sessionStorage.touches = 1 + Number(sessionStorage.touches ?? 0);
    }, { capture: true });
  }
"""
SHOW = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
GET_READY, REP, BREATH = 10, 7, 2  # seconds of the default tempo


class Mat:
    """A page, and somebody two metres away from it."""

    def __init__(self, page):
        self.page = page

    # Time

    def freeze(self):
        """From here on the clock moves only when it is told to."""
        self.page.wait_for_load_state()
        self.page.clock.pause_at(self.page.evaluate("Date.now()") / 1000 + 1)

    def wait(self, seconds):
        """The clock jumps: whatever is due by then happens."""
        self.page.clock.fast_forward(round(seconds * 1000))
        self.page.clock.run_for(50)

    def count_down(self, seconds):
        """Second by second: what ticks once a second would tick once in a jump."""
        for _second in range(seconds):
            self.page.clock.fast_forward(1000)

    def run(self, seconds):
        """The clock runs, frame by frame."""
        self.page.clock.run_for(round(seconds * 1000))

    def run_until_visible(self, locator):
        """The clock runs until an answer of the server is there: it comes in its own time, and what
        shows it may wait for a frame."""
        give_up = time.monotonic() + 15
        while not locator.is_visible() and time.monotonic() < give_up:
            self.run(0.1)
        expect(locator).to_be_visible()

    # What can be done

    def press(self, *keys):
        self.page.wait_for_load_state()
        for key in keys:
            self.page.keyboard.press(key)

    def hear(self, name):
        """A button of the headset: next, previous, play, pause."""
        self.page.wait_for_load_state()
        name = {"next": "nexttrack", "previous": "previoustrack"}.get(name, name)
        self.page.evaluate("name => headset[name]()", name)

    def hide(self):
        self.page.evaluate(SHOW, "hidden")

    def come_back(self):
        self.page.evaluate(SHOW, "visible")

    def tab_to(self, locator):
        for _step in range(60):
            if locator.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way there by Tab: {locator}")

    # What can be seen

    @property
    def touches(self):
        """How many there were, on a page that has COUNTED."""
        return int(self.page.evaluate("sessionStorage.touches ?? 0"))

    @property
    def state(self):
        return self.page.locator("rep-pacer").get_attribute("data-state")

    def part(self, name):
        return self.page.locator(f"rep-pacer [data-part={name}]")

    def expect_state(self, state):
        expect(self.page.locator("rep-pacer")).to_have_attribute("data-state", state)

    def expect_step(self, title):
        expect(player.heading(self.page)).to_have_text(title)
        self.settle()

    def settle(self):
        """A part that has just come takes no tap for a moment: it was meant for the one before."""
        self.page.clock.fast_forward(450)

    def expect_rep(self, number):
        player.expect_rep(self.page, number)

    def expect_set(self, number):
        expect(player.heading(self.page)).to_have_text(re.compile(f"^Set {number} of 3"))
        self.settle()

    def expect_dots(self, *states):
        """perfect, fault, next, todo, in order, by what a screen reader is told."""
        dots = player.tally(self.page).locator("li")
        ends = {"perfect": "perfect", "fault": r"(?!perfect).*[a-z]", "next": "", "todo": ""}
        said = [
            rf"Rep {n}: {ends[state]}$"
            if state in ("perfect", "fault")
            else (rf"Rep {n} is next" if state == "next" else rf"Rep {n}$")
            for n, state in enumerate(states, start=1)
        ]
        expect(dots).to_have_text([re.compile(pattern) for pattern in said])

    def expect_focus(self, name):
        expect(self.page.locator(":focus")).to_have_text(re.compile(name))

    # A rep

    def lower(self):
        """Waits for the end of the rep under way, from wherever it is."""
        self.wait(GET_READY + REP)
        self.expect_state("waiting")
