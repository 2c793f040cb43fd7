// A figure that moves by itself, by the clock that paces sets: which part of a rep a moment belongs to,
// and how high the legs are then.

import { createTimeline, parseTempo } from "../player/timing.js";

// "2-1-3-1" and where the rep starts -> the parts of a rep, without empty ones; none without a tempo.
export function phases(tempo, startsAt = "bottom") {
  try {
    return makeParts(parseTempo(tempo ?? ""), startsAt);
  } catch {
    return [];
  }
}

function makeParts(tempo, startsAt) {
  const timeline = createTimeline({ tempo, startsAt });
  return Object.assign([...timeline.phases], { timeline });
}

// The moment `clock` seconds after the start: its phase, its rep (from 0), lift, and air in the lungs.
export function at({ timeline }, clock) {
  const length = timeline.repSeconds;
  const rep = Math.floor(clock / length);
  const { phase, progress, lift, breath } = timeline.at(Math.min(clock - rep * length, length - 1e-6));
  const index = timeline.phases.findIndex(({ name }) => name === phase);
  const { start, end } = timeline.phases[index];
  const drawn = breath === "out" || breath === "in" ? breath : null; // a hold keeps what it came with
  return { index, rep, phase, seconds: end - start, breath: drawn, share: progress, lift, air: 1 - lift };
}
