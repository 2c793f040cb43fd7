// A nervous thumb taps twice, and the second tap meets the next rep's Perfect, which stands in the
// same place. For a moment after a swap such a tap answers nothing. Nobody has done a rep by then, so
// no answer that was meant is lost or late.

const MOMENT = 400; // milliseconds; a double tap takes 300 at most

/** `area` is a selector: the prompt that is swapped. */
export function ignoreSecondTaps(area, { doc = document, now = () => performance.now(), signal } = {}) {
  let swapped = -Infinity;
  let finger = true; // keys and pedals bounce as fingers do; a mouse tells a double click itself

  function click(event) {
    const primary = event.target.closest?.(`${area} .perfect`);
    if (!primary || now() - swapped >= MOMENT) return;
    if (!finger && event.detail === 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  doc.addEventListener("htmx:after:swap", () => (swapped = now()), { signal });
  doc.addEventListener("keydown", () => (finger = true), { capture: true, signal });
  doc.addEventListener("pointerdown", (event) => (finger = event.pointerType !== "mouse"), {
    capture: true,
    signal,
  });
  doc.addEventListener("click", click, { capture: true, signal });
}
