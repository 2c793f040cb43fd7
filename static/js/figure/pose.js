// Where every joint is: coaching/figure/pose.py, in the browser.

import {
  BACK, ELBOW, FAR, FOOT, FOREARM, KNEE, NECK, SHANK, SOLE, THIGH, TRUNK, UPPER_ARM, WRIST,
  arcsine, clamp, freeLeg, heading, lyingLeg, mix, radians, reach, shifted, twoBones,
} from "./bones.js";

export const GROUND = {
  lying: 204, hanging: 400, "all-fours": 204, forearms: 204, "half-kneeling": 240, standing: 308,
};

function bends(figure, lift, side, floor) {
  let bottom = figure.hip_bottom;
  if (floor != null && figure.support === "lying") {
    bottom = Math.min(Math.max(bottom, floor), Math.max(bottom, figure.hip_top));
  }
  const moving = [
    mix(bottom, figure.hip_top, lift),
    mix(figure.knee_bottom, figure.knee_top, lift),
  ];
  if (figure.legs === "both") return [moving, moving];
  const resting = [figure.other_hip ?? 0, figure.other_knee ?? 0];
  return side ? [resting, moving] : [moving, resting];
}

function isStill(figure, legRests) {
  return legRests || (
    Math.abs(figure.hip_top - figure.hip_bottom) <= 12
    && Math.abs(figure.knee_top - figure.knee_bottom) <= 12
  );
}

// The pose: joints as [x, y], and under *_turn, *_foot and *_palm the directions of the ends.
export function pose(figure, lift, side = 0, floor = null) {
  lift = clamp(lift, 0, 1);
  const [near, far] = bends(figure, lift, side, floor);
  const curve = mix(figure.back_bottom, figure.back_top, lift);
  const put = SUPPORTS[figure.support];
  const body = put(figure, GROUND[figure.support], near, far, lift, side, curve);
  body.curve = curve;
  return body;
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

function lying(figure, ground, near, far, lift, side, curve) {
  const under = figure.hands === "under-hips" ? 6 : 0;
  const tucked = clamp(-curve * 0.12, 0, 5);
  const hip = [200, ground - BACK - under - tucked];
  const tilt = arcsine((under + tucked) / TRUNK);
  const body = upperBody(hip, 180 + tilt, 180 - tilt);
  const neck = arcsine((16 - (ground - body.shoulder[1])) / NECK);
  body.head_turn = 180 - neck;
  body.head = reach(body.shoulder, 180 - neck, NECK);
  const apart = figure.legs !== "both";
  setLeg(body, "near", ...lyingLeg(hip, ground, near, isStill(figure, apart && side === 1)));
  const away = [hip[0] + FAR[0], hip[1]];
  const [knee, ankle, turn] = lyingLeg(away, ground, far, isStill(figure, apart && side === 0));
  setLeg(body, "far", shifted(knee, [0, FAR[1]]), shifted(ankle, [0, FAR[1]]), turn);
  lyingArm(figure, ground, body, "near", apart && side === 1, lift, side);
  lyingArm(figure, ground, body, "far", apart && side === 0, lift, side);
  return body;
}

function lyingArm(figure, ground, body, name, moves, lift, side) {
  const { hip } = body;
  const shoulder = shoulderOf(body, name);
  if (figure.hands === "reaching") {
    const overhead = 90 + 56 * (moves ? 1 - lift : 0);
    return straightArm(body, name, shoulder, reach(shoulder, overhead, UPPER_ARM + FOREARM));
  }
  if (figure.hands === "holding-leg") {
    const away = heading(hip, side ? body.far_knee : body.near_knee);
    return bentArm(body, name, shoulder, reach(reach(hip, away, 0.62 * THIGH), away - 90, 9), -1);
  }
  if (figure.hands === "out") {
    const way = name === "near" ? 1 : -0.75;
    return straightArm(body, name, shoulder, shifted(shoulder, [-12 * way, 40 * way]));
  }
  if (figure.hands === "under-hips") {
    const elbow = [shoulder[0] + 42, ground - 9];
    return setArm(body, name, elbow, [hip[0] - 10, ground - WRIST], -2);
  }
  if (figure.hands === "under-back" && name === "near") {
    return setArm(body, name, [shoulder[0] + 14, ground + 9], [hip[0] - 46, ground - 1], 4);
  }
  const down = arcsine((ground - ELBOW - shoulder[1]) / UPPER_ARM);
  const elbow = reach(shoulder, -down, UPPER_ARM);
  setArm(body, name, elbow, reach(elbow, -arcsine((ELBOW - WRIST) / FOREARM), FOREARM), 0);
}

function hanging(figure, ground, near, far) {
  const lean = 6 * clamp(Math.max(near[0], far[0]) / 90, 0, 1.2);
  const bar = [150, 36];
  const hands = { near: [bar[0] - 17, bar[1] + 7], far: [bar[0] + 21, bar[1] - 1] };
  const length = UPPER_ARM + FOREARM - 3;
  const shoulder = reach([bar[0], bar[1] + 5], -90 - lean * 0.6, length);
  const trunk = 90 - lean * 0.4;
  const body = upperBody(reach(shoulder, trunk - 180, TRUNK), trunk, trunk - 14);
  for (const name of SIDES) {
    const bend = name === "near" ? near : far;
    setLeg(body, name, ...freeLeg(hipOf(body, name), trunk - 180 + lean * 0.4, bend, 40));
    straightArm(body, name, shoulderOf(body, name), hands[name]);
  }
  return body;
}

function allFours(figure, ground, near, far, lift, side, curve) {
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

function forearms(figure, ground, near) {
  const shoulder = [302, ground - ELBOW - UPPER_ARM];
  const straight = freeLeg(reach([0, 0], 180, TRUNK), 180, near, 0)[1];
  const drop = ground - 30.5 - shoulder[1];
  const trunk = heading(straight, [0, 0]) + arcsine(drop / Math.hypot(...straight));
  const body = upperBody(reach(shoulder, trunk + 180, TRUNK), trunk, trunk - 10);
  body.far_hip = shifted(body.hip, [8, -2]);
  for (const name of SIDES) {
    const shift = name === "near" ? [0, 0] : [8, -2];
    const [knee, ankle] = freeLeg(hipOf(body, name), trunk + 180, near, 0);
    setLeg(body, name, knee, ankle, -72);
    const elbow = [shoulder[0] + shift[0], ground - ELBOW + shift[1]];
    setArm(body, name, elbow, reach(elbow, arcsine(-2 / FOREARM), FOREARM), 0);
  }
  return body;
}

function halfKneeling(figure, ground, near, far, lift, side, curve) {
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

function standing(figure, ground, near, far) {
  const stands = Math.abs(near[0]) + near[1] >= Math.abs(far[0]) + far[1] ? "far" : "near";
  const firm = stands === "far" ? far : near;
  const shank = reach([150, ground - SOLE], 90 + firm[0] - firm[1], SHANK);
  let hip = reach(shank, 90 + firm[0], THIGH);
  if (stands === "far") hip = shifted(hip, [-FAR[0], 0]);
  const body = upperBody(hip, 90, 88);
  body.far_hip = shifted(hip, [FAR[0], 0]);
  for (const name of SIDES) {
    const bend = name === "near" ? near : far;
    const [knee, ankle, turn] = freeLeg(hipOf(body, name), -90, bend, 30);
    setLeg(body, name, knee, ankle, name === stands ? 0 : turn);
  }
  const moving = stands === "far" ? body.near_ankle : body.far_ankle;
  for (const name of SIDES) {
    const holds = figure.hands === "holding-foot" && name !== stands;
    uprightArm(figure, body, name, moving, holds);
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
  const hang = figure.hands === "holding-foot" ? -62 : -94;
  const elbow = reach(shoulder, hang, UPPER_ARM);
  setArm(body, name, elbow, reach(elbow, hang + 14, FOREARM));
}

const SUPPORTS = {
  lying, hanging, "all-fours": allFours, forearms, "half-kneeling": halfKneeling, standing,
};
