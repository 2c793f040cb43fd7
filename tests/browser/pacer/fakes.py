"""What several of these tests share."""

import json
from pathlib import Path

TESTS = Path(__file__).parents[2]
GOLDEN = json.loads((TESTS / "golden" / "pacing.json").read_text(encoding="utf-8"))
DEFAULT = {"lift": 2, "hold": 1, "lower": 3, "pause": 1}

# A device with voices, which keeps what it was told to say.
SYNTH = """
  window.spokenLog = [];
  class Utterance { constructor(text) { this.text = text; } }
  window.SpeechSynthesisUtterance = Utterance;
  window.fakeSynth = {
    queue: [], most: 0, voices: [
      { lang: "de-DE", localService: true }, { lang: "en-US", localService: false },
      { lang: "en_GB", localService: true },
    ],
    getVoices() { return this.voices; },
    speak(u) { this.queue.push(u); this.most = Math.max(this.most, this.queue.length);
      spokenLog.push([u.text, u.volume, u.lang]); },
    cancel() { this.queue = []; },
    get speaking() { return this.queue.length > 0; },
  };
"""
