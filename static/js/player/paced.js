// Where somebody has let the pacer start once, the rest of that workout goes by itself. Remembered
// for this tab and this workout; with storage blocked every set is started by a key or a tap.

const KEY = "legraises.paced";

export function rememberPaced(workout, storage = () => globalThis.sessionStorage) {
  try {
    storage().setItem(KEY, workout);
  } catch {
    // then it is asked for again
  }
}

export function isPaced(workout, storage = () => globalThis.sessionStorage) {
  try {
    return Boolean(workout) && storage().getItem(KEY) === workout;
  } catch {
    return false;
  }
}

/** After pain nothing goes on by itself. */
export function forgetPaced(storage = () => globalThis.sessionStorage) {
  try {
    storage().removeItem(KEY);
  } catch {
    // then nothing was remembered
  }
}
