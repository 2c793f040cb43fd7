// An open sheet keeps Tab: behind it nothing is to be done. Escape closes it and gives the focus back,
// which browsers do by themselves.

const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary";

const isStop = (element) => !element.disabled && element.checkVisibility();
// Radio buttons of one name are one stop, whichever of them it is.
const isSame = (a, b) => a === b || (a.type === "radio" && b.type === "radio" && a.name === b.name);

export function keepTabInside({ doc = document, signal } = {}) {
  function down(event) {
    const sheet = [...doc.querySelectorAll("[popover]:popover-open")].at(-1);
    if (event.key !== "Tab" || !sheet) return;
    const stops = [...sheet.querySelectorAll(STOPS)].filter(isStop);
    const here = doc.activeElement;
    const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    const leaves = !sheet.contains(here) || (event.shiftKey && here === sheet) || isSame(here, edge);
    if (!leaves) return;
    event.preventDefault();
    other.focus();
  }

  doc.addEventListener("keydown", down, { signal });
}
