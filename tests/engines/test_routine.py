"""Somebody new does the whole routine: one set rep by rep with the pacer, the others whole.

Nothing here knows which part comes when, so that a routine may change: on each screen what has to
be answered is answered, and then what leads on is pressed.
"""

import pytest
from django.urls import reverse

from coaching.practice.models import WorkoutSet
from tests.engines.drivers import Firefox, until

pytestmark = [pytest.mark.engines, pytest.mark.django_db(transaction=True)]

REPS = 2
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
  return {
    place: location.pathname,
    title: document.title,
    over: document.documentElement.scrollWidth - innerWidth,
    state: dataset?.state,
    rep: Number(dataset?.rep),
    set: Boolean(dataset?.review) && dataset.state !== "done", // one that is over has no review
    text: document.body?.innerText,
  };
"""
ON, TAP = "main [data-key~=next]", ".tap button"


class Walk:
    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.browser.send("size", width=390, height=664)
        self.titles = []

    @property
    def seen(self):
        return self.browser.run(SEEN)

    def look(self):
        seen = self.seen
        assert seen["over"] <= 0, f"{seen['title']} scrolls sideways by {seen['over']}"
        if seen["title"] not in self.titles[-1:]:
            self.titles.append(seen["title"])
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

    def lead_on(self, button=ON):
        self.touch()
        before = self.seen
        self.browser.click(button)
        keys = ("place", "title", "text")
        until(lambda: any(self.seen[k] != before[k] for k in keys), f"{before['title']} leads on")

    def go_to_the_workout(self):
        self.browser.send("go", url=f"{self.address}/")
        self.look()
        self.lead_on(f"main a[href='{reverse('start')}']")
        while not self.browser.find("body.player"):
            self.look()
            self.answer()
            self.lead_on("main form .button")

    def do_reps_one_by_one(self):
        """By the keys alone."""
        WorkoutSet.objects.update(target=REPS)
        self.browser.send("go", url=self.address + self.seen["place"])
        self.touch()
        if self.seen["state"] == "idle":
            self.browser.press("s")
        for rep in range(1, REPS + 1):
            self.expect("waiting")
            assert f"How was rep {rep}?" in self.seen["text"]
            self.browser.press("Space")
            until(lambda rep=rep: self.seen["rep"] == rep + 1 or self.seen["state"] == "done", rep)
        self.expect("done")

    def judge_whole_sets(self):
        self.browser.press("?")
        self.browser.click("#settings label:has([value=whole])")
        self.browser.click("#settings .sheet__end button")

    def do_a_whole_set(self):
        self.touch()
        if self.seen["state"] == "idle":
            self.browser.click(ON)
        self.expect("done")


def walk_through(walk):
    sets = 0
    for _screen in range(SCREENS):
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
    raise AssertionError(f"no end after {walk.titles}")


def test_the_whole_routine(browser, live_server):
    walk = Walk(browser, live_server.url)
    walk.go_to_the_workout()
    assert walk_through(walk) == 3
    print(*walk.titles, sep="\n")
    reps = [rep for each in WorkoutSet.objects.all() for rep in each.reps.kept()]
    assert [rep.perfect for rep in reps] == [True] * 3 * REPS
    if isinstance(browser, Firefox):
        assert browser.complaints(live_server.url) == []
