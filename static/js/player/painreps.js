// Pain in the middle of a whole set: the reps done so far are known to this page alone, so they go with
// it, as rows of a review. What was not marked off counts as said; the rep under way was never one. Asked
// for when the form is read, however it is sent, so that nothing waits and nothing is read too early.

import { createNamer } from "./uuid7.js";

/** The rows of a review, [[name, value], …], from reps as <rep-pacer> lists them. */
export function reviewRows(reps, nameOf) {
  const rows = reps.flatMap((each, index) =>
    Object.entries({
      rep: nameOf(each.rep),
      number: each.rep,
      verdict: each.off ? "off" : "perfect",
      happened_at: each.at ?? "",
      descent_seconds: each.descent?.toFixed(1) ?? "",
      judged_by: "person",
    }).map(([name, value]) => [`reps-${index}-${name}`, value]),
  );
  return [["done", reps.length], ["reps-TOTAL_FORMS", reps.length], ["reps-INITIAL_FORMS", 0], ...rows];
}

export function sendRepsWithPain({ doc = document, makeName = createNamer(), signal } = {}) {
  const names = new Map(); // sent twice, a rep is still the same rep

  function nameOf(rep) {
    if (!names.has(rep)) names.set(rep, makeName());
    return names.get(rep);
  }

  doc.addEventListener(
    "formdata",
    ({ target, formData }) => {
      if (!target.elements.namedItem("pain_reps")) return;
      const element = doc.querySelector("rep-pacer");
      if (element?.pacer?.judging !== "whole") return;
      for (const [name, value] of reviewRows(element.reps, nameOf)) formData.set(name, value);
    },
    { signal },
  );
}
