// Names that nobody else gives: UUIDs of version 7 (RFC 9562). Pure; the clock and the dice are handed
// in. 48 bits are the time in milliseconds, 12 count within one, 62 are random, so names made one after
// another sort in that order, also when the clock stands still or goes back.

const MOST = 0xfff; // what 12 bits hold

/** Gives a function that makes the next name. `now()` is milliseconds since 1970. */
export function createNamer({
  now = () => Date.now(), roll = (bytes) => crypto.getRandomValues(bytes),
} = {}) {
  let time = 0;
  let count = 0;

  // A new millisecond begins somewhere in the lower half, so that there is room to count in.
  function tick(dice) {
    const seen = Math.floor(now());
    if (seen > time) {
      time = seen;
      count = dice & (MOST >> 1);
    } else if (count < MOST) {
      count += 1;
    } else {
      time += 1; // more names than a millisecond holds: the next one lends its own
      count = 0;
    }
  }

  return () => {
    const bytes = roll(new Uint8Array(16));
    tick((bytes[6] << 8) | bytes[7]);
    for (let i = 5, rest = time; i >= 0; i -= 1, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
    bytes[6] = 0x70 | (count >> 8); // the version
    bytes[7] = count & 0xff;
    bytes[8] = 0x80 | (bytes[8] & 0x3f); // the variant
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
}
