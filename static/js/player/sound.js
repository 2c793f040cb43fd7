// The tones, made by Web Audio. Missing or blocked audio is silence, never an error.

// [pitch in Hz, pitch it glides to, seconds, loudness]. Up is up, down is down: it can be followed
// with closed eyes. The tick is soft so that the phases stand out.
const TONES = {
  ready: [[520, 520, 0.09, 0.5]],
  lift: [[440, 660, 0.22, 0.9]],
  hold: [[784, 784, 0.16, 0.7]],
  lower: [[587, 392, 0.22, 0.9]],
  pause: [[294, 294, 0.16, 0.7]],
  rest: [[392, 392, 0.2, 0.6]],
  tick: [[1100, 1100, 0.035, 0.28]],
  off: [[220, 180, 0.18, 0.8]],
  done: [[523, 523, 0.14, 0.8], [784, 784, 0.3, 0.8]],
};
const ATTACK = 0.004; // long enough not to click, short enough to be on time

/** Plans one tone at a time of the context's clock; gives a function that takes it back. */
export function playTone(context, output, kind, at) {
  let start = Math.max(at, context.currentTime);
  const nodes = (TONES[kind] ?? TONES.tick).map(([from, to, seconds, loudness]) => {
    const node = new OscillatorNode(context, { type: "triangle", frequency: from });
    const gain = new GainNode(context, { gain: 0 });
    node.frequency.setValueAtTime(from, start);
    node.frequency.linearRampToValueAtTime(to, start + seconds);
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + ATTACK);
    gain.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    node.connect(gain).connect(output);
    node.onended = () => gain.disconnect();
    node.start(start);
    node.stop(start + seconds);
    start += seconds;
    return node;
  });
  return () => {
    for (const node of nodes) {
      node.stop();
      node.disconnect();
    }
  };
}

export function createSound(settings, Context = globalThis.AudioContext) {
  const listeners = new Set();
  let context = null;
  let output = null;
  let running = false;
  let ran = false;

  const heard = () => settings.get("sound") && !settings.get("muted");
  const level = () => (heard() ? settings.get("volume") : 0);

  function watch({ target }) {
    if (target !== context) return; // closed by us
    const stopped = running && context.state !== "running";
    running = context.state === "running";
    ran ||= running;
    if (stopped && heard()) for (const listener of listeners) listener();
  }

  function open() {
    context = new Context({ latencyHint: "interactive" });
    context.addEventListener("statechange", watch);
    output = new GainNode(context, { gain: level() });
    output.connect(context.destination);
  }

  return {
    get context() {
      return context;
    },
    /** `listener` hears when the system takes the sound away: a call, another app. Gives what ends that. */
    onStop(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Whether a tone would be heard now, or no touch could change that: without Web Audio, and where a
     * touch woke nothing, because there is no sound card (measured: Firefox leaves it suspended for good).
     */
    get allowed() {
      if (!Context || context?.state === "running") return true;
      return !ran && navigator.userActivation?.hasBeenActive === true;
    },
    /** Call from a tap or a key: browsers keep audio asleep until then, and complain when asked. */
    unlock() {
      if (!Context || navigator.userActivation?.hasBeenActive === false) return;
      try {
        if (!context) open();
        context.resume().catch(() => {});
      } catch {
        context = null;
      }
    },
    now: () => (context?.state === "running" ? context.currentTime : null),
    play: (kind, at = context?.currentTime) =>
      context ? playTone(context, output, kind, at) : () => {},
    /** After a change of the settings. */
    refresh: () => output?.gain.setTargetAtTime(level(), context.currentTime, 0.02),
    close() {
      context?.close().catch(() => {});
      context = output = null;
      running = ran = false;
    },
  };
}
