// For every page of a running workout: keys, headset buttons, settings and full screen. Works with or
// without a pacer on the page. Include with <script type="module">.

import { bindSettings } from "./controls.js";
import { bindFullscreen } from "./fullscreen.js";
import { listenToKeys, press } from "./keys.js";
import { createMediaSession } from "./mediasession.js";
import { playerSettings as settings } from "./settings.js";

const element = () => document.querySelector("rep-pacer");
const { silence, mediaTitle: title, mediaArtist: artist } = document.body.dataset;

const media = createMediaSession(
  {
    next: () => press("perfect"),
    previous: () => press("off"),
    play: () => element()?.pacer?.start(),
    pause: () => element()?.pacer?.pause(),
  },
  { silence },
);

function startMedia() {
  if (settings.get("headset")) media.start({ title, artist });
}

listenToKeys({ shortcuts: () => settings.get("keys") });
document.addEventListener("htmx:after:swap", bindSettings(settings));
for (const button of document.querySelectorAll('[data-action="fullscreen"]')) bindFullscreen(button);

settings.onChange((name, value) => {
  if (name === "headset") (value ? startMedia : media.stop)();
});
document.addEventListener("pacer-state", ({ detail }) => media.show(detail.state !== "paused"));
// Browsers let a page play after the first tap or key; one reached from our own page often at once.
for (const type of ["pointerup", "keydown"]) {
  document.addEventListener(type, startMedia, { once: true, capture: true });
}
if (navigator.userActivation?.hasBeenActive) startMedia();
