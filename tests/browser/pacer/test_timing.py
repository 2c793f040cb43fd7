"""When things happen: against the golden file, which the server's half is held to as well."""

from math import floor

import pytest

from tests.browser.pacer.fakes import DEFAULT, GOLDEN

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("case", GOLDEN["reps"], ids=lambda case: case["name"])
def test_phases_are_those_of_the_server(pure, case):
    phases = pure.evaluate("c => repPhases(c.tempo, c.starts_at)", case)

    assert phases == case["phases"]
    assert pure.evaluate("c => countsIn(c.tempo.lower)", case) == case["descent_counts"]


@pytest.mark.parametrize("case", GOLDEN["sets"])
def test_a_set_lasts_as_long_as_the_server_says(pure, case):
    assert pure.evaluate("c => createTimeline(c).total", case) == pytest.approx(case["total"])


@pytest.mark.parametrize("case", GOLDEN["descents"])
def test_a_descent_is_judged_as_on_the_server(pure, case):
    verdict = pure.evaluate(
        """c => {
          let now = 0;
          const timeline = createTimeline({ ...c, startsAt: c.starts_at });
          const run = createRun(() => now, timeline);
          run.start();
          now = c.answered_at;
          return judgeDescent(run, 1);
        }""",
        case,
    )

    assert verdict["rushed"] is (case["descent"] is None)
    assert verdict["descent"] == pytest.approx(case["descent"] or lowered_so_far(case))


def lowered_so_far(case):
    """A descent that was not followed to its end is known as far as it went."""
    tempo = case["tempo"]
    begins = 0 if case["starts_at"] == "top" else tempo["lift"] + tempo["hold"]
    return floor(max(0, case["answered_at"] - begins) * 10 + 1e-6) / 10


def test_almost_down_is_not_kept_as_down(pure):
    assert pure.evaluate(
        """() => {
          let now = 0;
          const tempo = { lift: 2, hold: 1, lower: 3, pause: 1 };
          const run = createRun(() => now, createTimeline({ tempo }));
          run.start();
          return [1, 3, 5.97].map((at) => { now = at; return judgeDescent(run, 1).descent; });
        }"""
    ) == [0, 0, 2.9]


def test_where_the_set_is_at_any_moment(pure):
    run = GOLDEN["run"]
    for expected in run["positions"]:
        got = pure.evaluate("([run, t]) => createTimeline(run).at(t)", [run, expected["at"]])
        assert {key: got[key] for key in ("rep", "phase", "count")} == {
            key: expected[key] for key in ("rep", "phase", "count")
        }
        assert got["progress"] == pytest.approx(expected["progress"], abs=1e-4)
        assert got["lift"] == pytest.approx(expected["lift"], abs=1e-4)


def test_every_cue_of_a_set(pure):
    cues = pure.evaluate(
        "run => createTimeline(run).cues(0, 99).map(c => [c.at, c.rep, c.phase, c.count])",
        GOLDEN["run"],
    )

    assert cues == GOLDEN["run"]["cues"]


def test_a_plank_counts_down_and_a_rep_begun_at_the_top_waits_there(pure):
    plank = "createTimeline({ seconds: 30, countdown: 5 })"
    at = f"t => {{ const p = {plank}.at(t); return [p.phase, p.count, p.lift]; }}"
    assert pure.evaluate(at, 0) == ["ready", 5, 0]
    assert pure.evaluate(at, 5) == ["hold", 30, 1]
    assert pure.evaluate(at, 33.5) == ["hold", 2, 1]
    assert pure.evaluate(at, 35)[0] == "done"
    top = pure.evaluate(
        "tempo => createTimeline({ tempo, startsAt: 'top', countdown: 3 }).at(1).lift", DEFAULT
    )
    assert top == 1


@pytest.mark.parametrize("text", ["", "2-1-3", "2-1-x-1", "0-0-0-0", "-2-1-3-1"])
def test_a_tempo_that_is_none_is_refused(pure, text):
    assert pure.evaluate(
        "text => { try { parseTempo(text); } catch (error) { return error.name; } }", text
    ) == ("RangeError")


def test_a_descent_slowed_midway_lasts_what_it_lasted(pure):
    descent = pure.evaluate(
        """tempo => {
          let now = 0;
          const run = createRun(() => now, createTimeline({ tempo, reps: 2 }));
          run.start();
          now = 4.5;  // halfway down: 1.5 s of 3 s
          run.change(run.timeline.with({ tempo: { ...tempo, lower: 5 } }));
          now += 2.5;
          return [run.position().phase, run.descent(1), run.descent(2)];
        }""",
        DEFAULT,
    )

    assert descent == ["pause", 4, 5]


def test_thirty_seconds_more_rest(pure):
    left = pure.evaluate(
        """() => {
          let now = 0;
          const run = createRun(() => now, createTimeline({ seconds: 60, kind: "rest" }));
          run.start();
          now = 50;
          run.change(run.timeline.with({ seconds: 90 }));
          return run.position().count;
        }"""
    )

    assert left == 40


def test_a_figure_that_moves_by_itself_goes_by_the_same_clock(pure):
    apart = pure.evaluate(
        """async () => {
          const { phases, at } = await import("/js/figure/rhythm.js");
          const found = [];
          for (const startsAt of ["bottom", "top"]) {
            const timeline = createTimeline({ tempo: parseTempo("2-1-3-1"), startsAt, reps: 3 });
            const parts = phases("2-1-3-1", startsAt);
            for (let t = 0.05; t < 21; t += 0.1) {
              const { phase, lift, rep } = timeline.at(t);
              const drawn = at(parts, t);
              if (drawn.phase !== phase || drawn.rep + 1 !== rep) found.push([startsAt, t, phase]);
              if (Math.abs(drawn.lift - lift) > 1e-5) found.push([startsAt, t, lift]);
            }
          }
          return found;
        }"""
    )

    assert apart == []
