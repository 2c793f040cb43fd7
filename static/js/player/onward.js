// What follows by itself: a part that is over leads on after a few seconds, which are seen, announced
// once, and stopped by any touch and any key. So nobody who has something else in mind is hurried, and
// nobody on the mat has to get up for a button that says no more than "go on".

import { press } from "./keys.js";

const PLACE = '[data-part="onward"]';

/** `tell(seconds)` announces it. */
export function createOnward({ doc = document, tell = () => {}, signal } = {}) {
  let left = 0;
  let timer = null;

  function show() {
    const place = doc.querySelector(PLACE);
    if (!place) return;
    place.hidden = timer === null;
    place.querySelector("b").textContent = left;
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    show();
  }

  /** Whether there was something to stop. */
  function stay() {
    const counting = timer !== null;
    if (counting) stop();
    return counting;
  }

  function tick() {
    left -= 1;
    if (left > 0) return show();
    stop();
    press("next");
  }

  function start(seconds) {
    stop();
    left = seconds;
    timer = setInterval(tick, 1000);
    show();
    tell(seconds);
  }

  // A headset presses a button without a touch or a key. A number on a scale starts it, with its label.
  const click = ({ target }) => timer !== null && !target.closest?.("[data-scale]") && stop();
  const capture = { capture: true, signal };
  for (const type of ["pointerdown", "keydown"]) doc.addEventListener(type, stop, capture);
  doc.addEventListener("click", click, capture);
  for (const type of ["htmx:before:request", "visibilitychange"]) doc.addEventListener(type, stop, { signal });
  // A plank or a drill that came to its end.
  doc.addEventListener(
    "set-end",
    ({ target }) => target.dataset.onward && start(Number(target.dataset.onward)),
    { signal },
  );
  return {
    start,
    stay,
    /** Where the part that is there has a button that says so. */
    look() {
      const button = doc.querySelector("main button[data-onward]");
      if (button?.checkVisibility()) start(Number(button.dataset.onward));
    },
  };
}
