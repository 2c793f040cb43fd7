// Where somebody has let the pacer start once, the rest of that workout goes by itself; where somebody
// has done without it, the rest does too. Remembered for this tab and this workout; with storage
// blocked every set is started by a key or a tap.

const KEY = "legraises.paced";
const OWN = "legraises.own";

const inThisTab = () => globalThis.sessionStorage;

function remember(workout, key, other, storage) {
  try {
    storage().setItem(key, workout);
    storage().removeItem(other);
  } catch {
    // then it is asked for again
  }
}

function isKept(workout, key, storage) {
  try {
    return Boolean(workout) && storage().getItem(key) === workout;
  } catch {
    return false;
  }
}

export const rememberPaced = (workout, storage = inThisTab) => remember(workout, KEY, OWN, storage);
export const isPaced = (workout, storage = inThisTab) => isKept(workout, KEY, storage);
export const rememberOwn = (workout, storage = inThisTab) => remember(workout, OWN, KEY, storage);
export const isOwn = (workout, storage = inThisTab) => isKept(workout, OWN, storage);

/** After pain nothing goes on by itself. */
export function forgetPaced(storage = inThisTab) {
  try {
    for (const key of [KEY, OWN]) storage().removeItem(key);
  } catch {
    // then nothing was remembered
  }
}
