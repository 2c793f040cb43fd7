// Keys, foot pedals and page-turners. A key acts by clicking the real button that carries its name
// in data-key (which may hold several), so whatever the button does (a form, htmx, a link) is what
// the key does.

const KEYS = {
  " ": "perfect", Enter: "perfect", PageDown: "perfect", ArrowRight: "perfect",
  PageUp: "off", ArrowLeft: "off",
  Backspace: "undo",
};
const LETTERS = { p: "pain", s: "pace", e: "end", m: "more", "+": "more", o: "offer" };
// Typed with Shift on some keyboards.
const SHIFTED = ["?", "+"];
// Things that have a use for keys of their own.
const TYPING =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=slider], " +
  "[role=spinbutton], [role=listbox]";
const PRESSABLE = "a[href], button, summary, [role=button], [type=radio], [type=checkbox]";
// A focus that follows a tap within so many milliseconds is the tap's doing.
const TAP = 500;
// On a screen without reps the primary action carries "next".
const ELSEWHERE = { perfect: "next" };

function actionOf(event, shortcuts) {
  if (event.key in KEYS) return KEYS[event.key];
  if (!shortcuts) return null;
  if (event.key === "?") return "help";
  const letter = LETTERS[event.key.toLowerCase()];
  if (letter && (event.key === "+" || !event.shiftKey)) return letter;
  if (event.shiftKey) return null;
  // By place, not by character: on a French keyboard a plain 1 types "&".
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return digit ? `fault-${digit[1]}` : null;
}

// What a thumb finds in the menu has its key while the menu is closed.
const MENU = "#settings";
const IN_THE_MENU = ["end", "pace"];

function inSight(button, name) {
  // A small screen has no room for every fault's button; its digit works there too.
  if (name.startsWith("fault-")) return button.parentElement.checkVisibility();
  if (IN_THE_MENU.includes(name) && button.closest(MENU)) return button.closest("[hidden]") === null;
  return button.checkVisibility();
}

const usable = (button, name) =>
  !button.disabled && button.getAttribute("aria-disabled") !== "true" && inSight(button, name);

/** What the keys are for: the open dialog or question if there is one, else the page. */
function scopeOf(doc) {
  const questions = [...doc.querySelectorAll("[data-key-scope]")].filter((el) => el.checkVisibility());
  return doc.querySelector("dialog:modal") ?? questions.at(-1) ?? doc;
}

/** The button for an action, where the keys are for it. */
export function findButton(action, doc = document) {
  const scope = scopeOf(doc);
  const named = (name, root = scope) =>
    [...root.querySelectorAll(`[data-key~="${name}"]`)].find((button) => usable(button, name));
  if (action === "pain") return named("pain") ?? named("pain", doc); // in reach whatever is asked
  return named(action) ?? named(ELSEWHERE[action]);
}

// Where anything that is not said is perfect, every key that leads on elsewhere says "off". Headset
// buttons do not: there, next has always meant perfect.
const findForKey = (action, doc) =>
  findButton(action, doc) ?? (action === "perfect" ? findButton("mark", doc) : undefined);

export function press(action, doc = document) {
  const button = findButton(action, doc);
  button?.click();
  return Boolean(button);
}

/**
 * Moves the focus to what is to be done here. Where the question is out of sight while a rep is paced, to
 * what is said of the rep: on its one button, Space would no longer mean perfect.
 */
export function focusPrimary(doc = document) {
  const found = findForKey("perfect", doc);
  const isSeen = found?.checkVisibility({ visibilityProperty: true });
  (isSeen ? found : doc.querySelector(".set__moving"))?.focus({ preventScroll: true });
}

// Radios keep their arrows, and a chosen one leads on.
const hasItsOwn = (target, key) =>
  target.closest(TYPING) !== null || (target.matches("[type=radio]") && key.startsWith("Arrow"));

const meansItself = (element) =>
  element?.matches(PRESSABLE) && !(element.type === "radio" && element.checked);

/**
 * `shortcuts()` false switches letters and digits off (WCAG 2.1.4). `otherwise(action)` may do
 * something about an action that has no button here, and says whether it did.
 */
export function listenToKeys({
  doc = document, shortcuts = () => true, otherwise = () => false, signal,
} = {}) {
  const taken = new Set();
  // Somebody who went to a button, with Tab or with a screen reader, means that button. After a tap on
  // one, Space is an answer again. (:focus-visible does not tell the two apart once a key is pressed.)
  let touched = -Infinity;
  let tapped = false;

  const meant = (element) => !tapped && meansItself(element) && scopeOf(doc).contains(element);

  function down(event) {
    const { target, key } = event;
    doc.documentElement.dataset.keyboard = ""; // there is one, so it is spoken of
    touched = -Infinity; // whatever gets the focus now was walked to, with Shift and Tab as well
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && !SHIFTED.includes(key))) return;
    if (target instanceof Element && hasItsOwn(target, key)) return;
    if ((key === " " || key === "Enter") && meant(doc.activeElement)) {
      if (event.repeat && doc.activeElement.matches("[data-key]")) event.preventDefault();
      return;
    }
    const action = actionOf(event, shortcuts());
    if (!action) return;
    const button = findForKey(action, doc);
    // A key that is held down, or a pedal that is stood on, is one answer.
    if (button) {
      if (!event.repeat) button.click();
    } else if (event.repeat || !otherwise(action)) {
      return;
    }
    event.preventDefault();
    taken.add(event.code);
  }

  // Some browsers press a focused button when Space comes up, whatever happened when it went down.
  function up(event) {
    if (taken.delete(event.code)) event.preventDefault();
  }

  const capture = { capture: true, signal };
  doc.addEventListener("pointerdown", () => (touched = performance.now()), capture);
  doc.addEventListener("focusin", () => (tapped = performance.now() - touched < TAP), capture);
  doc.addEventListener("keydown", down, { signal });
  doc.addEventListener("keyup", up, { signal });
}
