// Everything the person hears or feels, behind one face: tones on the clock, speech, vibration.

import { createClock } from "./clock.js";
import { createMetronome } from "./metronome.js";
import { createSound } from "./sound.js";
import { spokenAt } from "./spoken.js";
import { createVibration } from "./vibration.js";
import { createVoice } from "./voice.js";

/** `sound` outlives it where a page has several pacers in turn: one touch then allows it for all. */
export function createOutput(settings, words, sound = createSound(settings)) {
  const voice = createVoice(settings);
  const vibrate = createVibration(settings);
  const clock = createClock({ sound: sound.now });
  let metronome = null;

  const silent = () => settings.get("muted") || !(settings.get("sound") || settings.get("voice"));

  const forget = settings.onChange((name) => {
    if (["sound", "volume", "muted"].includes(name)) sound.refresh();
    if (["voice", "muted"].includes(name)) voice.hush();
  });

  return {
    now: clock.now,
    unlock: sound.unlock,
    onStop: sound.onStop,
    /** Whether something that starts by itself would be heard, or nobody wants to hear it. */
    get allowed() {
      return silent() || sound.allowed;
    },
    get speaks() {
      return voice.speaks;
    },
    say: voice.say,
    follow(run) {
      metronome?.stop();
      metronome = createMetronome({ run, clock, play: sound.play });
    },
    go: () => metronome?.start(),
    /** After a jump or a change of tempo. */
    replan: () => metronome?.reset(),
    still() {
      metronome?.stop();
      voice.hush();
    },
    cue(cue, timeline) {
      const text = spokenAt(cue, timeline, words);
      if (text) voice.say(text);
      else if (cue.first) voice.hush(); // what is left of the last phase's words is late now
      if (cue.first) vibrate(cue.phase);
    },
    blip(kind) {
      sound.play(kind);
      vibrate(kind);
    },
    close() {
      forget();
      this.still();
    },
  };
}
