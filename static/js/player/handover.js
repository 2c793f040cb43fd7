// A whole set on its way from the page where it is paced to the page where it is judged. Written down
// after every rep, so that a closed tab or an empty battery loses no more than the rep under way. One
// set at a time is kept, on this device, until it is saved or begun anew. Where the device is full, or
// keeps nothing for us, it is known as long as this document lasts, which is as long as the workout.

const KEY = "legraises.set";

// A function, because even naming localStorage throws where it is blocked.
const onThisDevice = () => globalThis.localStorage;
let inThisDocument = null;

export function handOver(set, reps, storage = onThisDevice) {
  inThisDocument = { set, reps };
  try {
    storage().setItem(KEY, JSON.stringify(inThisDocument));
  } catch {
    // Whoever closes the page now is asked how many there were.
  }
}

const keptIn = (storage) => inThisDocument ?? JSON.parse(storage().getItem(KEY));

/** What was handed over for this set from rep number `first` on: earlier ones are saved. Or null. */
export function takeOver(set, first = 1, storage = onThisDevice) {
  try {
    const kept = keptIn(storage);
    const reps = kept?.set === set ? kept.reps.filter(({ rep }) => rep >= first) : [];
    return reps.length ? reps : null;
  } catch {
    return null;
  }
}

/** Once all of it is saved there is nothing to keep. */
export function forgetSaved(set, first, storage = onThisDevice) {
  try {
    const kept = keptIn(storage);
    if (kept.set === set && kept.reps.every(({ rep }) => rep < first)) forget(storage);
  } catch {
    // nothing was kept, then
  }
}

export function forget(storage = onThisDevice) {
  inThisDocument = null;
  try {
    storage().removeItem(KEY);
  } catch {
    // nothing was kept, then
  }
}

// "End the set here" is said on one page and heard by the next, once the reps are saved.
const ENDED = "legraises.ended";
const inThisTab = () => globalThis.sessionStorage;

export function sayEnded(set, storage = inThisTab) {
  try {
    storage().setItem(ENDED, set);
  } catch {
    // then the set's page offers to go on with it
  }
}

export function wasEnded(set, storage = inThisTab) {
  try {
    return storage().getItem(ENDED) === set;
  } catch {
    return false;
  }
}
