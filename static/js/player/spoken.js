// What is said at a cue. Pure. `words` is the page's #player-words block, already translated.

const LAST_COUNTS = 3;
// A hold shorter than this needs no "halfway".
const LONG = 20;

/** The text to say, or "" to say nothing. */
export function spokenAt(cue, timeline, words) {
  const { say, counts } = words;
  const { phase, count, first } = cue;
  if (phase === "lower") return (first && say.lower) || (counts[count - 1] ?? String(count));
  if (phase === "done") return timeline.reps > 1 || timeline.timed ? say.done : "";
  const countsDown = phase === "ready" || timeline.timed;
  if (countsDown && !first && count <= LAST_COUNTS) return String(count);
  if (first) {
    // A lead-in of two seconds between reps is a breath, not a new start.
    return phase === "ready" && timeline.countdown <= LAST_COUNTS ? "" : (say[phase] ?? "");
  }
  if (!timeline.timed || phase === "ready") return "";
  if (count === 10) return timeline.kind === "rest" ? say.soon : say.ten;
  const seconds = timeline.repSeconds;
  return timeline.kind === "hold" && seconds >= LONG && count === Math.round(seconds / 2)
    ? say.halfway
    : "";
}

/** "Rep {rep} marked" with its values put in. */
export const fill = (text, values) =>
  (text ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The words with those that this page has of its own: a cat-cow is not "Lift, breathe out". */
export function fitted(words, { soon, lift, lower }) {
  const { phases, say, breath } = structuredClone(words);
  if (soon) say.soon = soon;
  if (lift) {
    phases.lift = lift;
    say.lift = `${lift}, ${breath.out}`;
  }
  if (lower) phases.lower = say.lower = lower;
  return { ...words, phases, say };
}

export function readWords(doc = document) {
  const empty = { phases: {}, breath: {}, counts: [], say: {}, status: {}, dots: {} };
  const block = doc.getElementById("player-words");
  return block ? { ...empty, ...JSON.parse(block.textContent) } : empty;
}
