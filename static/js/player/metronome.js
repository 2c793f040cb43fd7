// Plans the tones of a run a little ahead on the sound card's clock. Timers may come late; a tone
// planned in time still sounds on time, because only the planning waits for the timer.

export const LOOKAHEAD = 0.4;
const EVERY = 100; // milliseconds; three late timers in a row are still in time
// A tone this late would mislead: better none.
const TOO_LATE = 0.02;

const toneFor = (cue) => (cue.first ? cue.phase : "tick");

/** `play(kind, at)` plans a tone and gives a function that takes it back. */
export function createMetronome({ run, clock, play, lookahead = LOOKAHEAD }) {
  let until = run.elapsed();
  let anchor = clock.anchor;
  let planned = [];
  let timer = null;

  /** Takes back what has not sounded yet: after a pause, a jump or a change of tempo. */
  function reset() {
    const here = run.elapsed();
    for (const { at, cancel } of planned) if (at > here) cancel();
    planned = [];
    until = here;
  }

  function pass() {
    clock.now();
    if (anchor !== clock.anchor) {
      anchor = clock.anchor;
      reset();
      until = Math.max(0, until - TOO_LATE); // what is due this moment is still to be heard
    }
    if (!run.running || clock.toSound(0) === null) return;
    const here = run.elapsed();
    const to = Math.max(until, here + lookahead);
    for (const cue of run.timeline.cues(until, to)) {
      if (here - cue.at > TOO_LATE) continue;
      const cancel = play(toneFor(cue), clock.toSound(run.whenAt(cue.at)));
      planned.push({ at: cue.at, cancel });
    }
    until = to;
    planned = planned.filter(({ at }) => at > here - 1);
  }

  return {
    pass,
    reset,
    start() {
      pass();
      timer ??= setInterval(pass, EVERY);
    },
    stop() {
      clearInterval(timer);
      timer = null;
      reset();
    },
  };
}
