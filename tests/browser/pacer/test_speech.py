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
    assert said(pure, {"tempo": DEFAULT, "reps": 2, "countdown": 5})[:10] == [
        [0, "Get ready. Rep 1"],
        [2, "3"],
        [3, "2"],
        [4, "1"],
        [5, "Breathe out and lift"],
        [7, "Hold"],
        [8, "Lower"],
        [9, "two-one-thousand"],
        [10, "three-one-thousand"],
        [12, "2. Breathe out and lift"],
    ]


def test_between_two_reps_only_the_next_number_is_said(pure):
    spec = {"tempo": DEFAULT, "reps": 1, "firstRep": 4, "countdown": 2}
    assert said(pure, spec)[:2] == [[0, "Rep 4"], [2, "Breathe out and lift"]]


def test_a_plank_hears_halfway_ten_and_the_end(pure):
    assert said(pure, {"seconds": 30}) == [
        [0, "Hold"],
        [15, "Halfway"],
        [20, "Ten seconds"],
        [27, "3"],
        [28, "2"],
        [29, "1"],
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


def test_todays_focus_is_said_before_the_first_rep_and_no_other(pure):
    heard = pure.evaluate(
        """specs => {
          const words = fitted(readWords(), { focus: "Stop higher." });
          return specs.map(spec => {
            const timeline = createTimeline(spec);
            return spokenAt(timeline.cues(0, 1)[0], timeline, words);
          });
        }""",
        [
            {"tempo": DEFAULT, "reps": 5, "countdown": 10},
            {"tempo": DEFAULT, "reps": 5, "firstRep": 4, "countdown": 10},
            {"tempo": DEFAULT, "reps": 1, "countdown": 2},
        ],
    )
    assert heard == ["Get ready. Rep 1. Stop higher.", "Get ready. Rep 4", "Rep 1"]


def test_whose_breath_stops_hears_it_with_each_half(pure):
    heard = pure.evaluate(
        """spec => {
          const own = { lift: "Come back", lower: "Reach out", breathAloud: true };
          const words = fitted(readWords(), own);
          const timeline = createTimeline(spec);
          const heard = timeline.cues(5, 99).map(cue => spokenAt(cue, timeline, words));
          return [words.phases.lower, heard.filter(Boolean)];
        }""",
        {"tempo": DEFAULT, "reps": 2, "countdown": 5},
    )
    one = ["Hold", "breathe in", "two-one-thousand", "three-one-thousand"]
    assert heard == ["Reach out", ["breathe out", *one, "2. breathe out", *one]]


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


def test_the_first_word_waits_for_a_voice_and_no_longer_than_it_is_true(open_page):
    page = open_page(script=SYNTH)
    assert page.evaluate(
        """() => {
          let time = 0;
          const synth = Object.assign(new EventTarget(), fakeSynth, { voices: [] });
          const voice = createVoice(createSettings(), { synth, lang: "en", now: () => time });
          const arrive = (at) => {
            time = at;
            synth.voices = fakeSynth.voices;
            synth.dispatchEvent(new Event("voiceschanged"));
            synth.voices = [];
          };
          const spoken = [voice.say("Get ready"), voice.say("Lift")];
          arrive(500);
          voice.say("taken back");
          voice.hush();
          arrive(600);
          voice.say("too late");
          arrive(1700);
          return [spoken, spokenLog.map(([text]) => text)];
        }"""
    ) == [[False, False], ["Lift"]]


SPEAK = SYNTH + "Object.defineProperty(window, 'speechSynthesis', { value: fakeSynth });"
LOG = "spokenLog.map(([text]) => text)"
FIRST, AGAIN, UNDONE = (2, "Stop higher."), (3, "Stop higher."), (1, "Head heavy.")
ANSWER = """([rep, cue]) => {
  document.querySelector("#prompt").dataset.cue = cue;
  document.querySelector("#said").textContent = "1 of 2.";
  document.querySelector("rep-pacer").dataset.rep = rep;
}"""


def test_the_question_and_a_new_cue_are_spoken_once_and_no_screen_reader_talks_over_them(pacer):
    page = pacer(script=SPEAK, countdown="0", tempo="1-0-1-0")
    live = "document.querySelector('#said').ariaLive"
    page.get_by_role("button", name="Start").click()
    page.run(2.5)
    assert page.evaluate(LOG)[-1] == "How was rep 1?"
    assert page.evaluate(live) == "off"
    page.evaluate(ANSWER, FIRST)
    assert page.evaluate(LOG)[-1] == "Stop higher."
    page.run(3.5)
    assert page.evaluate(LOG)[-1] == "Breathe out and lift"  # three seconds for the cue
    page.run(2)
    page.evaluate(ANSWER, AGAIN)
    assert page.evaluate(LOG)[-2:] == ["How was rep 2?", "Rep 3"]
    page.evaluate(ANSWER, UNDONE)
    assert page.evaluate(LOG)[-1] == "Rep 1"
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate(live) == "polite"


def test_where_no_voice_speaks_a_screen_reader_is_told(pacer):
    page = pacer(countdown="0", tempo="1-0-1-0")
    said = page.locator("#said")
    page.get_by_role("button", name="Start").click()
    page.run(2.5)
    assert said.text_content().strip() == "How was rep 1?"
    page.evaluate(ANSWER, FIRST)
    assert said.text_content() == "1 of 2. Stop higher."
    assert said.evaluate("element => element.ariaLive") == "polite"
    page.evaluate(ANSWER, AGAIN)
    assert said.text_content() == "1 of 2."


@pytest.mark.parametrize(("rep", "told"), [("1", "Stop higher."), ("2", "")])
def test_at_ones_own_pace_the_focus_is_told_on_starting(pacer, rep, told):
    page = pacer(tempo="2-1-3-1", rep=rep, wordsFocus="Stop higher.")
    page.evaluate("document.querySelector('rep-pacer').pacer.move()")
    assert page.locator("#said").text_content().strip() == told


@pytest.mark.parametrize(
    ("data", "end"),
    [
        ({"reps": "1", "judging": "whole"}, "Set done"),
        ({"reps": "1", "judging": "none"}, "Done"),
        ({"seconds": "2", "kind": "hold"}, "Done"),
        ({"seconds": "2", "kind": "rest"}, ""),
    ],
)
def test_at_the_end_the_voice_says_what_the_screen_says(pacer, data, end):
    page = pacer(script=SPEAK, **{"tempo": "1-0-1-0", "countdown": "0", **data})
    page.get_by_role("button", name="Start").click()
    page.run(4)
    assert page.state() == "done"
    assert page.part("status") == end
    assert ("one" in page.evaluate(LOG)[-1].lower()) == bool(end)
    assert not end or page.evaluate(LOG)[-1] == end
