// Buttons and fields of the player. data-setting="sound" on a button switches it, on a field sets
// it; data-action="pause" on a button tells the pacer. Listened for on the document, because swaps
// bring new buttons.

const ACTIONS = [
  "start", "move", "ask", "pause", "toggle", "restart", "more", "off", "takeBack", "end", "anew",
];

function valueOf(field) {
  if (field.type === "checkbox") return field.checked;
  return field.type === "range" ? Number(field.value) : field.value;
}

function reflect(element, value) {
  if (element.type === "checkbox") element.checked = value;
  else if (element.type === "radio") element.checked = element.value === value;
  else if (element.matches("button")) element.setAttribute("aria-pressed", String(value));
  else element.value = value;
}

/** Gives a function that shows the settings on elements that came later. */
export function bindSettings(settings, { doc = document, signal } = {}) {
  const all = () => {
    for (const element of doc.querySelectorAll("[data-setting]")) {
      reflect(element, settings.get(element.dataset.setting));
    }
  };
  doc.addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest?.("button[data-setting]");
      if (button) settings.set(button.dataset.setting, !settings.get(button.dataset.setting));
    },
    { signal },
  );
  doc.addEventListener(
    "input",
    ({ target }) => {
      if (target.dataset?.setting) settings.set(target.dataset.setting, valueOf(target));
    },
    { signal },
  );
  settings.onChange(all);
  all();
  return all;
}

export function bindActions(pacer, { doc = document, signal } = {}) {
  doc.addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest?.("[data-action]");
      if (button && ACTIONS.includes(button.dataset.action)) {
        pacer[button.dataset.action](Number(button.dataset.amount) || undefined);
      }
    },
    { signal },
  );
}
