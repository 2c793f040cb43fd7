// What a whole set looks like while it runs: its dots fill as reps end, it is written down as it goes,
// and it is taken to the page where it is judged.

import { forget, forgetSaved, handOver, sayEnded, takeOver } from "./handover.js";
import { goTo } from "./part.js";
import { fill } from "./spoken.js";

const NAMES = ["perfect", "fault", "next", "todo"];

function paint(dot, state, label) {
  for (const name of NAMES) dot.classList.toggle(`dot--${name}`, name === state);
  const words = dot.querySelector(".visually-hidden");
  if (words) words.textContent = label;
}

/** `element` is the <rep-pacer>: data-set names the set, data-review is the page that judges it. */
export function showWholeSet(element, words, { doc = document, signal } = {}) {
  const first = Number(element.dataset.rep) || 1; // earlier reps are saved already
  const saved = Number(doc.querySelector(".tally__count b")?.textContent) || 0;
  let under = first; // the rep under way, or next

  const mine = () => element.pacer?.judging === "whole" && "set" in element.dataset;

  function show() {
    if (!mine()) return;
    const reps = new Map(element.reps.map((each) => [each.rep, each.off]));
    const { marks } = element.pacer.set;
    doc.querySelectorAll(".stage__tally .dot").forEach((dot, index) => {
      const rep = index + 1;
      if (rep < first) return;
      const off = reps.get(rep) ?? marks.includes(rep);
      const state = off ? "fault" : reps.has(rep) ? "perfect" : rep === under ? "next" : "todo";
      paint(dot, state, fill(words.dots[state], { rep }));
    });
    const count = doc.querySelector(".tally__count b");
    if (count) count.textContent = saved + [...reps.values()].filter((off) => !off).length;
  }

  function keep() {
    if (mine() && element.reps.length) handOver(element.dataset.set, element.reps);
  }

  function judge() {
    if (!mine() || !element.reps.length) return;
    keep();
    const { rep } = element.reps.at(-1);
    sayEnded(rep < Number(element.dataset.reps) ? element.dataset.set : "");
    goTo(element.dataset.review);
  }

  const listen = (name, handler, target = element) =>
    target.addEventListener(name, handler, { signal });
  listen("rep-start", ({ detail }) => {
    under = detail.rep;
    show();
  });
  for (const name of ["rep-end", "rep-off"]) {
    listen(name, () => {
      show();
      keep();
    });
  }
  listen("set-end", judge);
  listen("pagehide", keep, window);
  listen(
    "click",
    ({ target }) => {
      if (!target.closest?.('[data-action="anew"]')) return;
      forget();
      under = first;
      queueMicrotask(show);
    },
    doc,
  );

  return {
    show,
    /** Reps of this set that were done and never saved, if there are any. */
    found() {
      const { set } = element.dataset;
      if (!set) return null;
      forgetSaved(set, first);
      const reps = takeOver(set, first);
      if (reps) under = reps.at(-1).rep + 1;
      return reps;
    },
  };
}
