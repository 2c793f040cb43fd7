// Speech where the device has a voice in the page's language; silence everywhere else (the captions
// and the tones carry on). At most one thing is ever being said: what comes next replaces what is
// left of it, so the voice can lag by no more than a word.

const RATE = 1.15; // "one-one-thousand" then fits its second

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
  { synth = globalThis.speechSynthesis, lang = document.documentElement.lang || "en" } = {},
) {
  const find = () => (synth ? chooseVoice(synth.getVoices(), lang) : null);
  const hush = () => synth?.cancel();

  return {
    get available() {
      return find() !== null;
    },
    say(text) {
      // Asked anew each time: some browsers load their voices late.
      const wanted = settings.get("voice") && !settings.get("muted");
      const voice = text && wanted ? find() : null;
      if (!voice) return;
      hush();
      const utterance = new SpeechSynthesisUtterance(text);
      Object.assign(utterance, { voice, lang: voice.lang, rate: RATE });
      utterance.volume = settings.get("volume");
      synth.speak(utterance);
    },
    hush,
  };
}
