// The body on its mat, on its bar, on its knees: coaching/figure/supports.py, in the browser.

import {
  BACK, ELBOW, FAR, FOOT, FOREARM, KNEE, NECK, SHANK, SOLE, THIGH, TRUNK, UPPER_ARM, WRIST,
  arcsine, away, clamp, freeLeg, heading, lyingLeg, mix, radians, reach, shifted, standsFlat, swung,
  twoBones,
} from "./bones.js";

export const GROUND = {
  lying: 204, hanging: 412, "all-fours": 204, forearms: 204, "half-kneeling": 240, standing: 308,
};
export const RESTS = { lying: [45, 118], hanging: [0, 0], standing: [0, 0] };
const UNDER = 10, FIST = 9, KNEES_DOWN = 19, TOES_TUCKED = 30.5;
const BUSY_HANDS = ["reaching", "holding-leg", "out"];

function isStill(figure, legRests) {
  return legRests || (
    Math.abs(figure.hip_top - figure.hip_bottom) <= 12
    && Math.abs(figure.knee_top - figure.knee_bottom) <= 12
  );
}

function upperBody(hip, trunk, neck) {
  const shoulder = reach(hip, trunk, TRUNK);
  return {
    hip,
    far_hip: shifted(hip, FAR),
    shoulder,
    far_shoulder: shifted(shoulder, FAR),
    neck: reach(shoulder, (trunk + neck) / 2, 6),
    head: reach(shoulder, neck, NECK),
    head_turn: neck,
  };
}

function setLeg(body, name, knee, ankle, turn) {
  body[`${name}_knee`] = knee;
  body[`${name}_ankle`] = ankle;
  body[`${name}_foot`] = turn;
  body[`${name}_toe`] = reach(ankle, turn, FOOT);
}

function setArm(body, name, elbow, hand, turn = heading(elbow, hand)) {
  body[`${name}_elbow`] = elbow;
  body[`${name}_hand`] = hand;
  body[`${name}_palm`] = turn;
}

function straightArm(body, name, shoulder, hand, turn) {
  const share = UPPER_ARM / (UPPER_ARM + FOREARM);
  const elbow = [mix(shoulder[0], hand[0], share), mix(shoulder[1], hand[1], share)];
  setArm(body, name, elbow, hand, turn);
}

function bentArm(body, name, shoulder, hand, bend, turn) {
  setArm(body, name, ...twoBones(shoulder, hand, UPPER_ARM, FOREARM, bend), turn);
}

const SIDES = ["near", "far"];
const hipOf = (body, name) => body[name === "near" ? "hip" : "far_hip"];
const shoulderOf = (body, name) => body[name === "near" ? "shoulder" : "far_shoulder"];

// Turns an arm a share of the way to where it is in another body, of the same trunk.
function swingArm(body, name, other, share) {
  const shoulder = shoulderOf(body, name);
  const bend = `${name}_elbow`, end = `${name}_hand`, palm = `${name}_palm`;
  const upper = swung(away(shoulder, body[bend]), away(shoulder, other[bend]), share);
  const fore = swung(away(body[bend], body[end]), away(other[bend], other[end]), share);
  const elbow = shifted(shoulder, upper);
  setArm(body, name, elbow, shifted(elbow, fore), mix(body[palm], other[palm], share));
}

function lying({ figure, ground, near, far, moving, lift, side, curve, rest }) {
  const under = figure.hands === "under-hips" ? UNDER : 0;
  const tucked = clamp(-curve * 0.12, 0, 5);
  const hip = [200, ground - BACK - under - tucked];
  const tilt = arcsine((under + tucked) / TRUNK);
  const body = upperBody(hip, 180 + tilt, 180 - tilt);
  const neck = arcsine((16 - (ground - body.shoulder[1])) / NECK);
  body.head_turn = 180 - neck;
  body.head = reach(body.shoulder, 180 - neck, NECK);
  const apart = figure.legs !== "both";
  for (const [at, name] of SIDES.entries()) {
    const [across, up] = name === "near" ? [0, 0] : FAR;
    const planted = isStill(figure, apart && side !== at) && standsFlat(moving[at]);
    const base = shifted(hip, [across, 0]);
    const [knee, ankle, turn] = lyingLeg(base, ground, at ? far : near, planted);
    setLeg(body, name, shifted(knee, [0, up]), shifted(ankle, [0, up]), mix(turn, 0, rest));
  }
  for (const [at, name] of SIDES.entries()) {
    const moves = apart && side !== at;
    lyingArm(body, name, figure.hands, { ground, lift, side, moves });
    if (!rest || !BUSY_HANDS.includes(figure.hands)) continue;
    const rested = { ...body };
    const wrist = figure.hands === "holding-leg" ? FIST : WRIST;
    lyingArm(rested, name, "sides", { ground, lift, side, moves: false, wrist });
    swingArm(body, name, rested, rest);
  }
  return body;
}

function lyingArm(body, name, hands, { ground, lift, side, moves, wrist = WRIST }) {
  const { hip } = body;
  const shoulder = shoulderOf(body, name);
  if (hands === "reaching") {
    const overhead = 90 + 56 * (moves ? 1 - lift : 0);
    return straightArm(body, name, shoulder, reach(shoulder, overhead, UPPER_ARM + FOREARM));
  }
  if (hands === "holding-leg") {
    const way = heading(hip, side ? body.far_knee : body.near_knee);
    return bentArm(body, name, shoulder, reach(reach(hip, way, 0.62 * THIGH), way - 90, 9), -1);
  }
  if (hands === "out") {
    const there = name === "near" ? [-30, ground - WRIST - shoulder[1]] : [9, -30];
    return straightArm(body, name, shoulder, shifted(shoulder, there));
  }
  if (hands === "under-hips") {
    return setArm(body, name, [shoulder[0] + 38, ground - 20], [hip[0] - 15, ground - WRIST], 0);
  }
  if (hands === "under-back" && name === "near") {
    return setArm(body, name, [shoulder[0] + 14, ground - ELBOW], [hip[0] - 46, ground - WRIST], 0);
  }
  const down = arcsine((ground - ELBOW - shoulder[1]) / UPPER_ARM);
  const elbow = reach(shoulder, -down, UPPER_ARM);
  setArm(body, name, elbow, reach(elbow, -arcsine((ELBOW - wrist) / FOREARM), FOREARM), 0);
}

function hanging({ ground, near, far, rest }) {
  const lean = 6 * clamp(Math.max(near[0], far[0]) / 90, 0, 1.2);
  const bar = [150, 36];
  const hands = { near: [bar[0] - 17, bar[1] + 7], far: [bar[0] + 21, bar[1] - 1] };
  const length = UPPER_ARM + FOREARM - 3;
  const hung = reach([bar[0], bar[1] + 5], -90 - lean * 0.6, length);
  const below = ground - SOLE - TRUNK - THIGH - SHANK - hung[1];
  const shoulder = shifted(hung, [0, below * rest]);
  const trunk = 90 - lean * 0.4;
  const neck = mix(trunk - 14, 88, rest);
  const body = upperBody(reach(shoulder, trunk - 180, TRUNK), trunk, neck);
  for (const name of SIDES) {
    const bend = name === "near" ? near : far;
    const base = trunk - 180 + lean * 0.4;
    const [knee, ankle, turn] = freeLeg(hipOf(body, name), base, bend, 40);
    setLeg(body, name, knee, ankle, mix(turn, 0, rest));
    straightArm(body, name, shoulderOf(body, name), hands[name]);
    if (rest) restArm(body, name, rest);
  }
  return body;
}

function allFours({ ground, near, curve }) {
  const thigh = -180 + near[0];
  const knee = [148, ground - KNEE];
  const trunk = 14;
  const follow = curve * (curve > 0 ? 0.75 : 1.5);
  const body = upperBody(reach(knee, thigh + 180, THIGH), trunk, clamp(trunk - 8 + follow, -52, 44));
  for (const name of SIDES) {
    const shift = name === "near" ? [0, 0] : [9, -2];
    const down = shifted(knee, shift);
    setLeg(body, name, down, reach(down, 180, SHANK), 187);
    const hand = [body.shoulder[0] + 7 + shift[0], ground - WRIST - 1 + shift[1]];
    straightArm(body, name, shoulderOf(body, name), hand, 0);
  }
  body.far_hip = reach(body.far_knee, thigh + 180, THIGH);
  return body;
}

function forearms({ ground, near, rest }) {
  const shoulder = [302, ground - ELBOW - UPPER_ARM];
  const straight = freeLeg(reach([0, 0], 180, TRUNK), 180, near, 0)[1];
  const drop = ground - TOES_TUCKED - shoulder[1];
  const turned = heading(straight, [0, 0]) + arcsine(drop / Math.hypot(...straight));
  const trunk = mix(turned, KNEES_DOWN, rest);
  const lifted = KNEES_DOWN + arcsine((TOES_TUCKED - KNEE) / SHANK);
  const bend = [mix(near[0], 0, rest), mix(near[1], lifted, rest)];
  const body = upperBody(reach(shoulder, trunk + 180, TRUNK), trunk, trunk - 10);
  body.far_hip = shifted(body.hip, [8, -2]);
  for (const name of SIDES) {
    const shift = name === "near" ? [0, 0] : [8, -2];
    const [knee, ankle] = freeLeg(hipOf(body, name), trunk + 180, bend, 0);
    setLeg(body, name, knee, ankle, -72);
    const elbow = [shoulder[0] + shift[0], ground - ELBOW + shift[1]];
    setArm(body, name, elbow, reach(elbow, arcsine(-2 / FOREARM), FOREARM), 0);
  }
  return body;
}

function halfKneeling({ figure, ground, near, far, curve }) {
  const [kneels, stands] = near[0] <= far[0] ? ["near", "far"] : ["far", "near"];
  const [back, front] = kneels === "near" ? [near, far] : [far, near];
  const knee = [150, ground - KNEE];
  const hip = reach(knee, 90 + back[0], THIGH);
  const body = upperBody(hip, 90 - clamp(curve * 0.2, -4, 4), 88);
  setLeg(body, kneels, knee, reach(knee, 181, SHANK), 189);
  const foot = [knee[0] + THIGH * Math.sin(radians(Math.min(front[0], 90))) + 8, ground - SOLE];
  const start = hipOf(body, stands);
  const [bent, ankle] = twoBones(start, foot, THIGH, SHANK, 1);
  setLeg(body, stands, bent, ankle, 0);
  const rest = reach(bent, heading(bent, start) - 62, 14);
  for (const name of SIDES) uprightArm(figure, body, name, rest, false);
  return body;
}

function standing({ figure, ground, near, far, moving, rest }) {
  const [one, other] = moving.map(([hip, knee]) => Math.abs(hip) + knee);
  const stands = one >= other ? "far" : "near";
  const firm = stands === "far" ? far : near;
  const shank = reach([150, ground - SOLE], 90 + firm[0] - firm[1], SHANK);
  let hip = reach(shank, 90 + firm[0], THIGH);
  if (stands === "far") hip = shifted(hip, [-FAR[0], 0]);
  const body = upperBody(hip, 90, 88);
  body.far_hip = shifted(hip, [FAR[0], 0]);
  for (const name of SIDES) {
    const bend = name === "near" ? near : far;
    const [knee, ankle, turn] = freeLeg(hipOf(body, name), -90, bend, 30);
    setLeg(body, name, knee, ankle, name === stands ? 0 : mix(turn, 0, rest));
  }
  const target = stands === "far" ? body.near_ankle : body.far_ankle;
  for (const name of SIDES) {
    const holds = figure.hands === "holding-foot" && name !== stands;
    uprightArm(figure, body, name, target, holds);
    if (rest) restArm(body, name, rest);
  }
  return body;
}

function uprightArm(figure, body, name, target, holds) {
  const shoulder = shoulderOf(body, name);
  if (holds || figure.hands === "holding-leg") return bentArm(body, name, shoulder, target, 1);
  if (figure.hands === "reaching") {
    return straightArm(body, name, shoulder, reach(shoulder, 0, UPPER_ARM + FOREARM));
  }
  if (figure.support === "half-kneeling") {
    return bentArm(body, name, shoulder, shifted(body.hip, [7, -24]), -1, -30);
  }
  hangArm(body, name, figure.hands === "holding-foot" ? -62 : -94);
}

function hangArm(body, name, direction = -94) {
  const elbow = reach(shoulderOf(body, name), direction, UPPER_ARM);
  setArm(body, name, elbow, reach(elbow, direction + 14, FOREARM));
}

function restArm(body, name, rest) {
  const rested = { ...body };
  hangArm(rested, name);
  swingArm(body, name, rested, rest);
}

export const SUPPORTS = {
  lying, hanging, "all-fours": allFours, forearms, "half-kneeling": halfKneeling, standing,
};
