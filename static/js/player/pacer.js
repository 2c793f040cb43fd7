// The states of a pacer and what moves it from one to the next. It knows no element: `ports` are
//   spec()                 how the set is asked for now: judging, reps, firstRep, countdown, …
//   output, captions, words, show(position), tell(text), send(name, detail), frame(callback)
// States: idle, running, paused, waiting (for the answer to a rep), done; and moving, where somebody goes
// at their own pace and says when a rep is over.

import { createRun } from "./run.js";
import { judgeDescent } from "./rushed.js";
import { fill } from "./spoken.js";
import { createTimeline } from "./timing.js";
import { emptySet, finishRep, markOff, meantRep, takeBack } from "./wholeset.js";

const DUST = 1e-6;
const BREATH = 2; // seconds between two reps
const CUE = 3; // the same with a spoken cue

export class Pacer {
  state = "idle";
  set = emptySet();
  #run;
  #judging; // held fast, so that changing one's mind midway changes the next set
  #told; // how far along the timeline the cues have been given
  #ended; // the last rep that was reported as ended
  #own = false; // reps at the person's own pace
  #rushed = null; // {rep, verdict} of an answer that came too early: it stays so, however late "No" is said

  constructor(ports) {
    Object.assign(this, ports);
    this.ready();
    this.#become("idle");
  }

  /** Stand ready before a rep: the whole get-ready time, or a breath between two reps. */
  ready(rep = this.spec().firstRep, countdown = this.spec().countdown) {
    const { judging, reps, ...rest } = this.spec();
    this.#judging = judging;
    const ahead = judging === "every" ? 1 : Math.max(1, reps - rep + 1);
    const timeline = createTimeline({ ...rest, reps: ahead, firstRep: rep, countdown });
    this.#run = createRun(this.output.now, timeline);
    this.#told = 0;
    this.#ended = rep - 1;
    this.#rushed = null;
    this.output.follow(this.#run);
    this.captions.show(this.#run.position());
  }

  get judging() {
    return this.#judging;
  }

  start() {
    if (this.state === "running" || this.state === "done") return;
    this.output.unlock();
    this.captions.say("");
    this.#own = false;
    if (this.#run.elapsed() >= this.#run.timeline.total) {
      this.#become("waiting");
      return;
    }
    this.#run.start();
    this.output.go();
    this.#become("running");
    this.#tick();
  }

  /** Reps without the pacer. */
  move() {
    if (this.state !== "idle") return;
    this.#own = true;
    this.#become("moving");
    if (this.#run.position().rep === 1) this.tell(this.words.say.focus);
  }

  /** The rep is over, or was spoiled: how was it? */
  ask() {
    if (this.#judging !== "every") return;
    if (this.state === "moving") this.#become("waiting");
    else if (this.state === "running") {
      this.output.still();
      this.#rest();
    }
  }

  pause(why = this.words.status.paused) {
    if (this.#own || (this.state !== "running" && this.state !== "waiting")) return;
    this.#run.pause();
    this.output.still();
    this.#become("paused");
    this.captions.say(why);
  }

  toggle() {
    if (this.state === "running" || this.state === "waiting") this.pause();
    else this.start();
  }

  /** This rep, or this hold, again from its beginning, with time to lie down. */
  restart() {
    this.ready(this.#run.position().rep);
    this.#startAfresh();
  }

  /** A whole set that was left midway: what was done stays done, and it goes on with the next rep. */
  restore(reps) {
    this.set = reps.reduce(
      (set, { rep, descent, at, off }) => {
        const done = finishRep(set, rep, descent, at);
        return off ? markOff(done, rep) : done;
      },
      emptySet(),
    );
    const next = reps.at(-1).rep + 1;
    if (next <= this.spec().reps) this.ready(next);
    this.#become(next <= this.spec().reps ? "idle" : "done");
  }

  /** The set from its first rep, as if nothing had been done. */
  anew() {
    this.set = emptySet();
    this.ready();
    this.#become("idle");
  }

  /** A whole set ends where it is. With no rep done there is nothing to judge: ready once more. */
  end() {
    if (this.#judging !== "whole" || this.state === "done") return;
    this.output.still();
    if (this.set.done.length) this.#finish();
    else this.anew();
  }

  /** The page has gone on to another rep: the answer is in, with a `cue` or without, or one was taken back. */
  next(rep, cue = "") {
    const { reps } = this.spec();
    const { state } = this;
    if (this.#judging !== "every" && state !== "idle") return;
    if (rep > reps) {
      this.#finish();
      return;
    }
    const breath = cue && this.output.speaks ? CUE : BREATH;
    this.ready(rep, this.#own || state === "idle" || state === "done" ? undefined : breath);
    if (this.#own) this.#become("moving");
    else if (state === "running" || state === "waiting") this.#startAfresh();
    else this.#become(state === "done" ? "idle" : state);
    if (cue) this.tell(cue); // instead of the rep's number
  }

  #startAfresh() {
    this.state = "idle";
    this.start();
  }

  /** Another tempo, or another length, from where we are. */
  bend(changes) {
    if (this.state === "done") return;
    this.#run.change(this.#run.timeline.with(changes));
    if (this.#told > 0) this.#told = this.#run.elapsed() + DUST; // what was said is not said again
    this.output.replan();
  }

  more(seconds = 30) {
    const { timed, repSeconds } = this.#run.timeline;
    if (timed) this.bend({ seconds: repSeconds + seconds });
  }

  /** "That one was off", in whole-set mode. */
  off() {
    if (this.#judging !== "whole" || this.state === "idle") return;
    const rep = meantRep(this.#run.timeline, this.#run.elapsed());
    if (rep === null) return;
    this.set = markOff(this.set, rep);
    this.output.blip("off");
    this.captions.say(fill(this.words.status.off, { rep }));
    this.send("rep-off", { rep });
  }

  takeBack() {
    const rep = this.set.marks.at(-1);
    if (!rep) return;
    this.set = takeBack(this.set);
    this.captions.say(fill(this.words.status.takenBack, { rep }));
    this.send("rep-off", { rep: null, takenBack: rep });
  }

  /** Whether a tap anywhere means "that one was off". */
  get marking() {
    return this.state === "running" && this.#judging === "whole";
  }

  /** What an answer given now says about the way down. */
  judge() {
    const { rep } = this.#run.position();
    if (this.#rushed?.rep === rep) return this.#rushed.verdict;
    const verdict = judgeDescent(this.#run, rep);
    if (verdict.rushed) this.#rushed = { rep, verdict };
    return verdict;
  }

  asked() {
    this.output.say(this.words.say.rushed);
  }

  #become(state) {
    this.state = state;
    this.send("pacer-state", { state });
    if (state === "waiting") this.tell(fill(this.words.say.question, this.#run.position()));
  }

  #tick = () => {
    if (this.state !== "running") return;
    const { timeline } = this.#run;
    const here = this.#run.elapsed();
    for (const cue of timeline.cues(this.#told, here + DUST)) {
      this.output.cue(cue, timeline);
      if (cue.first && cue.phase === timeline.phases[0].name) this.send("rep-start", { rep: cue.rep });
    }
    this.#told = Math.max(this.#told, here + DUST);
    while (this.#ended < timeline.lastRep && here + DUST >= timeline.repEnd(this.#ended + 1)) {
      this.#endRep((this.#ended += 1));
    }
    const position = timeline.at(here);
    this.captions.show(position);
    this.show(position);
    if (position.phase !== "done") this.frame(this.#tick);
    else if (this.#judging === "every") this.#rest();
    else this.#finish();
  };

  #endRep(rep) {
    const descent = this.#run.descent(rep);
    this.set = finishRep(this.set, rep, descent, new Date().toISOString());
    this.send("rep-end", { rep, descent });
  }

  #rest() {
    this.#run.pause();
    this.captions.show({ phase: "waiting" });
    this.#become("waiting");
  }

  /** A rest has no end of its own: the next set begins. */
  #ending() {
    if (this.#run.timeline.kind === "rest") return "";
    return this.#judging === "none" ? this.words.phases.done : this.words.status.done;
  }

  #finish() {
    this.#run.pause();
    this.captions.show({ phase: "done" });
    const text = this.#ending();
    this.captions.say(text);
    this.output.say(text);
    this.#become("done");
    this.send("set-end");
  }
}
