// One clock for the picture and the sound. It runs as smoothly as performance.now() and as fast as
// the sound card: an AudioContext's own time moves in steps of a buffer (a figure drawn by it
// stutters), and the computer's clock and the sound card's drift apart over minutes.

// How much of the distance to the sound card is made up at each look: a third of a second or so.
const PULL = 0.05;
// More than this is not drift: the sound was interrupted and came back. Then count on from there.
const JUMP = 0.1;

/** `sound()` gives the AudioContext's currentTime while it runs, else null. */
export function createClock({ wall = () => performance.now() / 1000, sound = () => null } = {}) {
  let slew = 0;
  let shift = null; // sound time minus ours
  let last = -Infinity;
  let anchor = 0;

  function now() {
    const seen = wall();
    const heard = sound();
    const ahead = heard === null || shift === null ? null : heard - shift - (seen + slew);
    if (heard === null) {
      shift = null;
    } else if (ahead === null || Math.abs(ahead) > JUMP) {
      shift = heard - (seen + slew);
      anchor += 1;
    } else {
      slew += PULL * ahead;
    }
    last = Math.max(last, seen + slew);
    return last;
  }

  return {
    now,
    /** When, on the sound card's clock; null while there is no sound. */
    toSound: (time) => (shift === null ? null : time + shift),
    /** Changes whenever sounds already planned no longer fit. */
    get anchor() {
      return anchor;
    },
  };
}
