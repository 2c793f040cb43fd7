// A button that copies a field. It is there only where the browser lets it: without, the field can be selected.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[data-copied]");

  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    // Refused, for whatever reason: then it stands there selected.
    field.select();
    await navigator.clipboard.writeText(field.value);
    status.textContent = status.dataset.copied;
  });
}
