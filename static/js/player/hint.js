// The keys are shown while the first set lasts, and from then on only where they are asked for.

const find = (doc) => doc.querySelector('[data-part="keys"]');

/** Gives a function that shows or hides the hint of a part that has come. */
export function bindHint(settings, { doc = document, win = window, signal } = {}) {
  const seen = () => {
    if (find(doc)?.checkVisibility()) settings.set("hint", false);
  };
  const show = () => {
    const hint = find(doc);
    if (hint) hint.hidden = !settings.get("hint");
  };
  const leave = (event) => event.detail.ctx.target === doc.body && seen();
  doc.addEventListener("htmx:before:swap", leave, { signal });
  win.addEventListener("pagehide", seen, { signal });
  doc.addEventListener(
    "click",
    ({ target }) => {
      if (!target.closest?.('[data-part="keys"] button')) return;
      settings.set("hint", false);
      show();
    },
    { signal },
  );
  return show;
}
