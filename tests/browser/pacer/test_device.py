"""Settings, the screen, vibration, full screen."""

import json

import pytest

pytestmark = pytest.mark.browser


def test_settings_are_remembered_and_nonsense_is_not_believed(open_page):
    page = open_page()
    page.evaluate(
        """() => { const s = createSettings(); s.set("voice", false); s.set("volume", 0.3);
          s.set("volume", 7); s.set("judging", "never"); s.set("colour", "red"); }"""
    )
    page.reload()
    kept = page.evaluate("localStorage.getItem('legraises.player')")
    page.evaluate(
        """() => localStorage.setItem("legraises.player", '{"volume": "loud", "sound": false}')"""
    )
    page.reload()
    read = page.evaluate(
        """async () => { const { createSettings } = await import("/js/player/settings.js");
          const s = createSettings(); return [s.get("volume"), s.get("sound")]; }"""
    )

    assert {**json.loads(kept), "voice": False, "volume": 0.3, "judging": "every"} == json.loads(
        kept
    )
    assert "colour" not in kept
    assert read == [0.7, False]


def test_blocked_storage_is_no_trouble(open_page):
    page = open_page(
        script="Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    assert page.evaluate(
        "() => { const s = createSettings(); s.set('voice', false); return s.get('voice'); }"
    ) is (False)


def test_the_screen_lock_is_taken_again_after_a_tab_switch(open_page):
    page = open_page()
    assert page.evaluate(
        """async () => {
          const doc = new EventTarget();
          doc.visibilityState = "visible";
          let asked = 0, current = null;
          const device = { wakeLock: { async request() {
            asked += 1;
            current = new EventTarget();
            current.release = async () => current.dispatchEvent(new Event("release"));
            return current;
          } } };
          const lock = createWakeLock(doc, device);
          const show = async (state) => {
            doc.visibilityState = state;
            doc.dispatchEvent(new Event("visibilitychange"));
            await new Promise(r => setTimeout(r));
          };
          const seen = [];
          await lock.hold(); seen.push(asked, lock.held);
          await current.release(); await show("hidden"); seen.push(asked, lock.held);
          await show("visible"); seen.push(asked, lock.held);
          await lock.release(); await show("hidden"); await show("visible");
          seen.push(asked, lock.held);
          const refused = createWakeLock(doc, { wakeLock: {
            request: async () => { throw new Error("battery low"); } } });
          await refused.hold(); seen.push(refused.held);
          await createWakeLock(doc, {}).hold();
          return seen;
        }"""
    ) == [1, True, 1, False, 2, True, 2, False, False]


def test_vibration_where_there_is_a_motor_and_it_is_wanted(pure):
    assert pure.evaluate(
        """() => {
          const felt = [];
          const settings = createSettings(() => ({ getItem: () => "{}", setItem() {} }));
          const vibrate = createVibration(settings, { vibrate: (p) => felt.push(p) });
          vibrate("lower"); vibrate("tick");
          settings.set("vibration", false); vibrate("lower");
          createVibration(settings, {})("lower");
          return felt;
        }"""
    ) == [[30, 60, 30]]


def test_full_screen_is_one_tap_and_one_tap_back(open_page):
    page = open_page()
    page.evaluate(
        """() => { const b = document.createElement("button");
          b.id = "full"; b.textContent = "Full"; b.dataset.action = "fullscreen";
          document.body.append(b); bindFullscreen()(); }"""
    )
    button = page.locator("#full")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.wait_for_selector("#full[aria-pressed=true]")
    assert page.evaluate("document.fullscreenElement !== null")
    button.click()
    page.wait_for_selector("#full[aria-pressed=false]")
    assert page.evaluate("document.fullscreenElement === null")
