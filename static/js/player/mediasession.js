// Headset and lock-screen buttons: next = perfect, previous = off, play and pause = the pacer.
//
// Browsers hand these out only to a page that plays media. Web Audio does not count, nor does a stream
// made of it (measured: Chromium gives such a page no session). So ten seconds of silence loop
// meanwhile; Chromium gives no buttons to files under five. `silence` is the address of silence.flac,
// a file because the content policy allows media from nowhere else: no blob:, no data:.

export function createMediaSession(actions, { session = navigator.mediaSession, silence = "" } = {}) {
  let player = null;

  function makePlayer() {
    const audio = new Audio(silence);
    audio.loop = true;
    return audio;
  }

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
      player.play().catch(() => {});
      if (globalThis.MediaMetadata) session.metadata = new MediaMetadata({ title, artist });
      handle("nexttrack", actions.next);
      handle("previoustrack", actions.previous);
      handle("play", actions.play);
      handle("pause", actions.pause);
    },
    /** A paused pacer keeps its buttons: the file goes on so that "play" still reaches us. */
    show(running) {
      if (session) session.playbackState = running ? "playing" : "paused";
    },
    stop() {
      if (!session) return;
      player?.pause();
      for (const name of ["nexttrack", "previoustrack", "play", "pause"]) handle(name, null);
      session.playbackState = "none";
    },
  };
}
