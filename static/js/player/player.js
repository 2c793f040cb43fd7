// <rep-pacer>: runs a set, a hold or a rest. It only ties the modules together: when things happen is
// timing.js, what moves it pacer.js, what is heard output.js.
// Its words, the data-* attributes and the events, are in docs/player.md.

import { watchAnswers } from "./answers.js";
import { createCaptions } from "./captions.js";
import { bindActions } from "./controls.js";
import { wasEnded } from "./handover.js";
import { focusPrimary, press } from "./keys.js";
import { createOutput } from "./output.js";
import { isOwn, isPaced, rememberOwn, rememberPaced } from "./paced.js";
import { isPart } from "./part.js";
import { Pacer } from "./pacer.js";
import { playerSettings as settings } from "./settings.js";
import { sharedSound } from "./shared.js";
import { fitted, readWords } from "./spoken.js";
import { createTap } from "./tap.js";
import { createTelling } from "./telling.js";
import { parseTempo } from "./timing.js";
import { onVisibility } from "./visibility.js";
import { listReps } from "./wholeset.js";
import { showWholeSet } from "./wholeview.js";

const stillness = matchMedia("(prefers-reduced-motion: reduce)");
// Where nothing may move, the pose that shows most of a rep.
const STILL = 0.6;
// Seconds before a rep in which the legs go to where it begins; until then they rest.
const LAST = 1;

class RepPacer extends HTMLElement {
  static observedAttributes = ["data-rep", "data-tempo"];
  #pacer = null;
  #captions;
  #output;
  #telling;
  #tap = createTap();
  #words;
  #stop;
  #whole;
  #figure;
  #ended = false; // the person ended this set early, on the page before
  #leftRunning = false;

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { soon, wordsLift: lift, wordsLower: lower, wordsFocus: focus } = this.dataset;
    const breathAloud = "breathAloud" in this.dataset;
    const words = fitted(readWords(), { soon, lift, lower, focus, breathAloud });
    this.#words = words;
    this.#output = createOutput(settings, words, sharedSound);
    this.#telling = createTelling(this.#output);
    this.#captions = createCaptions(this, words);
    this.#pacer = new Pacer({
      words,
      spec: () => this.#spec(),
      output: this.#output,
      captions: this.#captions,
      show: (position) => this.#pose(position),
      tell: (text) => this.#telling.tell(text),
      send: (name, detail) => this.#send(name, detail),
      frame: (callback) => requestAnimationFrame(callback),
    });
    bindActions(this.#pacer, { signal });
    watchAnswers(this.#pacer, { signal });
    onVisibility({ hidden: () => this.#hidden(words), shown: () => this.#shown(words) }, { signal });
    document.addEventListener("htmx:after:swap", (event) => isPart(event) || this.#swapped(), { signal });
    // Who looks up how it is done does no rep meanwhile, and is then back at the set, not in the menu.
    const look = ({ target, newState }) => {
      if (target.id !== "how") return;
      if (newState === "closed") document.getElementById("settings").hidePopover();
      else if (this.state === "running") this.#pacer.pause();
    };
    document.addEventListener("toggle", look, { capture: true, signal });
    // What the system has stopped while an answer was awaited comes back with the answer.
    const wake = () => this.state !== "idle" && this.#output.unlock();
    for (const type of ["pointerup", "keydown"]) document.addEventListener(type, wake, { signal });
    const forget = settings.onChange((name) => {
      if (name !== "judging" || this.state !== "idle") return;
      this.#pacer.ready();
      this.#reveal();
    });
    signal.addEventListener("abort", forget);
    signal.addEventListener("abort", this.#output.onStop(() => this.interrupt()));
    this.#whole = showWholeSet(this, words, { signal });
    this.#begin();
  }

  #begin() {
    const found = this.#whole.found();
    const { autostart, workout, set, review } = this.dataset;
    if (review && !found && wasEnded(set)) {
      this.#ended = true;
      this.dataset.judging = "whole";
      this.#pacer.ready();
    } else if (found) {
      this.dataset.judging = "whole"; // as it was begun, whatever is chosen for the next one
      this.#pacer.ready();
      this.#pacer.restore(found);
      this.#whole.show();
    } else if (autostart === "" || (autostart === "paced" && this.#isPaced)) {
      if (this.#output.allowed) this.#pacer.start();
      else this.#tap.ask(this.#words.status.tap, () => this.#pacer.start());
    } else if (autostart === "paced" && isOwn(workout) && this.#pacer.judging === "every") {
      this.#pacer.move();
    }
    this.#reveal();
  }

  /** Where the pacer was started in this workout; before that a drill goes by the workout before. */
  get #isPaced() {
    const { workout } = this.dataset;
    return isPaced(workout) || (this.#pacer.judging === "none" && settings.get("paced") && !isOwn(workout));
  }

  /** The system has stopped the sound: nothing goes on in silence, until somebody is there. */
  interrupt() {
    if (this.state !== "running") return;
    const { stopped } = this.#words.status;
    this.#pacer.pause(stopped);
    this.#output.say(stopped);
    this.#tap.ask(stopped, () => this.#pacer.start());
  }

  disconnectedCallback() {
    this.#tap.clear();
    this.#pacer.pause();
    this.#stop.abort();
    this.#output.close();
    this.#pacer = null;
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#pacer || before === now) return;
    if (name === "data-rep") {
      this.#pacer.next(Number(now), this.#telling.newCue(Number(now) > Number(before)));
    }
    if (name === "data-tempo") this.#pacer.bend({ tempo: parseTempo(now) });
  }

  #spec() {
    const { tempo, seconds, startsAt, kind, reps = 1, rep = 1, countdown = 10 } = this.dataset;
    return {
      judging: seconds ? "none" : (this.dataset.judging ?? settings.get("judging")),
      reps: seconds ? 1 : Number(reps),
      firstRep: seconds ? 1 : Number(rep),
      countdown: Number(countdown),
      ...(seconds ? { seconds: Number(seconds), kind } : { tempo: parseTempo(tempo), startsAt }),
    };
  }

  // The pacer stays on the page while the prompt is swapped; the new prompt says which rep it is for.
  #swapped() {
    const { nextRep } = document.querySelector("[data-next-rep]")?.dataset ?? {};
    if (nextRep) this.dataset.rep = nextRep;
    if (this.#asks) this.#pacer.ask(); // what was refused is read before another rep begins
    this.#reveal();
    if (document.activeElement === document.body) focusPrimary(); // it went with the old question
  }

  /** Whether the question has something to say that is not asked of the rep under way. */
  get #asks() {
    return document.querySelector("#prompt [data-asks]") !== null;
  }

  // What is on the page for this state; a focus that went with what was hidden goes to what is next.
  #reveal() {
    const { judging, set } = this.#pacer;
    const focused = document.activeElement;
    this.#captions.reveal(this.state, [
      judging,
      this.#ended ? "ended" : set.done.length ? "kept" : "fresh",
      ...(Number(this.dataset.rep) > 1 ? [] : ["first"]),
      ...(document.querySelector('[data-part="intro"]') ? ["intro"] : []),
      ...(this.#asks ? ["asks"] : []),
    ]);
    this.#showFigure();
    if (focused !== document.body && !focused?.checkVisibility({ visibilityProperty: true })) focusPrimary();
  }

  // While no rep is paced, it shows how one goes before the first and at one's own pace; else it rests.
  #showFigure() {
    const { face } = document.querySelector("[data-face]")?.dataset ?? {};
    if (!face || this.state === "running" || this.state === "paused") return;
    const figure = this.#findFigure();
    if (face === "intro" || face === "own") {
      figure?.setAttribute("tempo", this.dataset.tempo);
      figure?.toggleAttribute("animate", true);
    } else {
      figure?.removeAttribute("animate");
      figure?.rest?.();
    }
  }

  #findFigure() {
    if (!this.#figure?.isConnected) {
      this.#figure = this.querySelector("leg-figure") ?? document.querySelector("leg-figure");
    }
    return this.#figure;
  }

  #pose({ phase, count, lift, rep }) {
    const figure = this.#findFigure();
    figure?.removeAttribute("animate"); // from here on it moves when it is told
    if (phase === "ready" && count > LAST && figure?.rest) {
      figure.rest();
      return;
    }
    if (stillness.matches) {
      if (this.dataset.tempo) figure?.pose?.(STILL); // the captions carry it
      return;
    }
    const far = "alternating" in this.dataset && rep % 2 === 0;
    figure?.pose?.(lift, Number(far), 1 - lift); // lungs are empty at the top
  }

  #send(name, detail) {
    if (name === "set-end") detail = { reps: this.reps };
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
    if (name === "pacer-state" && this.#pacer) this.#reveal();
    if (name === "pacer-state") this.#telling.share(["running", "waiting"].includes(detail.state));
    if (this.state === "running") this.#tap.clear();
    if (this.state === "running" && this.dataset.workout) this.#remember(rememberPaced, true);
    if (this.state === "moving") this.#remember(rememberOwn, false);
    if (name === "set-end" && this.dataset.then) press(this.dataset.then);
  }

  #remember(way, paced) {
    way(this.dataset.workout);
    settings.set("paced", paced);
  }

  #hidden(words) {
    this.#leftRunning = this.state === "running";
    if (this.#leftRunning) this.#pacer.pause(words.status.hidden);
  }

  // Said once more when somebody is there to hear it.
  #shown(words) {
    if (this.#leftRunning && this.state === "paused") this.#output.say(words.status.hidden);
    this.#leftRunning = false;
  }

  /** start, pause, toggle, restart, next(rep), more(seconds), off, takeBack, judge: see pacer.js. */
  get pacer() {
    return this.#pacer;
  }

  get state() {
    return this.#pacer?.state ?? "idle";
  }

  /** Reps of a whole set so far: [{rep, descent, at, off, faults}]. */
  get reps() {
    return listReps(this.#pacer.set);
  }
}

customElements.define("rep-pacer", RepPacer);
