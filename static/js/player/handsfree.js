// For every page of a running workout: the names of reps, keys, headset buttons, settings, full screen,
// the screen's lock and answers that did not get through. Works with or without a pacer on the page.
// Include with <script type="module">, before player.js: a second tap has to be caught before it is an
// answer.

import { bindSettings } from "./controls.js";
import { listenToArrows, raise } from "./floor.js";
import { bindFullscreen } from "./fullscreen.js";
import { listenToKeys, press } from "./keys.js";
import { createMediaSession } from "./mediasession.js";
import { createScale } from "./scale.js";
import { playerSettings as settings } from "./settings.js";
import { fill, readWords } from "./spoken.js";
import { keepTabInside } from "./sheets.js";
import { nameReps } from "./standins.js";
import { ignoreSecondTaps } from "./twice.js";
import { keepUnsent } from "./unsent.js";
import { createVoice } from "./voice.js";
import { createWakeLock, holdAwake } from "./wakelock.js";
import { openWholePages } from "./wholepage.js";

const element = () => document.querySelector("rep-pacer");
const { silence, mediaTitle: title, mediaArtist: artist } = document.body.dataset;
const words = readWords();
const voice = createVoice(settings);

/** A sentence of the page's words, for a screen reader, and in sight where something is missing. */
function tell(name, values = {}) {
  const text = fill(words.status[name], values);
  const said = document.getElementById("said");
  if (said) said.textContent = text;
  const need = document.querySelector('[data-part="need"]');
  if (need) need.textContent = name === "choose" ? text : "";
  return text;
}

nameReps();
ignoreSecondTaps("#prompt");
keepUnsent(() => document.querySelector('[data-part="unsent"]'));
openWholePages();
keepTabInside();
const scale = createScale({ say: voice.say, tell });

/** What an action does where no button carries it. */
function otherwise(action) {
  if (action === "off") return scale.count() || raise(voice.say);
  const digit = /^fault-(\d)$/.exec(action);
  return digit ? scale.digit(Number(digit[1])) : false;
}

listenToArrows();
listenToKeys({ shortcuts: () => settings.get("keys"), otherwise });

const media = createMediaSession(
  {
    next: () => press("perfect"),
    previous: () => press("off") || otherwise("off"),
    toggle: () => element()?.pacer?.toggle(),
    stopped: () => element()?.interrupt(),
  },
  { silence },
);

function startMedia() {
  if (settings.get("headset")) media.start({ title, artist });
}

settings.onChange((name, value) => {
  if (name === "headset") (value ? startMedia : media.stop)();
});
document.addEventListener("pacer-state", ({ detail }) => media.show(detail.state !== "paused"));
// Browsers let a page play after the first tap or key; one reached from our own page often at once.
for (const type of ["pointerup", "keydown"]) {
  document.addEventListener(type, startMedia, { once: true, capture: true });
}
if (navigator.userActivation?.hasBeenActive) startMedia();

// What only a script can do is hidden until here.
for (const each of document.querySelectorAll("[data-scripted]")) each.hidden = false;
for (const button of document.querySelectorAll('[data-action="fullscreen"]')) bindFullscreen(button);
document.addEventListener("htmx:after:swap", bindSettings(settings));
holdAwake(createWakeLock());

// The keys are shown while the first set lasts, and from then on only where they are asked for.
const hint = document.querySelector('[data-part="keys"]');
if (hint) {
  hint.hidden = !settings.get("hint");
  hint.querySelector("button").addEventListener("click", () => {
    settings.set("hint", false);
    hint.hidden = true;
  });
  addEventListener("pagehide", () => {
    if (hint.checkVisibility()) settings.set("hint", false);
  });
}
