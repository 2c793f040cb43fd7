// The browser names the reps. A form comes with a name the server made, which stands in where no script
// runs; marked data-stand-in it is replaced by one of ours. The two forms of a prompt carry the same
// stand-in and get the same name, so that answering through both is one rep. What was named keeps its
// name: sent again, or come back to with the back button, it is still the same rep.

import { createNamer } from "./uuid7.js";

export function nameReps({ doc = document, makeName = createNamer(), signal } = {}) {
  const names = new Map(); // by stand-in

  function replace() {
    for (const field of doc.querySelectorAll("input[data-stand-in]")) {
      if (!names.has(field.value)) names.set(field.value, makeName());
      field.value = names.get(field.value);
      delete field.dataset.standIn;
    }
  }

  doc.addEventListener("htmx:after:swap", replace, { signal });
  replace();
}
