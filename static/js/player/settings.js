// What the person chose for the player, remembered on this device. Blocked or broken storage means
// that it is remembered until the page is left, and nothing else changes.

const KEY = "legraises.player";
const DEFAULTS = {
  muted: false, // tones and voice at once
  sound: true,
  voice: true,
  vibration: true,
  headset: true, // headset buttons; they need the audio focus, which pauses other music
  keys: true, // letters and digits as shortcuts: WCAG 2.1.4 wants a way to switch them off
  paced: false, // whether the last workout was paced, so that the next one's drills begin by themselves
  hint: true, // the keys are still to be shown once
  volume: 0.7,
  judging: "every", // or "whole"
};
const VALID = {
  volume: (value) => typeof value === "number" && value >= 0 && value <= 1,
  judging: (value) => value === "every" || value === "whole",
};

const isValid = (name, value) =>
  name in DEFAULTS && (VALID[name]?.(value) ?? typeof value === "boolean");

function read(storage) {
  try {
    const kept = JSON.parse(storage().getItem(KEY)) ?? {};
    return Object.fromEntries(Object.entries(kept).filter(([name, value]) => isValid(name, value)));
  } catch {
    return {};
  }
}

// A function, because even naming localStorage throws where it is blocked.
export function createSettings(storage = () => globalThis.localStorage) {
  const values = { ...DEFAULTS, ...read(storage) };
  const listeners = new Set();
  return {
    get: (name) => values[name],
    set(name, value) {
      if (!isValid(name, value) || values[name] === value) return;
      values[name] = value;
      try {
        storage().setItem(KEY, JSON.stringify(values));
      } catch {
        // remembered until the page is left
      }
      for (const listener of listeners) listener(name, value);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The one every part of the page shares. */
export const playerSettings = createSettings();
