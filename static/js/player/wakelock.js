// Keeps the screen on while somebody trains. The browser lets go of it whenever the tab is hidden, so it
// is asked for again when the tab comes back. Refused (low battery) or missing: the screen may dim.

export function createWakeLock(doc = document, device = navigator) {
  let wanted = false;
  let lock = null;
  let asking = false;

  async function take() {
    if (!wanted || lock || asking || doc.visibilityState !== "visible") return;
    asking = true;
    try {
      const taken = await device.wakeLock?.request("screen");
      if (!taken) return;
      if (!wanted) {
        await taken.release(); // let go while we were being asked
        return;
      }
      lock = taken;
      lock.addEventListener("release", () => {
        lock = null;
      });
    } catch {
      lock = null;
    } finally {
      asking = false;
    }
  }

  doc.addEventListener("visibilitychange", take);

  return {
    get held() {
      return lock !== null;
    },
    hold() {
      wanted = true;
      return take();
    },
    release() {
      wanted = false;
      return lock?.release();
    },
    dispose() {
      doc.removeEventListener("visibilitychange", take);
      this.release();
    },
  };
}

/** Holds it while somebody trains: from one sign of life until `minutes` without another. */
export function holdAwake(lock, { doc = document, minutes = 10, signal } = {}) {
  let timer = null;
  const stir = () => {
    clearTimeout(timer);
    timer = setTimeout(() => lock.release(), minutes * 60_000);
    lock.hold();
  };
  for (const type of ["pointerdown", "keydown", "pacer-state", "rep-start", "visibilitychange"]) {
    doc.addEventListener(type, stir, { capture: true, passive: true, signal });
  }
  stir();
}
