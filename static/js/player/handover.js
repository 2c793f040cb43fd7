// A whole set goes from the page where it was paced to the page where it is judged. Kept for this tab
// only, until it is saved or the set is begun anew.

const KEY = "legraises.set:";

export function handOver(set, reps, storage = globalThis.sessionStorage) {
  try {
    storage.setItem(KEY + set, JSON.stringify(reps));
  } catch {
    // The page is then filled with perfect reps, to be marked by hand.
  }
}

/** What was handed over for this set, or null. */
export function takeOver(set, storage = globalThis.sessionStorage) {
  try {
    return JSON.parse(storage.getItem(KEY + set));
  } catch {
    return null;
  }
}

export function forget(set, storage = globalThis.sessionStorage) {
  try {
    storage.removeItem(KEY + set);
  } catch {
    // nothing was kept, then
  }
}
