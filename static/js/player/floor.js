// The floor without a finger on the leg: arrow keys move it wherever the focus is, and the
// headset's "previous" raises it. Raising is the careful direction, so it is the one given to a
// button that cannot be seen.

const STEPS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const RAISE = "PageUp"; // five degrees: static/js/figure/slider.js

const slider = (doc) => doc.querySelector("leg-figure[adjustable]");
const send = (element, key) =>
  element.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));

export function raise(say, doc = document) {
  const element = slider(doc);
  if (!element) return false;
  send(element, RAISE);
  say(element.getAttribute("aria-valuetext"));
  return true;
}

/** Before the player's own keys, which would take the arrows for answers. */
export function listenToArrows({ doc = document, signal } = {}) {
  doc.addEventListener(
    "keydown",
    (event) => {
      const element = slider(doc);
      const { target, key } = event;
      if (!element || !STEPS.includes(key) || element.contains(target)) return;
      if (target instanceof Element && target.closest("input, [popover]")) return;
      send(element, key);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { signal },
  );
}
