// The theme switch is a form that reloads the page; with this it changes on the spot.
for (const form of document.querySelectorAll("form[data-theme-switch]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = event.submitter.value;
    const answers = new FormData(form, event.submitter);

    document.documentElement.dataset.theme = chosen;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
    // Nothing to do where it fails: the page already looks as asked, and the next one asks again.
    await fetch(form.action, { method: "POST", body: answers, redirect: "manual" }).catch(() => {});
  });
}
