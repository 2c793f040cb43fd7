// The table behind a picture: it has all the numbers, so a picture never says more than can be read.
const DAY = 86400000;

export function day(text) {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

export function dated(x) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" }).format(Math.floor(x) * DAY);
}

// Rows as {x, label, series, values, texts}. Two on one day stand beside each other.
export function rows(figure) {
  const seen = new Map();
  return [...figure.querySelectorAll("tbody tr[data-day]")].map((row) => {
    const x = day(row.dataset.day);
    const key = `${x} ${row.dataset.series ?? ""}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const cells = [...row.cells].slice(1);
    return {
      x: x + before / 4,
      series: row.dataset.series,
      values: cells.map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
      texts: cells.map((cell) => cell.textContent.trim()),
    };
  });
}

export function heads(figure) {
  return [...figure.querySelectorAll("table:not([data-band]) thead th")].slice(1).map((cell) => cell.textContent.trim());
}

// The noise around each floor as {series: {low, high}}.
export function bands(figure) {
  const found = figure.querySelectorAll("[data-band] tr[data-series]");
  return Object.fromEntries([...found].map(({ dataset: { series, low, high } }) => [series, { low: Number(low), high: Number(high) }]));
}
