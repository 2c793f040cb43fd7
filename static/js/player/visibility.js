// Tells when the page is hidden and when it is back. Timers and frames nearly stop in a hidden tab,
// so a pacer that went on there would be wrong.

export function onVisibility({ hidden, shown }, { doc = document, signal } = {}) {
  const tell = () => (doc.visibilityState === "hidden" ? hidden : shown)();
  doc.addEventListener("visibilitychange", tell, { signal });
}
