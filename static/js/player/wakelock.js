// Keeps the screen on while a set runs. The browser lets go of it whenever the tab is hidden, so it
// is asked for again when the tab comes back. Refused (low battery) or missing: the screen may dim.

export function createWakeLock(doc = document, device = navigator) {
  let wanted = false;
  let lock = null;

  async function take() {
    if (!wanted || lock || doc.visibilityState !== "visible") return;
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
