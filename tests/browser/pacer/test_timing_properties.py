"""What holds for any tempo, and for any pausing, resuming and changing of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.browser
# A question to a browser takes its time now and then.
PROPERTY = settings(max_examples=60, deadline=None)


seconds = st.integers(0, 10) | st.sampled_from([0.1, 0.25, 0.3, 0.5, 1.1, 2.7, 3.3])
tempos = st.fixed_dictionaries(
    {"lift": seconds, "hold": seconds, "lower": st.integers(1, 10), "pause": seconds}
)
specs = st.fixed_dictionaries(
    {
        "tempo": tempos,
        "startsAt": st.sampled_from(["bottom", "top"]),
        "reps": st.integers(1, 12),
        "firstRep": st.integers(1, 9),
        "countdown": st.integers(0, 10),
    }
)


@PROPERTY
@given(spec=specs, cuts=st.lists(st.floats(0, 400), max_size=8))
def test_cues_asked_for_piecemeal_are_the_cues_of_the_whole(pure, spec, cuts):
    whole, pieces = pure.evaluate(
        """([spec, cuts]) => {
          const timeline = createTimeline(spec);
          const edges = [0, ...cuts.sort((a, b) => a - b), 9999];
          const pieces = edges.slice(1).flatMap((to, i) => timeline.cues(edges[i], to));
          return [timeline.cues(0, 9999), pieces];
        }""",
        [spec, cuts],
    )

    assert pieces == whole
    assert len({cue["at"] for cue in whole}) == len(whole)


@PROPERTY
@given(spec=specs, part=st.floats(0, 1))
def test_the_figure_never_jumps(pure, spec, part):
    before, after = pure.evaluate(
        """([spec, part]) => {
          const timeline = createTimeline(spec);
          const t = part * timeline.total;
          return [timeline.at(t).lift, timeline.at(t + 0.001).lift];
        }""",
        [spec, part],
    )
    shortest = min((spec["tempo"][name] or 9 for name in ("lift", "lower")), default=9)

    if spec["tempo"]["lift"]:  # a lift that takes no time is a jump that was asked for
        assert abs(after - before) <= 0.0016 / shortest + 1e-6


steps = st.lists(st.tuples(st.sampled_from(["go", "pause", "wait"]), st.floats(0, 20)), max_size=25)


@PROPERTY
@given(spec=specs, script=steps)
def test_pausing_and_resuming_never_loses_time(pure, spec, script):
    elapsed, total = pure.evaluate(
        """([spec, script]) => {
          let now = 1000;
          const run = createRun(() => now, createTimeline(spec));
          for (const [what, wait] of script) {
            if (what === "go") run.start();
            if (what === "pause") run.pause();
            now += wait;
          }
          return [run.elapsed(), run.timeline.total];
        }""",
        [spec, script],
    )
    going, spent = False, 0.0
    for what, wait in script:
        going = {"go": True, "pause": False}.get(what, going)
        spent += wait if going else 0

    assert elapsed == pytest.approx(min(spent, total), abs=1e-6)


@PROPERTY
@given(spec=specs, tempo=tempos, part=st.floats(0, 0.999), going=st.booleans())
def test_another_tempo_midway_keeps_the_place(pure, spec, tempo, part, going):
    before, after, kept = pure.evaluate(
        """([spec, tempo, part, going]) => {
          let now = 0;
          const run = createRun(() => now, createTimeline(spec));
          run.start();
          now = part * run.timeline.total;
          if (!going) run.pause();
          const before = run.position();
          run.change(run.timeline.with({ tempo }));
          return [before, run.position(), run.running];
        }""",
        [spec, tempo, part, going],
    )

    assert kept is going
    if before["phase"] == "ready" or tempo[before["phase"]]:
        assert (after["rep"], after["phase"]) == (before["rep"], before["phase"])
        assert after["progress"] == pytest.approx(before["progress"], abs=1e-6)
    else:  # the new tempo has no such phase: on to what comes next
        assert after["rep"] in (before["rep"], before["rep"] + 1) or after["phase"] == "done"
