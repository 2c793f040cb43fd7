// Full screen by one tap. The button is hidden where the browser cannot (iPhones).

const BUTTON = '[data-action="fullscreen"]';

/** Gives a function that shows on buttons that came later how things are. */
export function bindFullscreen({ doc = document, signal } = {}) {
  const show = () => {
    for (const button of doc.querySelectorAll(BUTTON)) {
      button.hidden = !doc.fullscreenEnabled;
      button.setAttribute("aria-pressed", String(doc.fullscreenElement !== null));
    }
  };
  const click = ({ target }) => {
    if (!target.closest?.(BUTTON)) return;
    const change = doc.fullscreenElement
      ? doc.exitFullscreen()
      : doc.documentElement.requestFullscreen();
    change.catch(() => {}); // the browser said no: stay as we are
  };
  doc.addEventListener("click", click, { signal });
  doc.addEventListener("fullscreenchange", show, { signal });
  return show;
}
