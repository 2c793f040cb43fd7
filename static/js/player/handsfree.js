// For the whole of a running workout, which is one document: its parts, the names of reps, keys, headset
// buttons, settings, full screen, the screen's lock and answers that did not get through. Works with or
// without a pacer in the part. Include with <script type="module">, before player.js: a second tap has to
// be caught before it is an answer.

import { bindSettings } from "./controls.js";
import { listenToArrows, step } from "./floor.js";
import { bindFullscreen } from "./fullscreen.js";
import { bindHint } from "./hint.js";
import { listenToKeys, press } from "./keys.js";
import { createMediaSession } from "./mediasession.js";
import { sendRepsWithPain } from "./painreps.js";
import { createOnward } from "./onward.js";
import { forgetPaced, isPaced } from "./paced.js";
import { isPart, swapParts } from "./part.js";
import { createScale } from "./scale.js";
import { playerSettings as settings } from "./settings.js";
import { sharedSound } from "./shared.js";
import { fill, readWords } from "./spoken.js";
import { keepTabInside } from "./sheets.js";
import { nameReps } from "./standins.js";
import { ignoreSecondTaps } from "./twice.js";
import { keepUnsent } from "./unsent.js";
import { createVoice } from "./voice.js";
import { createWakeLock, holdAwake } from "./wakelock.js";
import { openWholePages } from "./wholepage.js";

const TO_CHOOSE_AGAIN = 3; // seconds between a number on the scale and what follows

const element = () => document.querySelector("rep-pacer");
const { silence } = document.body.dataset;
const words = readWords();
let touched = navigator.userActivation?.hasBeenActive ?? false;
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
sendRepsWithPain();
const onward = createOnward({ tell: (seconds) => tell("onward", { seconds }) });
const scale = createScale({ say: voice.say, tell, chosen: () => onward.start(TO_CHOOSE_AGAIN) });

/** What an action does where no button carries it. */
function otherwise(action) {
  if (action === "off") return scale.count() || step(voice.say);
  const digit = /^fault-(\d)$/.exec(action);
  return digit ? scale.digit(Number(digit[1])) : false;
}

listenToArrows();
listenToKeys({ shortcuts: () => settings.get("keys"), otherwise });

const offered = () => element()?.state === "waiting" && press("offer");

const media = createMediaSession(
  {
    next: () => press("perfect"),
    previous: () => press("off") || otherwise("off"),
    // While an answer is awaited there is nothing to pause: then it takes what is offered. At the end
    // of a part it stays there, and says one more rep than was asked for.
    toggle: () => offered() || onward.stay() || press("more") || element()?.pacer?.toggle(),
    stopped: () => element()?.interrupt(),
  },
  { silence },
);

function startMedia() {
  const { mediaTitle: title, mediaArtist: artist } = document.body.dataset;
  if (settings.get("headset")) media.start({ title, artist });
}

// Browsers let a page be heard after the first tap or key, one reached from our own page often at once.
// What that allows lasts for the whole workout.
function touch() {
  sharedSound.unlock();
  if (!touched) startMedia();
  touched = true;
}

settings.onChange((name, value) => {
  if (name === "headset") (value ? startMedia : media.stop)();
});
document.addEventListener("pacer-state", ({ detail }) => media.show(detail.state !== "paused"));
for (const type of ["pointerup", "keydown"]) document.addEventListener(type, touch, { capture: true });

const showSettings = bindSettings(settings);
const showFullscreen = bindFullscreen();
const showHint = bindHint(settings);
holdAwake(createWakeLock());

/** For each part of the workout, the first one as well. */
function arrive() {
  // What only a script can do is hidden until here.
  for (const each of document.querySelectorAll("[data-scripted]")) each.hidden = false;
  showFullscreen();
  showHint();
  if (touched) startMedia();
}

// A review leads on where its set ran through; somebody who went back is there to look.
const goesOn = () => document.querySelector("set-review") || isPaced(element()?.dataset.workout);
const leadOn = (back) => !back && goesOn() && onward.look();

document.addEventListener("htmx:after:swap", (event) => {
  showSettings();
  if (!isPart(event)) leadOn();
});
swapParts({
  arrived({ back }) {
    arrive();
    leadOn(back);
  },
  pained() {
    element()?.pacer?.pause();
    forgetPaced();
    settings.set("paced", false);
  },
});
arrive();
