// Where every joint is: coaching/figure/pose.py, in the browser. The body on what supports it is in
// supports.js.

import { clamp, mix } from "./bones.js";
import { GROUND, RESTS, SUPPORTS } from "./supports.js";

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

// The pose: joints as [x, y], and under *_turn, *_foot and *_palm the directions of the ends. rest is 0
// in the movement and 1 where the body has put itself down.
export function pose(figure, lift, side = 0, floor = null, rest = 0) {
  lift = clamp(lift, 0, 1);
  const rested = RESTS[figure.support];
  if (!rested) lift *= 1 - rest;
  const moving = bends(figure, lift, side, floor);
  const [near, far] = moving.map((bend) => bend.map((angle, at) => mix(angle, (rested ?? bend)[at], rest)));
  const curve = mix(mix(figure.back_bottom, figure.back_top, lift), 0, rest);
  const ground = GROUND[figure.support];
  const body = SUPPORTS[figure.support]({ figure, ground, near, far, moving, lift, side, curve, rest });
  body.curve = curve;
  return body;
}
