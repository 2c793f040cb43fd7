// Colours of the page, for a canvas: it knows no custom properties. Beside each colour a pattern, a dash or a shape.
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4]];
const SHAPES = ["circle", "rectRot", "triangle", "rect", "star", "crossRot"];
const LINES = ["--brand-text", "--fault-text", "--focus", "--stop-text", "--ink-soft", "--ink"];
const SPOILED = ["--fault", "--stop", "--focus", "--fault-text", "--ink-faint", "--line-firm"];

const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pixel = canvas.getContext("2d", { willReadFrequently: true });

export function colour(name, alpha = 1) {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = getComputedStyle(probe).color;
  pixel.fillRect(0, 0, 1, 1);
  probe.remove();
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

export function line(number) {
  const shade = colour(LINES[number % LINES.length]);
  return {
    borderColor: shade,
    backgroundColor: shade,
    borderWidth: 2,
    borderDash: DASHES[number % DASHES.length],
    pointStyle: SHAPES[number % SHAPES.length],
    pointRadius: 3.5,
  };
}

// Hatched as spoiled reps are everywhere; each fault at its own width and slope.
export function hatched(number) {
  const size = 6 + 2 * (number % 3);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d");
  pen.fillStyle = colour("--surface");
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = colour(SPOILED[number % SPOILED.length]);
  pen.lineWidth = 2.5;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    const [from, to] = number % 2 ? [0, size] : [size, 0];
    pen.moveTo(shift, from);
    pen.lineTo(shift + size, to);
  }
  pen.stroke();
  return { backgroundColor: pen.createPattern(tile, "repeat"), borderColor: colour(SPOILED[number % SPOILED.length]), borderWidth: 1 };
}
