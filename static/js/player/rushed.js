// Was the way down followed? Pure. coaching/practice/pacing.py (paced_descent) is its twin.

// Only float dust: somebody who answers before the pacer is down has not lowered with it.
const HAIR = 1e-6;
// Tenths are what is kept. Rounded down, or 2.97 s would be kept as the whole three.
const tenths = (seconds) => Math.floor(seconds * 10 + HAIR) / 10;

/**
 * What an answer to `rep` says about its descent. `run` may be null or never started (no pacer).
 * rushed: answered before the pacer had come down, so ask. descent: the seconds lowered so far, 0
 * where the way down had not begun; null where nobody measured (docs/adr/0004).
 */
export function judgeDescent(run, rep) {
  const lower = run?.descent(rep) ?? null;
  if (lower === null || run.elapsed() === 0) return { rushed: false, descent: null };
  const { start, end } = run.timeline.span(rep, "lower");
  const here = run.elapsed();
  if (here >= end - HAIR) return { rushed: false, descent: lower };
  return { rushed: true, descent: tenths(Math.max(0, here - start)) };
}
