// What is said at a cue. Pure. `words` is the page's #player-words block, already translated.

const LAST_COUNTS = 3;
// A hold shorter than this needs no "halfway".
const LONG = 20;

// A lead-in of two seconds between reps is a breath, not a new start.
const isBreath = (timeline) => timeline.countdown <= LAST_COUNTS;

/** What a phase begins with. A rep's number comes ahead of it, or with it where nothing is ahead. */
function beginning({ phase, rep }, timeline, { say, counts }) {
  const number = timeline.timed ? "" : fill(say.number, { rep });
  if (phase === "ready") {
    if (isBreath(timeline)) return number;
    return [say.ready, number, rep === 1 && say.focus].filter(Boolean).join(". ");
  }
  const text = (phase === "lower" && !say.lower ? counts[0] : say[phase]) ?? "";
  const opens = phase === timeline.phases[0].name && rep > timeline.firstRep;
  return opens ? `${rep}. ${text}` : text;
}

/** The text to say, or "" to say nothing. */
export function spokenAt(cue, timeline, words) {
  const { say, counts } = words;
  const { phase, count, first } = cue;
  if (phase === "done") return ""; // what it is the end of is the pacer's to say
  if (first) return beginning(cue, timeline, words);
  if (phase === "lower") return counts[count - 1] ?? String(count);
  const countsDown = phase === "ready" ? !isBreath(timeline) : timeline.timed;
  if (countsDown && count <= LAST_COUNTS) return String(count);
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

/**
 * The words with those that this page has of its own: a cat-cow is not "Lift, breathe out"; before the
 * first rep comes today's focus; and whose breath stops hears of the breath and nothing else.
 */
export function fitted(words, { soon, lift, lower, focus, breathAloud }) {
  const { phases, say, breath } = structuredClone(words);
  if (soon) say.soon = soon;
  if (lift) {
    phases.lift = lift;
    say.lift = `${lift}, ${breath.out}`;
  }
  if (lower) phases.lower = say.lower = lower;
  if (focus) say.focus = focus;
  if (breathAloud) [say.lift, say.lower] = [breath.out, breath.in];
  return { ...words, phases, say };
}

export function readWords(doc = document) {
  const empty = { phases: {}, breath: {}, counts: [], say: {}, status: {}, dots: {} };
  const block = doc.getElementById("player-words");
  return block ? { ...empty, ...JSON.parse(block.textContent) } : empty;
}
