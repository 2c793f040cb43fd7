// The words under the figure. They change every second, so the page keeps them out of live regions;
// what a screen reader should hear goes to the part "status" (role=status), and only there.

/** Which face a set shows: what it is about, ready, a rep on its way (paced or not), or the question. */
function faceOf(state, facts) {
  if (facts.includes("asks") || ["waiting", "done"].includes(state)) return "question";
  if (state === "moving") return "own";
  if (state !== "idle") return "moving";
  if (facts.includes("kept") || facts.includes("ended")) return "question";
  return facts.includes("intro") ? "intro" : "ready";
}

export function createCaptions(pacer, words, doc = document) {
  // Looked up each time: a swap may have put a new element in place. The figure has parts of its own.
  function part(name) {
    const selector = `[data-part="${name}"]:not(leg-figure *)`;
    return pacer.querySelector(selector) ?? doc.querySelector(selector);
  }

  function write(name, text) {
    const element = part(name);
    if (element && element.textContent !== text) element.textContent = text;
  }

  return {
    /** The phase's name, count and breath at a position of the timeline. */
    show({ phase, count, breath, progress = 1 }) {
      part("ring")?.setAttribute("stroke-dashoffset", progress.toFixed(3));
      write("phase", words.phases[phase] ?? "");
      write("count", count ? String(count) : "");
      write("breath", words.breath[breath] ?? "");
    },
    say: (text) => write("status", text ?? ""),
    /**
     * Parts of the page that belong to some states only, data-shows="idle paused", or that are true of
     * some sets only, data-only="whole first" (all of them).
     */
    reveal(state, facts = []) {
      pacer.dataset.state = state;
      const faces = doc.querySelector("[data-face]");
      if (faces) faces.dataset.face = faceOf(state, facts);
      for (const element of doc.querySelectorAll("[data-shows], [data-only]")) {
        const { shows, only } = element.dataset;
        element.hidden = Boolean(
          (shows && !shows.split(" ").includes(state)) ||
            (only && !only.split(" ").every((fact) => facts.includes(fact))),
        );
      }
    },
  };
}
