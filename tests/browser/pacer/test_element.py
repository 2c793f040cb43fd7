"""<rep-pacer> in a set: paces, waits, asks, pauses."""

import pytest

pytestmark = pytest.mark.browser


def test_a_rep_is_paced_and_then_waits_for_its_answer(pacer):
    page = pacer()
    assert page.state() == "idle"
    page.get_by_role("button", name="Start").click()
    page.run(0.1)
    assert page.caption() == ["Get ready", "3", ""]
    page.run(3)
    assert page.caption() == ["Lift", "1", "breathe out"]
    page.run(5)
    assert page.caption() == ["Lower", "3", "breathe in"]
    page.run(2)
    assert (page.state(), page.caption()) == ("waiting", ["How was it?", "", ""])
    assert page.names() == ["rep-start", "rep-end"]
    assert page.evaluate("events.find(([name]) => name === 'rep-end')[1]") == {
        "rep": 1,
        "descent": 3,
    }
    lifts = [lift for lift, _ in page.evaluate("poses")]
    assert max(lifts) == 1
    assert lifts[-1] == 0
    page.run(60)
    assert page.state() == "waiting"


def test_the_answer_carries_the_descent_and_brings_the_next_rep(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(9.2)  # down, not yet through the pause
    page.get_by_role("button", name="Perfect").click()
    assert page.evaluate("sent") == {"descent_seconds": "3.0", "verdict": "perfect"}

    page.evaluate(
        """() => {
          document.querySelector("#answer").dataset.nextRep = "2";
          document.querySelector("#answer").dispatchEvent(
            new CustomEvent("htmx:after:swap", { bubbles: true, detail: {} }));
        }"""
    )
    page.run(0.1)
    assert page.caption()[:2] == ["Get ready", "2"]
    page.run(2)
    assert page.caption()[0] == "Lift"
    page.run(7)
    assert page.state() == "waiting"
    page.evaluate("document.querySelector('rep-pacer').dataset.rep = '4'")
    assert page.state() == "done"
    assert page.part("status") == "Set done"


def test_perfect_before_the_pacer_is_down_is_asked_about(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(7)
    page.get_by_role("button", name="Perfect").click()
    assert page.evaluate("window.sent") is None
    assert page.get_by_role("heading", name="Rushed?").is_visible()
    assert page.names() == ["rep-start"]
    page.run(10)  # however long the question is thought about
    page.get_by_role("button", name="No").click()
    assert page.evaluate("sent") == {"descent_seconds": "1.0", "verdict": "perfect"}


def test_perfect_before_the_way_down_has_begun_was_lowered_for_no_time(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(4)
    page.get_by_role("button", name="Perfect").click()
    page.run(2)
    page.get_by_role("button", name="No").click()
    assert page.evaluate("sent") == {"descent_seconds": "0.0", "verdict": "perfect"}


def test_a_fault_may_be_named_at_once_and_is_not_paced(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(5)
    page.get_by_role("button", name="Back arched").click()

    assert page.evaluate("sent") == {"descent_seconds": "0.0", "faults": "arched"}


def test_without_the_pacer_an_answer_is_just_an_answer(pacer):
    page = pacer()
    page.get_by_role("button", name="Perfect").click()

    assert page.evaluate("sent") == {"descent_seconds": "", "verdict": "perfect"}


def test_it_waits_when_told_and_goes_on_from_there(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(7.5)
    page.get_by_role("button", name="Pause").click()
    assert (page.state(), page.part("status")) == ("paused", "Paused")
    page.run(300)
    assert page.caption() == ["Lower", "2", "breathe in"]
    page.get_by_role("button", name="Go on").click()
    page.run(1)
    assert page.caption() == ["Lower", "3", "breathe in"]
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Again").click()
    page.run(0.1)
    assert page.caption() == ["Get ready", "3", ""]


def test_an_answer_while_paused_leaves_it_paused(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(9.5)
    page.get_by_role("button", name="Pause").click()
    page.evaluate("document.querySelector('rep-pacer').dataset.rep = '2'")
    page.run(5)
    assert page.state() == "paused"
    page.get_by_role("button", name="Go on").click()
    page.run(2.1)
    assert page.caption()[0] == "Lift"


def test_a_hidden_tab_pauses_and_says_so(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(4)
    show = """(state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(show, "hidden")
    page.run(60)
    page.evaluate(show, "visible")
    page.run(5)

    assert page.state() == "paused"
    assert page.part("status") == "Paused while you were away"
    assert page.caption()[:2] == ["Lift", "2"]
