// Draws every picture of the page from the table behind it, and puts the table away.
import { colour } from "./look.js";
import { pictures } from "./pictures.js";
import { dated, day } from "./tables.js";

const { Chart } = globalThis;
const page = document.querySelector(".progress");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const drawn = new Map();

function options({ y, tooltip }, [min, max], onlyName) {
  const ink = colour("--ink-soft");
  const lines = { color: colour("--line") };
  return {
    animation: still.matches ? false : { duration: 300 },
    maintainAspectRatio: false,
    interaction: { mode: "nearest", axis: "x", intersect: false },
    scales: {
      x: {
        type: "linear",
        min: min - 1,
        max: max + 1,
        stacked: Boolean(y.stacked),
        offset: false,
        grid: { display: false },
        ticks: { color: ink, maxRotation: 0, autoSkipPadding: 16, maxTicksLimit: 5, precision: 0, callback: dated },
      },
      y: { ...y, grid: lines, border: { display: false }, ticks: { color: ink, ...y.ticks } },
    },
    plugins: {
      legend: {
        display: !onlyName,
        position: "bottom",
        labels: { color: ink, usePointStyle: true, filter: ({ text }) => Boolean(text) },
      },
      tooltip: {
        animation: false,
        filter: ({ dataset: { unnamed } }) => !unnamed,
        callbacks: { title: ([first]) => (first ? dated(first.parsed.x) : ""), ...(tooltip && { label: tooltip }) },
      },
    },
  };
}

function draw(figure) {
  const canvas = figure.querySelector("canvas");
  drawn.get(figure)?.destroy();
  if (!canvas.parentElement.matches(".picture__frame")) {
    const frame = document.createElement("div");
    frame.className = "picture__frame";
    canvas.replaceWith(frame);
    frame.append(canvas);
    canvas.hidden = false;
    figure.querySelector("details").open = false;
  }
  const span = [day(page.dataset.since), day(page.dataset.until)];
  const picture = pictures[figure.dataset.chart](figure, span);
  const onlyName = picture.datasets.length === 1;
  drawn.set(figure, new Chart(canvas, { type: "line", data: { datasets: picture.datasets }, options: options(picture, span, onlyName) }));
}

export function drawAll() {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 13;
  for (const figure of page.querySelectorAll("[data-chart]:has(canvas)")) {
    draw(figure);
  }
}

export function resizeAll() {
  for (const chart of drawn.values()) {
    chart.resize();
  }
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
