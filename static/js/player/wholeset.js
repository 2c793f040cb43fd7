// The whole-set way of judging: anything not said is perfect. Pure; every function gives a new state.
// What was wrong with the reps that were off is named afterwards, on the page of review.js.
//
// Which rep does "that one was off" mean? People notice at the bottom and their hand, or voice, or
// foot takes a moment. So within GRACE seconds of a rep's start it means the rep before; later it
// means the rep under way; after the last rep, the last. Saying it twice about one rep changes
// nothing: a nervous double tap must not take the mark back. Taking back has a button of its own.

export const GRACE = 1.5;

/** state: done [{rep, descent, at}], marks (reps, in the order said), faults {rep: [slug]} */
export const emptySet = () => ({ done: [], marks: [], faults: {} });

export function finishRep(set, rep, descent = null, at = null) {
  if (set.done.some((each) => each.rep === rep)) return set;
  return { ...set, done: [...set.done, { rep, descent, at }] };
}

/** The rep meant by somebody who speaks now; null before the first has begun. */
export function meantRep(timeline, elapsed, grace = GRACE) {
  const { rep, phase } = timeline.at(elapsed);
  if (phase === "ready") return null;
  if (phase === "done") return rep;
  const early = elapsed - timeline.repStart(rep) < grace;
  return early && rep > timeline.firstRep ? rep - 1 : rep;
}

export function markOff(set, rep) {
  if (rep === null || set.marks.includes(rep)) return set;
  return { ...set, marks: [...set.marks, rep] };
}

export const takeBack = (set) => ({ ...set, marks: set.marks.slice(0, -1) });

/** What is saved: the reps that were finished. One broken off with the set was never one. */
export const listReps = (set) =>
  set.done.map((each) => ({
    ...each,
    off: set.marks.includes(each.rep),
    faults: set.faults[each.rep] ?? [],
  }));
