// A nervous thumb taps twice, and the second tap meets the next rep's Perfect, which stands in the
// same place, or whatever the next part of the workout has there. For a moment after a swap such a tap
// answers nothing. Nobody has done a rep by then, or read the part, so no answer that was meant is lost
// or late. While the swap itself goes on nothing is pressed at all: htmx does not know the new buttons
// yet, and they would load a page. Nor does a finger that was on its way to something else answer the
// question that has just slid under it.

import { isPart } from "./part.js";

const MOMENT = 400; // milliseconds; a double tap takes 300 at most

/** `area` is a selector: the prompt that is swapped. */
export function ignoreSecondTaps(area, { doc = document, now = () => performance.now(), signal } = {}) {
  let swapping = false;
  let swapped = -Infinity;
  let asked = -Infinity;
  let part = false; // whether it was a whole part that came last
  let finger = true; // keys and pedals bounce as fingers do; a mouse tells a double click itself

  function isSecond(event) {
    const place = part ? "main :is(a, button)" : `${area} button, [data-action="ask"]`;
    const button = event.target.closest?.(place);
    if (!button || swapping) return Boolean(button);
    if (finger && event.detail > 0 && now() - asked < MOMENT) return true;
    const counts = part || button.matches('.perfect, [data-action="ask"]');
    if (!counts || now() - swapped >= MOMENT) return false;
    return finger || event.detail !== 1;
  }

  function click(event) {
    if (!isSecond(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const capture = { capture: true, signal };
  doc.addEventListener("htmx:before:swap", (event) => {
    swapping = true;
    part = isPart(event);
  }, { signal });
  doc.addEventListener("htmx:finally:swap", () => {
    swapping = false;
    swapped = now();
  }, { signal });
  doc.addEventListener("pacer-state", ({ detail }) => {
    if (detail.state === "waiting") asked = now();
  }, { signal });
  doc.addEventListener("keydown", () => (finger = true), capture);
  doc.addEventListener("pointerdown", (event) => (finger = event.pointerType !== "mouse"), capture);
  doc.addEventListener("click", click, capture);
}
