// When things happen in a set. Pure: no DOM, no timers, the clock is handed in.
// coaching/practice/pacing.py computes the same phases, totals and counts; tests/golden/pacing.json
// binds the two. All times are seconds.

const ORDER = {
  bottom: ["lift", "hold", "lower", "pause"],
  top: ["lower", "pause", "lift", "hold"],
};
// From this length a hold is long enough that people forget to breathe.
const LONG_HOLD = 3;
// Sums of fractions such as 0.1 land a hair off the boundary they mean.
const HAIR = 1e-9;

/** How many whole counts are said in a stretch: a last count shorter than half a second is not. */
export const countsIn = (seconds) => Math.max(1, Math.floor(seconds + 0.5));

/** "2-1-3-1" → {lift: 2, hold: 1, lower: 3, pause: 1} */
export function parseTempo(text) {
  const numbers = String(text).split("-").map(Number);
  if (numbers.length !== 4 || numbers.some((n) => !(n >= 0)) || !numbers.some((n) => n > 0)) {
    throw new RangeError(`a tempo is four numbers such as 2-1-3-1, not “${text}”`);
  }
  const [lift, hold, lower, pause] = numbers;
  return { lift, hold, lower, pause };
}

function breathIn(name, seconds) {
  if (name === "lift") return "out";
  if (name === "lower") return "in";
  return name === "hold" && seconds >= LONG_HOLD ? "steady" : "";
}

function makePhase(name, start, seconds) {
  const end = start + seconds;
  return { name, start, end, counts: countsIn(seconds), breath: breathIn(name, seconds) };
}

/** The phases of one rep, which tile it without a gap; those that last no time are left out. */
export function repPhases(tempo, startsAt = "bottom") {
  let start = 0;
  const phases = [];
  for (const name of ORDER[startsAt]) {
    if (!(tempo[name] > 0)) continue;
    phases.push(makePhase(name, start, tempo[name]));
    start = phases.at(-1).end;
  }
  return phases;
}

const ease = (p) => p * p * (3 - 2 * p);

// A count in a rep goes up from its start; a countdown goes down and lands exactly on its end.
const countOf = (phase, offset, down) =>
  down
    ? Math.max(1, Math.min(phase.counts, Math.ceil(phase.end - offset - HAIR)))
    : Math.min(phase.counts, Math.floor(offset - phase.start + HAIR) + 1);

function* countMarks(phase, down) {
  for (let i = 0; i < phase.counts; i += 1) {
    const count = down ? phase.counts - i : i + 1;
    const offset = down ? Math.max(phase.start, phase.end - count) : phase.start + i;
    yield { offset, count, first: i === 0 };
  }
}

/**
 * The whole set. Either `tempo` with `reps` (numbered from `firstRep`), or `seconds` of one `kind`
 * ("hold" for a plank, "rest" between sets). `countdown` is the time to get ready before it.
 */
export function createTimeline(spec) {
  const { tempo, startsAt = "bottom", firstRep = 1, countdown = 0, seconds = 0 } = spec;
  const { reps = 1, kind = "hold" } = spec;
  const timed = seconds > 0;
  const phases = timed ? [makePhase(kind, 0, seconds)] : repPhases(tempo, startsAt);
  const ready = makePhase("ready", 0, countdown);
  const repSeconds = phases.at(-1).end;
  const total = countdown + reps * repSeconds;
  const lastRep = firstRep + reps - 1;
  const atRest = startsAt === "top" ? 1 : 0;

  // Multiplied, never added up, so that rep 200 begins exactly where it should.
  const repStart = (rep) => countdown + (rep - firstRep) * repSeconds;

  function liftIn(name, progress, left) {
    if (name === "lift") return ease(progress);
    if (name === "lower") return 1 - ease(progress);
    if (name === "hold") return 1;
    if (name === "ready" && timed && kind === "hold") return ease(Math.max(0, 1 - left));
    return name === "pause" || timed ? 0 : atRest;
  }

  function place(rep, phase, offset, down) {
    const progress = Math.min(1, Math.max(0, (offset - phase.start) / (phase.end - phase.start)));
    const count = countOf(phase, offset, down);
    const { name, breath } = phase;
    return { rep, phase: name, progress, count, breath, lift: liftIn(name, progress, phase.end - offset) };
  }

  function at(t) {
    if (t < countdown - HAIR) return place(firstRep, ready, Math.max(0, t), true);
    if (t >= total - HAIR) {
      const lift = liftIn("done", 1, 0);
      return { rep: lastRep, phase: "done", progress: 1, count: 0, breath: "", lift };
    }
    const index = Math.min(reps - 1, Math.floor((t - countdown) / repSeconds + HAIR));
    const offset = Math.max(0, t - countdown - index * repSeconds);
    const phase = phases.find((each) => offset < each.end - HAIR) ?? phases.at(-1);
    return place(firstRep + index, phase, offset, timed);
  }

  /** Start and end of a phase; one the tempo leaves out lasts no time where it would have been. */
  function span(rep, name) {
    if (name === "ready") return { start: 0, end: countdown };
    const start = repStart(rep);
    const phase = phases.find((each) => each.name === name);
    if (phase) return { start: start + phase.start, end: start + phase.end };
    const later = ORDER[startsAt].slice(ORDER[startsAt].indexOf(name) + 1);
    const next = phases.find((each) => later.includes(each.name));
    const gone = start + (next ? next.start : repSeconds);
    return { start: gone, end: gone };
  }

  /** Every count, phase change and the end, from `from` up to but without `to`. */
  function cues(from, to) {
    const found = [];
    const keep = (cue) => cue.at >= from && cue.at < to && found.push(cue);
    if (countdown > 0 && from < countdown) {
      for (const { offset, ...mark } of countMarks(ready, true)) {
        keep({ at: offset, rep: firstRep, phase: "ready", ...mark });
      }
    }
    const first = Math.max(0, Math.floor((from - countdown) / repSeconds) - 1);
    const last = Math.min(reps - 1, Math.floor((to - countdown) / repSeconds));
    for (let index = first; index <= last; index += 1) {
      const rep = firstRep + index;
      for (const phase of phases) {
        for (const { offset, ...mark } of countMarks(phase, timed)) {
          keep({ at: repStart(rep) + offset, rep, phase: phase.name, ...mark });
        }
      }
    }
    keep({ at: total, rep: lastRep, phase: "done", count: 0, first: true });
    return found;
  }

  return {
    ...{ phases, repSeconds, total, countdown, reps, firstRep, lastRep, timed, kind, at, span, cues },
    repStart,
    repEnd: (rep) => repStart(rep) + repSeconds,
    with: (changes) => createTimeline({ ...spec, ...changes }),
  };
}
