// Writes into a form when it was sent by this clock, because it may arrive much later. An answer that
// is sent again keeps the time it was given.
document.addEventListener(
  "submit",
  ({ target }) => {
    const field = target.elements.namedItem("happened_at");
    if (field && !("unsent" in target.dataset)) field.value = new Date().toISOString();
  },
  { capture: true },
);
