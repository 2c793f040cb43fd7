// Keys, foot pedals and page-turners. A key acts by clicking the real button that carries its
// data-key, so whatever the button does (a form, htmx, a link) is what the key does.

const KEYS = {
  " ": "perfect", Enter: "perfect", PageDown: "perfect", ArrowRight: "perfect",
  PageUp: "off", ArrowLeft: "off",
  Backspace: "undo",
};
// Things that have a use for keys of their own.
const TYPING =
  "input, textarea, select, [contenteditable], [role=slider], [role=spinbutton], [role=listbox]";
const PRESSABLE = "a[href], button, summary, [role=button]";
// On a screen without reps the primary action carries "next".
const ELSEWHERE = { perfect: "next" };

function actionOf(event, shortcuts) {
  if (event.key in KEYS) return KEYS[event.key];
  if (!shortcuts) return null;
  if (event.key.toLowerCase() === "p") return "pain";
  // By place, not by character: on a French keyboard a plain 1 types "&".
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  return digit ? `fault-${digit[1]}` : null;
}

const usable = (button) =>
  !button.disabled && button.getAttribute("aria-disabled") !== "true" && button.checkVisibility();

/** The button for an action: in the open dialog or question if there is one, else on the page. */
export function findButton(action, doc = document) {
  const questions = [...doc.querySelectorAll("[data-key-scope]")].filter((el) => el.checkVisibility());
  const scope = doc.querySelector("dialog:modal") ?? questions.at(-1) ?? doc;
  const named = (name, root = scope) =>
    [...root.querySelectorAll(`[data-key="${name}"]`)].find(usable);
  if (action === "pain") return named("pain") ?? named("pain", doc); // in reach whatever is asked
  return named(action) ?? named(ELSEWHERE[action]);
}

export function press(action, doc = document) {
  const button = findButton(action, doc);
  button?.click();
  return Boolean(button);
}

/** `shortcuts()` false switches letters and digits off (WCAG 2.1.4). */
export function listenToKeys({ doc = document, shortcuts = () => true, signal } = {}) {
  const taken = new Set();
  // Somebody who walked to a button with Tab means that button. After a tap on one, Space is an
  // answer again. (:focus-visible does not tell the two apart once a key is pressed.)
  let walked = false;

  function down(event) {
    const { target, key } = event;
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (target instanceof Element && target.closest(TYPING)) return;
    if (key === "Tab") walked = true;
    if (walked && doc.activeElement?.matches(PRESSABLE) && (key === " " || key === "Enter")) {
      if (event.repeat && doc.activeElement.matches("[data-key]")) event.preventDefault();
      return;
    }
    const action = actionOf(event, shortcuts());
    if (!action || !findButton(action, doc)) return;
    event.preventDefault();
    taken.add(event.code);
    // A key that is held down, or a pedal that is stood on, is one answer.
    if (!event.repeat) press(action, doc);
  }

  // Some browsers press a focused button when Space comes up, whatever happened when it went down.
  function up(event) {
    if (taken.delete(event.code)) event.preventDefault();
  }

  doc.addEventListener("pointerdown", () => (walked = false), { capture: true, signal });
  doc.addEventListener("keydown", down, { signal });
  doc.addEventListener("keyup", up, { signal });
}
