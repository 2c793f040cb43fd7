// What lasts as long as the document, which is as long as the workout: its one way to make tones. A part
// that goes does not close it, and what one touch has woken stays awake for all of them.

import { playerSettings } from "./settings.js";
import { createSound } from "./sound.js";

export const sharedSound = createSound(playerSettings);
