"""Somebody new does the whole routine: a set rep by rep with the pacer, and one whole.

Nothing here knows which part comes when, so that a routine may change: on each screen what has to
be answered is answered, and then what leads on is pressed.
"""

import time
from itertools import cycle

import pytest

from coaching.practice.models import WorkoutSet
from tests.engines.brief import REPS, SETS
from tests.engines.drivers import Firefox, until

pytestmark = [pytest.mark.engines, pytest.mark.django_db(transaction=True)]

SCREENS = 60  # more than any routine has
# The first choice of a group that has no answer yet.
UNANSWERED = """
  const groups = new Map();
  for (const radio of document.querySelectorAll("main form [type=radio]:not([data-setting])")) {
    groups.set(radio.name, groups.get(radio.name) || radio.checked);
  }
  const name = [...groups].find(([, answered]) => !answered)?.[0];
  return name ? document.querySelector(`main form [name="${name}"]`).id : null;
"""
SEEN = """
  const { dataset } = document.querySelector("rep-pacer") ?? {};
  const onward = document.querySelector("[data-part=onward]:not([hidden]) b");
  return {
    place: location.pathname,
    heading: document.querySelector("main h1")?.innerText,
    over: document.documentElement.scrollWidth - innerWidth,
    state: dataset?.state,
    rep: Number(dataset?.rep),
    set: Boolean(dataset?.review) && dataset.state !== "done", // one that is over has no review
    soon: Boolean(dataset?.then || onward?.innerText <= 3), // a rest, or a number on the scale
    text: document.body?.innerText,
  };
"""
MARK = "document.querySelector('main').left = true"
ELSEWHERE = "const main = document.querySelector('main'); return Boolean(main) && !main.left"
ON, TAP = "main [data-key~=next]", ".tap button"
MOMENT = 0.5  # seconds for which a key on a new part is taken for a second tap (twice.js)


class Walk:
    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.browser.send("size", width=390, height=664)
        self.headings = []

    @property
    def seen(self):
        return self.browser.run(SEEN)

    def look(self):
        """Marks what is there as well, so that what takes its place is known."""
        self.browser.run(MARK)
        seen = self.seen
        assert seen["over"] <= 0, f"{seen['heading']} scrolls sideways by {seen['over']}"
        self.headings.append(seen["heading"])
        return seen

    def expect(self, state):
        try:
            until(lambda: self.seen["state"] == state, f"the pacer is {state}")
        except AssertionError as wrong:
            raise AssertionError(f"{wrong}\n{self.seen}") from None

    def answer(self):
        while unanswered := self.browser.run(UNANSWERED):
            self.browser.click(f"label[for='{unanswered}']")

    def touch(self):
        """Where the browser lets nothing sound before; once there is a script to hear it."""
        paced = "return Boolean(document.querySelector('rep-pacer'))"
        until(lambda: not self.browser.run(paced) or self.seen["state"], "the pacer is there")
        if self.browser.find(TAP):
            self.browser.click(TAP)

    def elsewhere(self):
        return self.browser.run(ELSEWHERE)

    def lead_on(self, button=ON):
        heading = self.headings[-1]
        if not (self.seen["soon"] or self.elsewhere()):
            self.browser.click(button)
        until(self.elsewhere, f"{heading} leads on")

    def go_to_the_workout(self):
        self.browser.send("go", url=f"{self.address}/")
        while not self.browser.find("body.player"):
            self.look()
            self.answer()
            self.lead_on("main form button:not([aria-hidden])")

    def do_reps_one_by_one(self):
        """Without a touch: by the keys, and by a headset's buttons where they can be pressed."""
        time.sleep(MOMENT)
        self.browser.press("s")
        for rep, (press, pause, perfect) in zip(range(1, REPS + 1), cycle(self.browser.hands)):
            for state in ("paused", "running"):
                press(pause)
                self.expect(state)
            self.expect("waiting")
            assert f"How was rep {rep}?" in self.seen["text"]
            press(perfect)
            until(lambda rep=rep: self.seen["rep"] == rep + 1 or self.seen["state"] == "done", rep)
        self.expect("done")

    def judge_whole_sets(self):
        self.browser.press("?")
        self.browser.click("#settings label:has([value=whole])")
        self.browser.click("#settings .sheet__end button")

    def do_a_whole_set(self):
        if self.seen["state"] == "idle":
            self.browser.click(ON)
        # It leads to its review at once: nobody who looks ten times a second need see it done.
        until(self.elsewhere, "the set leads to its review")


def walk_through(walk):
    sets = 0
    for _screen in range(SCREENS):
        walk.touch()
        seen = walk.look()
        if seen["place"].endswith("/summary/"):
            return sets
        walk.answer()
        if seen["set"]:
            if sets:
                walk.do_a_whole_set()
            else:
                walk.do_reps_one_by_one()
                walk.judge_whole_sets()
            sets += 1
        walk.lead_on()
    raise AssertionError(f"no end after {walk.headings}")


def test_the_whole_routine(browser, live_server):
    walk = Walk(browser, live_server.url)
    walk.go_to_the_workout()
    assert walk_through(walk) == SETS
    print(*walk.headings, sep="\n")
    reps = [rep for each in WorkoutSet.objects.all() for rep in each.reps.kept()]
    assert [rep.perfect for rep in reps] == [True] * SETS * REPS
    if isinstance(browser, Firefox):
        assert browser.complaints(live_server.url) == []
