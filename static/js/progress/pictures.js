// What is drawn of each table: its datasets, and what its axis of numbers is like.
import { colour, hatched, line } from "./look.js";
import { bands, heads, rows } from "./tables.js";

const NONE = { pointRadius: 0, pointHoverRadius: 0 };
const BAND = 3; // floors, as many as the median is of

function column(all, number) {
  return all.map(({ x, values }) => ({ x, y: values[number] })).filter(({ y }) => y !== null);
}

function reps(figure) {
  const all = rows(figure);
  const names = heads(figure).slice(0, -1); // the last is their sum
  const datasets = names.map((label, number) => ({
    type: "bar",
    label,
    data: column(all, number),
    maxBarThickness: 18,
    barThickness: "flex",
    ...(number ? hatched(number - 1) : { backgroundColor: colour("--perfect") }),
  }));
  return { datasets, y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } } };
}

function floors(figure) {
  const all = rows(figure);
  const noise = bands(figure);
  const datasets = [...new Set(all.map(({ series }) => series))].flatMap((series, number) => {
    const these = all.filter((row) => row.series === series);
    const style = line(number);
    const [, name, source] = these[0].texts;
    const data = column(these, 0);
    const last = data.slice(-BAND);
    const edge = (y) => last.map(({ x }) => ({ x, y }));
    const { low, high } = noise[series];
    const faint = { ...NONE, borderWidth: 0, unnamed: true, backgroundColor: style.borderColor.replace(/, 1\)$/, ", 0.16)") };
    return [
      { label: `${name}, ${source}`, data, ...style },
      { data: edge(low), ...faint },
      { data: edge(high), fill: "-1", ...faint },
    ];
  });
  return { datasets, y: { suggestedMin: 0, ticks: { callback: (value) => `${value}°` } } };
}

function seconds(figure, [since, until]) {
  const slow = { label: figure.querySelector("canvas").dataset.slow, data: [{ x: since, y: 3 }, { x: until, y: 3 }] };
  const datasets = [
    { label: heads(figure)[0], data: column(rows(figure), 0), ...line(0) },
    { ...slow, ...line(1), ...NONE },
  ];
  return { datasets, y: { suggestedMin: 0, suggestedMax: 4 } };
}

function pain(figure) {
  const all = rows(figure);
  const asked = heads(figure).slice(0, -1);
  const datasets = asked.map((label, number) => ({ label, data: column(all, number), ...line(number) }));
  const ended = all.filter(({ values }) => values.at(-1) > 0).map(({ x }) => ({ x, y: 10 }));
  if (ended.length) {
    datasets.push({ label: heads(figure).at(-1), data: ended, ...line(3), showLine: false, pointRadius: 6, pointStyle: "crossRot" });
  }
  return { datasets, y: { min: 0, max: 10, ticks: { stepSize: 2 } } };
}

function rungs(figure, [since, until]) {
  const all = rows(figure);
  const names = Object.fromEntries(all.map(({ values, texts }) => [values[0], texts[0]]));
  const data = column(all, 0).map(({ x, y }) => ({ x: Math.max(x, since), y }));
  data.push({ x: Math.max(until, data.at(-1).x), y: data.at(-1).y });
  const radius = data.map((_point, number) => (number < data.length - 1 ? 5 : 0));
  const places = data.map(({ y }) => y);
  const short = (name = "") => (name.length > 18 ? `${name.slice(0, 17)}…` : name);
  return {
    datasets: [{ label: heads(figure)[0], data, ...line(0), stepped: true, pointRadius: radius }],
    y: {
      min: Math.max(0, Math.min(...places) - 1),
      max: Math.max(...places) + 1,
      ticks: { stepSize: 1, autoSkip: false, callback: (value) => short(names[value]) },
    },
    tooltip: (point) => [names[point.parsed.y], all[point.dataIndex]?.texts[1] ?? ""].filter(Boolean),
  };
}

export const pictures = { reps, floors, seconds, pain, rungs };
