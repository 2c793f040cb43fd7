// Writes into a form when it was sent by this clock, because it may arrive much later.
document.addEventListener(
  "submit",
  ({ target }) => {
    const field = target.elements.namedItem("happened_at");
    if (field) field.value = new Date().toISOString();
  },
  { capture: true },
);
