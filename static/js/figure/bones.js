// The body's measures, and what a few joints do together: coaching/figure/bones.py, in the
// browser. tests/golden/figure.json binds the two.

export const THIGH = 71, SHANK = 71, UPPER_ARM = 54, FOREARM = 46, TRUNK = 84, NECK = 33, FOOT = 29;
export const BACK = 17, KNEE = 10, ELBOW = 6.5, WRIST = 4.5, SOLE = 10;
const HEEL = [11, 10], TOES = [29, 9];
const HEEL_DOWN = Math.hypot(...HEEL);
export const LUMBAR = [2, 66];
export const FAR = [4, -3];

const TURN = 180 / Math.PI;
export const radians = (degrees) => degrees / TURN;
export const mix = (low, high, share) => low + (high - low) * share;
export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
export const arcsine = (value) => Math.asin(clamp(value, -1, 1)) * TURN;
export const away = (start, end) => [end[0] - start[0], end[1] - start[1]];
export const shifted = (point, by) => [point[0] + by[0], point[1] + by[1]];

export function reach(start, direction, length) {
  const turn = radians(direction);
  return [start[0] + length * Math.cos(turn), start[1] - length * Math.sin(turn)];
}

export function heading(start, end) {
  return Math.atan2(start[1] - end[1], end[0] - start[0]) * TURN;
}

export function twoBones(start, target, first, second, bend) {
  const gap = Math.hypot(target[0] - start[0], target[1] - start[1]);
  const span = clamp(gap, Math.abs(first - second) + 0.01, first + second - 0.01);
  const way = heading(start, target);
  const cosine = (first ** 2 + span ** 2 - second ** 2) / (2 * first * span);
  const joint = reach(start, way + bend * (90 - arcsine(cosine)), first);
  return [joint, reach(start, way, span)];
}

export function freeLeg(hip, base, [hipBend, kneeBend], pointed) {
  const thigh = base + hipBend;
  const knee = reach(hip, thigh, THIGH);
  const shank = thigh - kneeBend;
  return [knee, reach(knee, shank, SHANK), shank + 90 - pointed];
}

// A bone, as how far it is from its start to its end, that turns a share of the way to another.
export function swung(before, after, share) {
  const turn = mix(heading([0, 0], before), heading([0, 0], after), share);
  return reach([0, 0], turn, mix(Math.hypot(...before), Math.hypot(...after), share));
}

export const standsFlat = ([hipBend, kneeBend]) => kneeBend >= 60 && hipBend <= 75;

export function lyingLeg(hip, ground, [hipBend, kneeBend], planted) {
  const height = ground - hip[1];
  const straight = clamp(1 - kneeBend / 60, 0, 1);
  const heel = mix(SOLE, HEEL_DOWN, straight);
  const lowest = Math.max(
    (KNEE - height) / THIGH,
    mix(-1, (heel - height) / (THIGH + SHANK), straight),
  );
  const thigh = Math.max(hipBend, arcsine(lowest));
  const knee = reach(hip, thigh, THIGH);
  if (planted) {
    return [knee, reach(knee, arcsine((SOLE - (ground - knee[1])) / SHANK), SHANK), 0];
  }
  const shank = Math.max(thigh - kneeBend, arcsine((heel - (ground - knee[1])) / SHANK));
  const ankle = reach(knee, shank, SHANK);
  const turn = shank + 62 - 22 * clamp(kneeBend / 90, 0, 1);
  return [knee, ankle, footAbove(turn, ground - ankle[1])];
}

function footAbove(turn, height) {
  if (turn > 0) {
    return Math.min(turn, Math.max(0, arcsine(height / HEEL_DOWN) - heading([0, 0], [11, -10])));
  }
  const toes = heading([0, 0], [TOES[0], -TOES[1]]);
  return Math.max(turn, Math.min(0, toes - arcsine(height / Math.hypot(...TOES))));
}
