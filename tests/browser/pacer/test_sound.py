"""The tones and their clock. The drift is measured on ten minutes of rendered sound."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.pacer import silence
from tests.browser.pacer.fakes import DEFAULT

pytestmark = pytest.mark.browser


OFFLINE = """async ({ tempo, minutes, ppm, seed }) => {
  let state = seed;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const rate = 8000;
  const length = minutes * 60 + 15;
  const context = new OfflineAudioContext(1, length * rate, rate);
  // A computer clock that is off by `ppm` and read up to 4 ms late.
  const wall = () => 5000 + context.currentTime * (1 + ppm / 1e6) + random() * 0.004;
  const clock = createClock({ wall, sound: () => context.currentTime });
  const reps = Math.ceil((minutes * 60) / 7);
  const run = createRun(clock.now, createTimeline({ tempo, reps, countdown: 10 }));
  const metronome = createMetronome({
    run, clock, play: (kind, at) => playTone(context, context.destination, kind, at),
  });
  let apart = 0, passes = 0, first = null;
  const pass = () => {
    if (passes === 0) { clock.now(); run.start(); first = clock.toSound(run.whenAt(0)); }
    metronome.pass();
    passes += 1;
    apart = Math.max(apart, Math.abs(clock.toSound(clock.now()) - context.currentTime));
    context.resume();
  };
  // Timers that mean 100 ms and come up to 250 ms late.
  for (let t = 0.5; t < length - 1; t += 0.1 + 0.25 * random()) context.suspend(t).then(pass);
  const samples = (await context.startRendering()).getChannelData(0);
  const onsets = [];
  for (let i = 0, silent = 9999; i < samples.length; i += 1) {
    if (Math.abs(samples[i]) > 0.01) {
      if (silent > 0.1 * rate) onsets.push(i / rate);
      silent = 0;
    } else silent += 1;
  }
  const wanted = run.timeline.cues(0, Infinity)
    .map(cue => first + cue.at).filter(at => at < length - 2);
  const errors = wanted.map((at, i) => onsets[i] - at);
  const tail = errors.slice(-60), head = errors.slice(0, 60);
  const mean = list => list.reduce((a, b) => a + b, 0) / list.length;
  return {
    wanted: wanted.length, heard: onsets.filter(at => at < length - 2).length, passes,
    worst: Math.max(...errors.map(Math.abs)), drift: mean(tail) - mean(head), apart,
  };
}"""


@pytest.mark.parametrize("ppm", [0, 200, -200])
def test_ten_minutes_of_tones_do_not_drift(open_page, record_property, ppm):
    page = open_page()
    measured = page.evaluate(OFFLINE, {"tempo": DEFAULT, "minutes": 10, "ppm": ppm, "seed": 7})
    record_property("drift", measured)

    assert measured["heard"] == measured["wanted"] > 600
    assert measured["worst"] < 0.020
    assert abs(measured["drift"]) < 0.002
    # What is seen follows what is heard. (Here the sound's clock moves in steps of 16 ms.)
    assert measured["apart"] < 0.030


def test_sound_interrupted_and_back_goes_on_in_time(pure):
    result = pure.evaluate(
        """tempo => {
          let wall = 50, sound = 3;
          const clock = createClock({ wall: () => wall, sound: () => sound });
          const run = createRun(clock.now, createTimeline({ tempo, reps: 10 }));
          const live = new Map();
          let id = 0;
          const play = (kind, at) => { const key = id++; live.set(key, at);
            return () => live.delete(key); };
          const metronome = createMetronome({ run, clock, play });
          clock.now(); run.start();
          const seen = [];
          for (let i = 0; i < 300; i += 1) {
            metronome.pass();
            seen.push(run.elapsed());
            wall += 0.1;
            // A phone call: two seconds without sound, then a sound clock that stood still.
            if (i >= 100 && i < 120) sound = null; else sound = sound === null ? 13.1 : sound + 0.1;
          }
          const before = [...live.values()].filter(at => at < 13);
          const after = [...live.values()].filter(at => at > 13.1);
          return { smooth: seen.every((t, i) => Math.abs(t - i * 0.1) < 0.01),
            before: before.every(at => Math.abs(at - Math.round(at)) < 0.01),
            after: after.map(at => at % 1), live: live.size };
        }""",
        DEFAULT,
    )

    assert result["smooth"]
    assert result["before"]
    assert result["live"] > 24  # 30 s, two of them silent
    assert max(result["after"]) - min(result["after"]) < 0.01


def test_a_pause_takes_planned_tones_back(pure):
    live, resumed = pure.evaluate(
        """tempo => {
          let time = 0;
          const clock = createClock({ wall: () => time, sound: () => time });
          const run = createRun(clock.now, createTimeline({ tempo, reps: 2 }));
          const live = [];
          const play = (kind, at) => {
            live.push(at);
            return () => live.splice(live.indexOf(at), 1);
          };
          const metronome = createMetronome({ run, clock, play, lookahead: 1.5 });
          clock.now(); run.start(); metronome.pass();
          time = 0.5;
          run.pause(); metronome.reset();
          const paused = [...live];
          time = 10; run.start(); metronome.pass();
          return [paused, live];
        }""",
        DEFAULT,
    )

    assert live == [0]
    assert resumed[1] == pytest.approx(10.5)


def test_real_sound_and_a_real_clock_run_together(open_page):
    page = open_page()
    page.evaluate("import('/js/player/handsfree.js')")
    page.evaluate(
        """async () => {
          window.tones = [];
          const start = OscillatorNode.prototype.start;
          OscillatorNode.prototype.start = function (at) {
            tones.push([at, this.context.currentTime]);
            return start.call(this, at);
          };
          await import("/js/player/player.js");
          document.querySelector("#here").innerHTML =
            '<rep-pacer data-tempo="1-0-1-0" data-reps="2" data-countdown="1" data-judging="none">';
        }"""
    )
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Start").click()
    page.wait_for_selector("rep-pacer[data-state=done]", state="attached", timeout=15_000)
    tones = page.evaluate("tones")

    # Ready, two lifts, two ways down, and the two notes of the end; the very first may be lost or
    # late while the sound wakes up. Each second apart on the sound's own clock, however busy the
    # machine is: how late a timer may come is measured on rendered sound above.
    assert len(tones) >= 6
    gaps = [round(b[0] - a[0], 3) for a, b in pairwise(tones[1:-1])]
    assert gaps == [1.0] * len(gaps)


def test_the_file_that_keeps_the_headset_is_what_its_script_makes(open_page):
    assert silence.FILE.read_bytes() == silence.silence()
    loudest, seconds = open_page().evaluate(
        """async () => {
          const file = await (await fetch("/js/player/silence.flac")).arrayBuffer();
          const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(file);
          return [Math.max(...sound.getChannelData(0)), sound.duration];
        }"""
    )
    assert loudest == pytest.approx(10 ** (-66 / 20), rel=0.05)
    assert seconds == 10


# A sound card that plays as soon as somebody has touched the page, and that the system can stop.
CARD = """
  window.AudioContext = class extends EventTarget {
    state = "suspended"; currentTime = 0; destination = {};
    constructor() { super(); window.card = this; }
    become(state) { this.state = state; this.dispatchEvent(new Event("statechange")); }
    async resume() { this.become("running"); }
    async close() {}
  };
  window.OscillatorNode = class {
    start() {} stop() {} disconnect() {} connect(next) { return next; }
    frequency = { setValueAtTime() {}, linearRampToValueAtTime() {} } };
  window.GainNode = class { connect() {} disconnect() {}
    gain = { setValueAtTime() {}, linearRampToValueAtTime() {},
      exponentialRampToValueAtTime() {}, setTargetAtTime() {} } };
"""


UNTOUCHED = """
  Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: false } });
  addEventListener("pointerdown", () => (navigator.userActivation.hasBeenActive = true), true);
"""


def test_what_would_begin_in_silence_waits_for_a_tap_which_answers_nothing(pacer):
    page = pacer(script=CARD + UNTOUCHED, autostart="")
    tap = page.get_by_role("button", name="Tap once for sound")
    expect(tap).to_be_focused()
    page.run(30)
    assert page.state() == "idle"
    tap.click()
    assert page.state() == "running"
    expect(tap).to_have_count(0)
    assert page.evaluate("window.sent") is None


def test_where_a_tap_wakes_no_sound_the_next_part_asks_for_none(pacer):
    no_card = "AudioContext.prototype.resume = async () => {};"
    page = pacer(script=CARD + no_card + UNTOUCHED, autostart="")
    page.get_by_role("button", name="Tap once for sound").click()
    page.evaluate(
        "const part = document.querySelector('rep-pacer'); part.replaceWith(part.cloneNode(true))"
    )
    expect(page.get_by_role("button", name="Tap once for sound")).to_have_count(0)
    assert page.state() == "running"


def test_sound_that_the_system_stops_pauses_until_a_key(pacer):
    page = pacer(script=CARD)
    page.evaluate("import('/js/player/keys.js').then((keys) => keys.listenToKeys())")
    page.get_by_role("button", name="Start").click()
    page.run(4)
    page.evaluate("card.become('interrupted')")
    assert (page.state(), page.part("status")) == ("paused", "The sound was stopped. Tap to go on.")
    page.keyboard.press("s")
    assert page.state() == "running"
    page.evaluate("document.querySelector('rep-pacer').interrupt()")  # the headset's file
    assert page.state() == "paused"
    page.keyboard.press("PageDown")
    assert page.state() == "running"
    assert page.evaluate("window.sent") is None
    page.get_by_role("button", name="Pause").click()
    page.evaluate("card.become('suspended')")
    assert page.part("status") == "Paused"
