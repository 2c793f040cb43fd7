// A nudge for hands that hold the phone. Where there is no motor this does nothing.

const PATTERNS = { lift: [60], lower: [30, 60, 30], pause: [20], done: [120, 80, 120], off: [200] };

export function createVibration(settings, device = globalThis.navigator) {
  return (kind) => {
    if (settings.get("vibration") && PATTERNS[kind]) device?.vibrate?.(PATTERNS[kind]);
  };
}
