"""Keys, pedals and headset buttons."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def keyed(open_page):
    page = open_page()
    page.evaluate(
        """() => {
          window.clicks = []; window.shortcuts = true;
          document.addEventListener("click", (event) => {
            const b = event.target.closest("[data-key]");
            if (b) { clicks.push(b.textContent); event.preventDefault(); }
          });
          document.addEventListener("submit", (event) => event.preventDefault());
          listenToKeys({ shortcuts: () => window.shortcuts });
        }"""
    )
    return page


def test_a_key_presses_its_button(keyed):
    buttons = {
        "Space": "Perfect",
        "Enter": "Perfect",
        "PageDown": "Perfect",
        "ArrowRight": "Perfect",
        "PageUp": "Something else",
        "ArrowLeft": "Something else",
        "Backspace": "Take back",
        "p": "Pain",
        "1": "Back arched",
        "Numpad1": "Back arched",
    }
    for key, clicked in buttons.items():
        keyed.keyboard.press(key)
        assert keyed.evaluate("clicks.splice(0)") == [clicked], key


def test_keys_that_are_nobodys_business(keyed):
    # 2 is a button that is switched off; 7 is none.
    for key in ("Control+p", "Alt+1", "Meta+Backspace", "Shift+P", "2", "7", "x"):
        keyed.keyboard.press(key)
        assert keyed.evaluate("clicks") == [], key


def test_no_key_acts_while_somebody_types(keyed):
    keyed.locator("#note").focus()
    keyed.keyboard.type("p1 ")
    keyed.keyboard.press("Enter")
    keyed.keyboard.press("Backspace")

    assert keyed.evaluate("clicks") == []
    assert keyed.locator("#note").input_value() == "p1"


def test_space_answers_after_a_tap_but_presses_what_tab_has_reached(keyed):
    keyed.locator("[data-key=fault-1]").click()
    keyed.keyboard.press("Space")
    assert keyed.evaluate("clicks.splice(0)") == ["Back arched", "Perfect"]

    keyed.locator("[data-key=perfect]").first.focus()
    keyed.keyboard.press("Tab")
    keyed.keyboard.press("Space")
    assert keyed.evaluate("clicks") == ["Back arched"]


def test_a_key_held_down_is_one_answer(keyed):
    for key in ("Space", "PageDown"):
        for _ in range(4):
            keyed.keyboard.down(key)
        keyed.keyboard.up(key)
    keyed.locator("[data-key=perfect]").first.focus()
    for _ in range(4):
        keyed.keyboard.down("Enter")
    keyed.keyboard.up("Enter")

    assert keyed.evaluate("clicks") == ["Perfect"] * 3


def test_an_open_question_takes_the_keys_and_pain_stays_in_reach(keyed):
    keyed.evaluate("document.querySelector('[data-part=rushed]').hidden = false")
    for key in ("Space", "PageUp", "1", "p"):
        keyed.keyboard.press(key)

    assert keyed.evaluate("clicks") == ["No", "Yes", "Pain"]


def test_letters_and_digits_can_be_switched_off(keyed):
    keyed.evaluate("window.shortcuts = false")
    for key in ("1", "p", "Space"):
        keyed.keyboard.press(key)

    assert keyed.evaluate("clicks") == ["Perfect"]


def test_without_reps_space_is_the_primary_action(keyed):
    keyed.evaluate(
        """() => { document.querySelector("#answer").outerHTML =
          '<button data-key="next">Go on</button>'; }"""
    )
    keyed.keyboard.press("Space")

    assert keyed.evaluate("clicks") == ["Go on"]


def test_headset_buttons_work_under_the_strict_policy(open_page):
    page = open_page()
    page.locator("#far").click()
    seen = page.evaluate(
        """async () => {
          const handlers = {}, done = [];
          const session = {
            setActionHandler(name, handler) {
              if (name === "pause") throw new TypeError("unknown action");
              handlers[name] = handler;
            },
          };
          let audio;
          const Real = window.Audio;
          window.Audio = function (...args) { return (audio = new Real(...args)); };
          const actions = { next: () => done.push("next"), previous: () => done.push("previous"),
            toggle: () => done.push("toggle"), stopped: () => done.push("stopped") };
          const silence = "/js/player/silence.flac";
          const media = createMediaSession(actions, { session, silence });
          media.start({ title: "Set 1 of 3" });
          await new Promise(r => setTimeout(r, 400));
          handlers.nexttrack(); handlers.previoustrack(); handlers.play();
          media.show(false);
          const result = [audio.currentTime > 0, audio.duration, audio.loop,
            session.playbackState, session.metadata.title];
          audio.pause();  // another app
          await new Promise(r => setTimeout(r, 100));
          media.show(true);
          result.push(audio.paused);
          media.stop();
          await new Promise(r => setTimeout(r, 100));
          return [done, ...result, handlers.nexttrack];
        }"""
    )

    assert seen == [
        ["next", "previous", "toggle", "stopped"], True, 10, True, "paused", "Set 1 of 3",
        False, None,
    ]  # fmt: skip
