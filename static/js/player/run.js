// One run along a timeline: started, paused, resumed, its tempo changed midway. Pure; `now` is any
// clock that gives seconds and never goes back.

export function createRun(now, first) {
  let timeline = first;
  let base = 0; // timeline seconds behind us when the clock was last looked at…
  let since = null; // …and the clock's time then; null while standing still
  let bent = { rep: 0, seconds: 0 }; // what a change of tempo midway down added to that descent

  const elapsed = () =>
    Math.min(timeline.total, since === null ? base : base + Math.max(0, now() - since));

  function change(next) {
    const here = elapsed();
    const { rep, phase, progress } = timeline.at(here);
    if (timeline.timed || phase === "done") {
      base = here; // seconds already held, or rested, stay done
    } else {
      const span = next.span(rep, phase);
      const old = timeline.span(rep, phase);
      base = span.start + progress * (span.end - span.start);
      if (phase === "lower") {
        const seconds = progress * (old.end - old.start - (span.end - span.start));
        bent = { rep, seconds: seconds + (bent.rep === rep ? bent.seconds : 0) };
      }
    }
    timeline = next;
    if (since !== null) since = now();
  }

  return {
    get timeline() {
      return timeline;
    },
    get running() {
      return since !== null;
    },
    elapsed,
    position: () => timeline.at(elapsed()),
    /** When, on the clock, the run reaches a place on the timeline. */
    whenAt: (at) => (since === null ? Infinity : since + (at - base)),
    start() {
      since ??= now();
    },
    pause() {
      base = elapsed();
      since = null;
    },
    /** Go on along another timeline of the same set from the same place in the same phase. */
    change,
    /** Seconds the way down of a rep lasts, as it was really run; null where there is none. */
    descent(rep) {
      if (!timeline.phases.some((phase) => phase.name === "lower")) return null;
      const { start, end } = timeline.span(rep, "lower");
      return end - start + (bent.rep === rep ? bent.seconds : 0);
    },
  };
}
