"""<rep-pacer> elsewhere: reduced motion, rests, other tempos, bare pages."""

import pytest

from tests.browser.pacer.fakes import SYNTH

pytestmark = pytest.mark.browser


def test_reduced_motion_keeps_the_figure_still_and_the_captions_going(pacer):
    page = pacer(reduced="reduce")
    page.get_by_role("button", name="Start").click()
    page.run(7.1)

    # Out of its rest, into the middle of a rep, and there it stays.
    assert {lift for lift, _ in page.evaluate("poses")} == {0.6}
    assert page.caption() == ["Lower", "2", "breathe in"]


def test_sides_swap_where_they_alternate(pacer):
    page = pacer(judging="none", alternating="", countdown="0", reps="2")
    page.get_by_role("button", name="Start").click()
    page.run(15)

    sides = [side for _, side in page.evaluate("poses")]
    assert (sides[0], sides[-1]) == (0, 1)
    assert page.state() == "done"


def test_a_rest_can_grow_and_then_moves_on_by_itself(pacer):
    page = pacer(seconds="60", kind="rest", countdown="0", autostart="", then="undo")
    page.evaluate(
        """() => document.querySelector("[data-key=undo]")
             .addEventListener("click", () => { window.movedOn = true; })"""
    )
    page.run(50)
    assert page.caption()[:2] == ["Rest", "10"]
    page.get_by_role("button", name="30 seconds more").click()
    page.run(20)
    assert page.caption()[:2] == ["Rest", "20"]
    assert page.evaluate("window.movedOn") is None
    page.run(20.1)
    assert page.evaluate("window.movedOn") is True


def test_another_tempo_midway(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(7.5)  # halfway down
    page.evaluate("document.querySelector('rep-pacer').dataset.tempo = '2-1-5-1'")
    page.run(2.4)
    assert page.caption() == ["Lower", "5", "breathe in"]
    page.run(0.2)
    assert page.caption()[0] == "Pause"


def test_a_page_without_words_or_parts_still_paces(pacer):
    page = pacer(script="")
    page.evaluate(
        """() => { document.querySelectorAll("[data-part]").forEach(e => e.remove());
          document.querySelector("[data-action=start]").click(); }"""
    )
    page.run(12)

    assert page.state() == "waiting"


def test_settings_follow_their_buttons_and_fields(pacer):
    page = pacer()
    page.evaluate(
        """async () => { const { bindSettings } = await import("/js/player/controls.js");
          const { playerSettings } = await import("/js/player/settings.js");
          window.kept = playerSettings; bindSettings(playerSettings); }"""
    )
    sound = page.get_by_role("button", name="Sound")
    assert sound.get_attribute("aria-pressed") == "true"
    sound.click()
    assert sound.get_attribute("aria-pressed") == "false"
    page.get_by_label("Volume").fill("0.2")
    page.get_by_label("Whole set").check()

    assert page.evaluate("['sound', 'volume', 'judging'].map(kept.get)") == [False, 0.2, "whole"]


def test_words_end_with_their_phase(pacer):
    page = pacer(script=SYNTH + "window.speechSynthesis = fakeSynth;")
    page.get_by_role("button", name="Start").click()
    page.run(8.5)
    assert page.evaluate("fakeSynth.queue.map(u => u.text)") == ["three-one-thousand"]
    page.run(1)
    assert page.caption()[0] == "Pause"
    assert page.evaluate("fakeSynth.queue") == []
    assert page.evaluate("fakeSynth.most") == 1


def test_taken_off_the_page_it_falls_silent(pacer):
    page = pacer()
    page.get_by_role("button", name="Start").click()
    page.run(4)
    page.evaluate("document.querySelector('rep-pacer').remove()")
    before = len(page.evaluate("poses"))
    page.run(10)

    assert len(page.evaluate("poses")) == before
