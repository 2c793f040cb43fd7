// Speech where the device has a voice in the page's language; silence everywhere else (the captions
// and the tones carry on). At most one thing is ever being said: what comes next replaces what is
// left of it, so the voice can lag by no more than a word.

const RATE = 1.15; // "one-one-thousand" then fits its second
// Many browsers load their voices late, often after the first word. One that is older is no longer true.
const LATE = 1000; // milliseconds

/** A voice for the language, one on the device before one that needs the network. */
export function chooseVoice(voices, lang) {
  const language = lang.toLowerCase().split("-")[0];
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  const exact = fitting.filter((voice) => voice.lang.toLowerCase() === lang.toLowerCase());
  const local = (list) => list.find((voice) => voice.localService);
  return local(exact) ?? local(fitting) ?? exact[0] ?? fitting[0] ?? null;
}

export function createVoice(
  settings,
  {
    synth = globalThis.speechSynthesis,
    lang = document.documentElement.lang || "en",
    now = () => performance.now(),
  } = {},
) {
  let early = null; // {text, at}: what was to be said before there was a voice
  const find = () => (synth ? chooseVoice(synth.getVoices(), lang) : null);
  const wanted = () => settings.get("voice") && !settings.get("muted");

  // Some browsers swallow what is said right after a cancel, so only where there is something to end.
  const end = () => (synth?.speaking || synth?.pending) && synth.cancel();

  function hush() {
    early = null;
    end();
  }

  /** Says whether it is spoken: what is not may have to be told in another way. */
  function say(text) {
    if (!text || !wanted()) return false;
    const voice = find();
    early = voice ? null : { text, at: now() };
    if (!voice) {
      synth?.addEventListener?.("voiceschanged", sayLate, { once: true });
      return false;
    }
    end();
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: RATE });
    utterance.volume = settings.get("volume");
    synth.speak(utterance);
    return true;
  }

  function sayLate() {
    if (early && now() - early.at < LATE) say(early.text);
  }

  find(); // browsers that load their voices late begin with it when they are first asked

  return {
    get available() {
      return find() !== null;
    },
    /** Whether what is to be said will be heard. */
    get speaks() {
      return Boolean(wanted() && find());
    },
    say,
    hush,
  };
}
