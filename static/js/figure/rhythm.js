// The parts of a rep in time: which one a moment belongs to, and how high the legs are then.

const ORDER = {
  bottom: ["lift", "hold", "lower", "pause"],
  top: ["lower", "pause", "lift", "hold"],
};
// Breathing out on the lift and in on the way down; a hold keeps what it came with.
const BREATH = { lift: "out", hold: null, lower: "in", pause: null };
const NAMES = ["lift", "hold", "lower", "pause"];

const eased = (share) => (1 - Math.cos(Math.PI * share)) / 2;

// "2-1-3-1" and where the rep starts -> [{phase, seconds, breath, from}], without empty phases.
export function phases(tempo, startsAt) {
  const seconds = (tempo ?? "").split("-").map(Number);
  if (seconds.length !== 4 || !seconds.every((value) => value >= 0)) return [];
  let from = 0;
  return (ORDER[startsAt] ?? ORDER.bottom)
    .map((phase) => ({ phase, seconds: seconds[NAMES.indexOf(phase)], breath: BREATH[phase] }))
    .filter((part) => part.seconds > 0)
    .map((part) => {
      from += part.seconds;
      return { ...part, from: from - part.seconds };
    });
}

// The moment `clock` seconds after the start: its phase, its rep (from 0), lift, and air in the lungs.
export function at(parts, clock) {
  const last = parts[parts.length - 1];
  const length = last.from + last.seconds;
  const rep = Math.floor(clock / length);
  const into = clock - rep * length;
  let index = parts.length - 1;
  while (index > 0 && parts[index].from > into) index -= 1;
  const part = parts[index];
  const share = Math.min(1, (into - part.from) / part.seconds);
  const { phase, seconds, breath } = part;
  const way = eased(share);
  const lift = { lift: way, hold: 1, lower: 1 - way, pause: 0 }[phase];
  return { index, rep, phase, seconds, breath, share, lift, air: 1 - lift };
}
