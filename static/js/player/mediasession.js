// Headset and lock-screen buttons: next = perfect, previous = off, play and pause = the pacer.
//
// Browsers hand these out only to a page that plays media. Web Audio does not count, nor does a stream
// made of it (measured: Chromium gives such a page no session). So ten seconds of what is silence to
// everybody loop meanwhile: a deep tone at −66 dB (tests/browser/pacer/silence.py makes it), because Firefox gives no session to a file of noughts,
// and Chromium none to files under five seconds. `silence` is the address of silence.flac, a file because
// the content policy allows media from nowhere else: no blob:, no data:.
//
// The tone goes on while the pacer is paused, so a browser takes the page for playing and sends "pause"
// for every press of the one button. Both mean the same: go on, or pause.

export function createMediaSession(actions, { session = navigator.mediaSession, silence = "" } = {}) {
  let player = null;
  let wanted = false;

  function makePlayer() {
    const audio = new Audio(silence);
    audio.loop = true;
    // Not by us: another app, a call.
    audio.addEventListener("pause", () => wanted && actions.stopped?.());
    return audio;
  }

  const play = () => player.play().catch(() => {});

  const handle = (name, handler) => {
    try {
      session.setActionHandler(name, handler);
    } catch {
      // an action this browser does not know
    }
  };

  return {
    /** Call from a tap or a key, like all playing of media. */
    start({ title = "", artist = "" } = {}) {
      if (!session || !silence) return;
      player ??= makePlayer();
      wanted = true;
      play();
      if (globalThis.MediaMetadata) session.metadata = new MediaMetadata({ title, artist });
      handle("nexttrack", actions.next);
      handle("previoustrack", actions.previous);
      handle("play", actions.toggle);
      handle("pause", actions.toggle);
    },
    /** A paused pacer keeps its buttons: the file goes on. What the system has stopped begins again. */
    show(running) {
      if (!session) return;
      session.playbackState = running ? "playing" : "paused";
      if (running && wanted && player.paused) play();
    },
    stop() {
      if (!session) return;
      wanted = false;
      player?.pause();
      for (const name of ["nexttrack", "previoustrack", "play", "pause"]) handle(name, null);
      session.playbackState = "none";
    },
  };
}
