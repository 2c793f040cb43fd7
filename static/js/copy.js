// A button that copies a field. It is there only where the browser has a clipboard; the field can always be selected.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[data-copied]");

  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = status.dataset.copied;
    } catch {
      field.select(); // refused, for whatever reason: then it is ready for a key or a long press
    }
  });
}
