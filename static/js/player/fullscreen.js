// Full screen by one tap. The button is hidden where the browser cannot (iPhones).

export function bindFullscreen(button, { doc = document, signal } = {}) {
  const whole = doc.documentElement;
  if (!doc.fullscreenEnabled) {
    button.hidden = true;
    return;
  }
  const show = () => button.setAttribute("aria-pressed", String(doc.fullscreenElement !== null));
  button.addEventListener(
    "click",
    () => {
      const change = doc.fullscreenElement ? doc.exitFullscreen() : whole.requestFullscreen();
      change.catch(() => {}); // the browser said no: stay as we are
    },
    { signal },
  );
  doc.addEventListener("fullscreenchange", show, { signal });
  show();
}
