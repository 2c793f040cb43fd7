// The floor is set by moving the leg: dragged by its foot, or by keys, in step with a number
// field that keeps the value for the form. Without JavaScript that field is all there is, and enough.

import { heading } from "./bones.js";
import { isBent } from "./silhouette.js";

const STEPS = {
  ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5,
};
const FINGER = 60; // CSS pixels: what a thumb hits without looking

export function makeAdjustable(element, signal) {
  const svg = element.querySelector("svg");
  const handle = element.querySelector('[data-part="handle"]');
  const input = document.getElementById(element.getAttribute("for"));
  const limit = (name, otherwise) => Number(input?.[name] || otherwise);
  // Bent legs have the mat under their feet before they are level.
  const lowest = isBent(element.figure) ? element.figure.hip_bottom : 0;
  const low = Math.max(limit("min", 0), lowest), high = limit("max", 90);
  const words = element.querySelector('[data-part="unset"]')?.textContent;
  let grip = null;

  element.setAttribute("role", "slider");
  element.setAttribute("tabindex", "0");
  element.setAttribute("aria-orientation", "vertical");
  element.setAttribute("aria-valuemin", low);
  element.setAttribute("aria-valuemax", high);
  if (!element.hasAttribute("aria-label") && svg.hasAttribute("aria-label")) {
    element.setAttribute("aria-label", svg.getAttribute("aria-label"));
  }
  svg.setAttribute("aria-hidden", "true"); // the slider speaks for the picture now

  function show(value) {
    const floor = Math.round(Math.max(low, Math.min(high, value)));
    element.floor = floor;
    element.setAttribute("aria-valuenow", floor);
    element.setAttribute("aria-valuetext", element.hasAttribute("unset") ? words : `${floor}°`);
    element.pose(0);
    return floor;
  }

  function choose(value, done = true) {
    element.removeAttribute("unset");
    const floor = show(value);
    if (!input) return;
    if (input.value !== `${floor}`) {
      input.value = floor;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (done) input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // The angle at the hip of a pointer, in the drawing's own units.
  function angle(event) {
    const seen = new DOMPoint(event.clientX, event.clientY).matrixTransform(grip.toDrawing);
    return heading(grip.hip, [seen.x, seen.y]);
  }

  handle?.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    grip = { toDrawing: svg.getScreenCTM().inverse(), hip: element.pose(0).hip };
    grip.offset = element.floor - angle(event); // the leg stays where it was taken hold of
    handle.setPointerCapture(event.pointerId);
    element.toggleAttribute("grabbed", true);
    element.focus({ preventScroll: true });
    event.preventDefault();
  }, { signal });
  handle?.addEventListener("pointermove", (event) => {
    if (grip) choose(angle(event) + grip.offset, false);
  }, { signal });
  for (const end of ["pointerup", "pointercancel"]) {
    handle?.addEventListener(end, () => {
      if (!grip) return;
      grip = null;
      element.toggleAttribute("grabbed", false);
      choose(element.floor);
    }, { signal });
  }

  element.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key in STEPS) choose(element.floor + STEPS[key]);
    else if (key === "Home") choose(low);
    else if (key === "End") choose(high);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the player's keys stay out of it
  }, { signal });

  function follow() {
    if (words) element.toggleAttribute("unset", input.value === "");
    if (input.validity.valid) show(input.value === "" ? element.floor : Number(input.value));
  }
  input?.addEventListener("input", follow, { signal });

  const size = new ResizeObserver(([entry]) => {
    const shown = entry.contentRect.width / svg.viewBox.baseVal.width;
    if (shown > 0) handle?.firstElementChild.setAttribute("r", Math.max(30, FINGER / 2 / shown));
  });
  size.observe(svg);
  signal.addEventListener("abort", () => size.disconnect());

  show(Number.isFinite(element.floor) ? element.floor : low);
  if (input?.value) follow();
}
