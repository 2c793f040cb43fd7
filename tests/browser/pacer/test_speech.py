"""What is said, and that it never piles up."""

import pytest

from tests.browser.pacer.fakes import DEFAULT, SYNTH

pytestmark = pytest.mark.browser


def said(pure, spec):
    return pure.evaluate(
        """spec => {
          const timeline = createTimeline(spec);
          const words = readWords();
          return timeline.cues(0, 999)
            .map(cue => [cue.at, spokenAt(cue, timeline, words)]).filter(([, text]) => text);
        }""",
        spec,
    )


def test_the_way_down_is_counted_aloud(pure):
    assert said(pure, {"tempo": DEFAULT, "reps": 2, "countdown": 5})[:9] == [
        [0, "Get ready"],
        [2, "3"],
        [3, "2"],
        [4, "1"],
        [5, "Breathe out and lift"],
        [7, "Hold"],
        [8, "one-one-thousand"],
        [9, "two-one-thousand"],
        [10, "three-one-thousand"],
    ]


def test_a_plank_hears_halfway_ten_and_the_end(pure):
    assert said(pure, {"seconds": 30}) == [
        [0, "Hold"],
        [15, "Halfway"],
        [20, "Ten seconds"],
        [27, "3"],
        [28, "2"],
        [29, "1"],
        [30, "Done"],
    ]


def test_a_rest_speaks_up_ten_seconds_before_the_next_set(pure):
    assert [50, "Ten seconds"] in said(pure, {"seconds": 60, "kind": "rest"})


def test_a_movement_that_is_no_lift_is_shown_and_said_in_its_own_words(pure):
    phases, heard = pure.evaluate(
        """spec => {
          const own = { lift: "Round your back", lower: "Let it sink" };
          const words = fitted(readWords(), own);
          const timeline = createTimeline(spec);
          const heard = timeline.cues(0, 99).filter(cue => cue.first && cue.rep === 1)
            .map(cue => [cue.phase, spokenAt(cue, timeline, words)]);
          return [words.phases, Object.fromEntries(heard)];
        }""",
        {"tempo": DEFAULT, "reps": 2, "countdown": 5},
    )
    assert (phases["lift"], phases["hold"], phases["lower"]) == (
        "Round your back",
        "Hold",
        "Let it sink",
    )
    assert heard["lift"] == "Round your back, breathe out"
    assert heard["lower"] == "Let it sink"


def test_speech_never_piles_up_and_can_be_switched_off(open_page):
    page = open_page(script=SYNTH)
    most, log, left = page.evaluate(
        """() => {
          const settings = createSettings();
          const voice = createVoice(settings, { synth: fakeSynth, lang: "en" });
          for (let i = 0; i < 20; i += 1) voice.say(`word ${i}`);
          voice.say("");
          settings.set("voice", false);
          voice.say("not heard");
          voice.hush();
          return [fakeSynth.most, spokenLog, fakeSynth.queue.length];
        }"""
    )

    assert most == 1
    assert len(log) == 20
    assert log[0] == ["word 0", 0.7, "en_GB"]  # on the device, in the page's language
    assert left == 0


@pytest.mark.parametrize("synth", ["undefined", "{ getVoices: () => [], cancel() {} }"])
def test_without_a_voice_nothing_is_said_and_nothing_breaks(open_page, synth):
    page = open_page(script="Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    available = page.evaluate(
        f"""() => {{
          const voice = createVoice(createSettings(), {{ synth: {synth}, lang: "en" }});
          voice.say("hello");
          voice.hush();
          return voice.available;
        }}"""
    )

    assert available is False
