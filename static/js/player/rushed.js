// Was the way down followed? Pure. coaching/practice/pacing.py (paced_descent) is its twin.

// Only float dust: somebody who answers before the pacer is down has not lowered with it.
const HAIR = 1e-6;

/**
 * What an answer to `rep` says about its descent. `run` may be null or never started (no pacer).
 * rushed: answered before the pacer had come down, so ask; descent: seconds, or null if not paced.
 */
export function judgeDescent(run, rep) {
  const lower = run?.descent(rep) ?? null;
  if (lower === null || run.elapsed() === 0) return { rushed: false, descent: null };
  const rushed = run.elapsed() < run.timeline.span(rep, "lower").end - HAIR;
  return { rushed, descent: rushed ? null : lower };
}
