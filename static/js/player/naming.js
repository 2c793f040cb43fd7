// Names the faults of a whole set after it, in as few taps as there are things to say. Pure; works on
// the state of wholeset.js and gives a new one.

import { markOff } from "./wholeset.js";

/** Name one fault for these reps, which are then off. */
export function applyTo(set, fault, reps) {
  const faults = { ...set.faults };
  let next = set;
  for (const { rep } of set.done) {
    if (!reps.includes(rep)) continue;
    faults[rep] = [...new Set([...(faults[rep] ?? []), fault])];
    next = markOff(next, rep);
  }
  return { ...next, faults };
}

/** "Arched from rep 7": that rep and every one after it. */
export const applyFrom = (set, fault, from) =>
  applyTo(set, fault, set.done.map(({ rep }) => rep).filter((rep) => rep >= from));

/** One tap for what was marked while training: this fault for every off rep without a name. */
export const nameTheRest = (set, fault) => applyTo(set, fault, unnamed(set));

export function removeFault(set, fault, rep) {
  const left = (set.faults[rep] ?? []).filter((each) => each !== fault);
  return { ...set, faults: { ...set.faults, [rep]: left } };
}

/** It was perfect after all. */
export function makePerfect(set, rep) {
  const { [rep]: _gone, ...faults } = set.faults;
  return { ...set, faults, marks: set.marks.filter((each) => each !== rep) };
}

/** Off reps that still need a fault's name before they can be saved. */
export const unnamed = (set) =>
  set.done
    .map(({ rep }) => rep)
    .filter((rep) => set.marks.includes(rep) && !set.faults[rep]?.length);
