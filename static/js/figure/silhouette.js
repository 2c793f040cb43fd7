// What is drawn around the joints: coaching/figure/silhouette.py, in the browser. The shapes of
// the limbs are in the page already; only the trunk changes its form.

import {
  FOREARM, LUMBAR, SHANK, THIGH, TRUNK, UPPER_ARM, clamp, heading, reach,
} from "./bones.js";
import { pose } from "./pose.js";
import { GROUND } from "./supports.js";

const LENGTHS = { thigh: THIGH, shank: SHANK, upper: UPPER_ARM, forearm: FOREARM };
const BACK_LINE = [
  [-14, 5], [-10, 12.5], [0, 16.6], [12, 16.8], [26, 16.2], [40, 16.2], [54, 16.6], [66, 16.8],
  [78, 14.8], [87, 10], [92, 5],
];
const FRONT_LINE = [
  [92, -2], [89, 6], [82, 13], [70, 17.5], [58, 18], [44, 15.6], [30, 13.4], [16, 13.2],
  [4, 13.6], [-8, 11], [-14, 3],
];

const number = (value) => `${+value.toFixed(2)}`;
const points = (...pairs) => pairs.map(([x, y]) => `${number(x)} ${number(y)}`).join(" ");

function smooth(line, closed) {
  const count = line.length;
  const at = (index) => line[closed ? (index + count) % count : clamp(index, 0, count - 1)];
  let path = `M${points(line[0])}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const before = at(index - 1), start = at(index), end = at(index + 1), after = at(index + 2);
    const first = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6];
    const second = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6];
    path += `C${points(first, second, end)}`;
  }
  return closed ? `${path}Z` : path;
}

function bump(along, height, whole) {
  if (whole) {
    const turn = Math.PI * clamp(along / TRUNK, 0, 1);
    const slope = (height * Math.PI / TRUNK) * Math.cos(turn) * 0.75;
    return [height * Math.sin(turn) + slope * (along - clamp(along, 0, TRUNK)), slope];
  }
  const [low, high] = LUMBAR;
  const turn = Math.PI * clamp((along - low) / (high - low), 0, 1);
  return [height * Math.sin(turn) ** 2, (height * Math.PI / (high - low)) * Math.sin(2 * turn)];
}

function heightOf(support, curve) {
  if (support === "all-fours") return curve * 0.6;
  if (support === "lying") return Math.max(0, curve) * 0.6;
  return 3.5 + curve * 0.22;
}

function torso(support, hip, shoulder, curve, breath) {
  const axis = [(shoulder[0] - hip[0]) / TRUNK, (shoulder[1] - hip[1]) / TRUNK];
  const height = heightOf(support, curve), whole = support === "all-fours";
  const put = (along, depth, [off, slope]) => {
    const size = Math.hypot(1, slope);
    along -= (depth * slope) / size;
    off += depth / size;
    return [hip[0] + axis[0] * along - axis[1] * off, hip[1] + axis[1] * along + axis[0] * off];
  };
  const back = BACK_LINE.map(([along, depth]) => put(along, -depth, bump(along, height, whole)));
  const front = FRONT_LINE.map(([along, depth]) => {
    const swell = breath * 2.2 * Math.sin(Math.PI * clamp((along - 4) / 82, 0, 1));
    return put(along, depth + swell, bump(along, height * (whole ? 1 : 0.8), whole));
  });
  return smooth(back.concat(front), true);
}

function gap(support, hip, ground, curve) {
  const height = heightOf(support, curve);
  if (support !== "lying" || height < 0.8) return "";
  const [low, high] = LUMBAR;
  const line = [];
  for (let step = 0; step < 9; step += 1) {
    const along = low + ((high - low) * step) / 8;
    line.push([hip[0] - along, ground - bump(along, height, false)[0]]);
  }
  return `${smooth(line, false)}Z`;
}

function placed(point, direction) {
  return `translate(${points(point)}) rotate(${number(-direction)})`;
}

function limb(start, end, shape) {
  const size = Math.hypot(end[0] - start[0], end[1] - start[1]) / LENGTHS[shape];
  const turned = placed(start, heading(start, end));
  return Math.abs(size - 1) < 0.005 ? turned : `${turned} scale(${number(size)} 1)`;
}

// The attributes of every part that moves. `breath` is 0 with empty lungs, 1 with full ones.
export function scene(figure, lift, side = 0, floor = null, breath = 0, rest = 0) {
  const now = pose(figure, lift, side, floor, rest);
  const parts = {
    torso: torso(figure.support, now.hip, now.shoulder, now.curve, breath),
    gap: gap(figure.support, now.hip, GROUND[figure.support], now.curve),
    contact: heightOf("lying", now.curve) < 0.8 ? "1" : "0",
    neck: placed(now.neck, heading(now.neck, now.head)),
    head: placed(now.head, now.head_turn),
  };
  for (const name of ["near", "far"]) {
    const hip = name === "near" ? now.hip : now.far_hip;
    const shoulder = name === "near" ? now.shoulder : now.far_shoulder;
    const knee = now[`${name}_knee`], ankle = now[`${name}_ankle`];
    const elbow = now[`${name}_elbow`], hand = now[`${name}_hand`];
    parts[`${name}_thigh`] = limb(hip, knee, "thigh");
    parts[`${name}_shank`] = limb(knee, ankle, "shank");
    parts[`${name}_foot`] = placed(ankle, now[`${name}_foot`]);
    parts[`${name}_upper`] = limb(shoulder, elbow, "upper");
    parts[`${name}_forearm`] = limb(elbow, hand, "forearm");
    parts[`${name}_hand`] = placed(hand, now[`${name}_palm`]);
  }
  parts.hair = parts.head;
  parts.near_shorts = parts.near_thigh;
  parts.far_shorts = parts.far_thigh;
  return { parts, joints: now };
}

// Bent legs meet the floor with the thigh.
export const isBent = (figure) => figure.knee_bottom >= 30;

export function sector(figure, floor) {
  const { hip } = pose(figure, 0, 0, floor);
  const length = isBent(figure) ? THIGH - 13 : THIGH + SHANK + 12;
  const end = reach(hip, floor, length), ground = GROUND[figure.support];
  const mat = [hip[0] + Math.sqrt(length ** 2 - (ground - hip[1]) ** 2), ground];
  const way = `A${number(length)} ${number(length)} 0 0 0`;
  return {
    line: `M${points(reach(hip, floor, 24), end)}`,
    wedge: `M${points(hip, [hip[0], ground], mat)}${way} ${points(end)}Z`,
  };
}
