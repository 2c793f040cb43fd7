// The floor without a finger on the leg: arrow keys move it wherever the focus is, and so does the
// headset's "previous". Raising is the careful direction, so it is the one given to a button that cannot
// be seen; only from the top, where a first floor is looked for, it goes down, and up again at the end.

const STEPS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const RAISE = "PageUp"; // five degrees: static/js/figure/slider.js
const LOWER = "PageDown";
let lowered = null; // the slider that is on its way down

const slider = (doc) => doc.querySelector("leg-figure[adjustable]");
const send = (element, key) =>
  element.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));

export function step(say, doc = document) {
  const element = slider(doc);
  if (!element) return false;
  const [now, low, high] = ["now", "min", "max"].map((end) => element.getAttribute(`aria-value${end}`));
  if (now === high) lowered = element;
  else if (now === low) lowered = null;
  send(element, lowered === element ? LOWER : RAISE);
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
