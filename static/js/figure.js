// <leg-figure>: moves the drawn person that the server has put in the page.
//
//   attributes  figure (JSON), lift 0..1, side 0|1, floor (degrees), tempo "2-1-3-1",
//               animate (moves by itself), adjustable, for and unset (see figure/slider.js),
//               resting (as long as it rests)
//   methods     pose(lift, side, breath): one pose, now
//               rest(): knees bent, feet on the mat, until the next pose
//   properties  still: this person prefers no motion; use it before calling pose() in a loop
//   event       phase, as a phase begins: detail {phase, seconds, breath, rep, side}
//
// A frame computes joints and writes attributes of parts that changed. It never asks the page for
// a measurement and never adds a node.

import { phases, at } from "./figure/rhythm.js";
import { scene, sector } from "./figure/silhouette.js";
import { makeAdjustable } from "./figure/slider.js";

const SETTLING = 400; // milliseconds from a rep to rest, and back into one
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const numberIn = (element, name, otherwise) => {
  const value = Number.parseFloat(element.getAttribute(name));
  return Number.isFinite(value) ? value : otherwise;
};

export class LegFigure extends HTMLElement {
  static observedAttributes = ["lift", "side", "floor", "tempo", "animate"];

  #figure = null;
  #parts = new Map();
  #written = new Map();
  #phases = [];
  #frame = 0;
  #clock = 0;
  #last = 0;
  #phase = -1;
  #rep = 0;
  #seen = false;
  #shown = null;
  #rested = 0;
  #goal = 0;
  #settling = 0;
  #since = 0;
  #watcher = null;
  #stop = null;

  connectedCallback() {
    this.#figure = JSON.parse(this.getAttribute("figure") || "null");
    if (!this.#figure) return;
    this.#parts.clear();
    this.#written.clear();
    this.#shown = [this.lift, this.side, 0];
    this.#rested = this.#goal = this.resting ? 1 : 0;
    for (const part of this.querySelectorAll("[data-part]")) {
      const name = part.dataset.part;
      this.#parts.set(name, [...(this.#parts.get(name) ?? []), part]);
    }
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#watcher = new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.#run();
    });
    this.#watcher.observe(this);
    document.addEventListener("visibilitychange", () => this.#run(), { signal });
    calm.addEventListener("change", () => this.#run(), { signal });
    this.#phases = phases(this.getAttribute("tempo"), this.#figure.starts_at);
    if (this.hasAttribute("adjustable")) makeAdjustable(this, signal);
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#watcher?.disconnect();
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#settling);
    this.#frame = this.#settling = 0;
    this.#seen = false;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#figure || before === after) return;
    if (name === "tempo") this.#phases = phases(after, this.#figure.starts_at);
    else if (name === "animate") this.#restart();
    else if (name === "floor") this.#showFloor();
    if (name === "tempo" || this.#frame) return;
    if (this.resting) this.#draw();
    else this.pose(this.lift, this.side);
  }

  get lift() { return numberIn(this, "lift", 1); }
  set lift(value) { this.setAttribute("lift", value); }
  get side() { return numberIn(this, "side", 0); }
  set side(value) { this.setAttribute("side", value); }
  get floor() { return numberIn(this, "floor", null); }
  set floor(value) {
    if (value == null) this.removeAttribute("floor");
    else this.setAttribute("floor", value);
  }
  get resting() { return this.hasAttribute("resting"); }
  get still() { return calm.matches; }
  get figure() { return this.#figure; }

  // breath: 0 with empty lungs, 1 with full ones. Returns the joints.
  pose(lift, side = this.side, breath = 0) {
    this.#shown = [lift, side, breath];
    this.#settle(0);
    return this.#draw();
  }

  rest() {
    if (!this.#figure) return;
    const shown = this.#shown;
    this.removeAttribute("animate");
    this.#shown = shown; // it lies down from where it was, not from where it would stand still
    this.#settle(1);
    this.#draw();
  }

  #settle(goal) {
    if (this.#goal === goal) return;
    this.#goal = goal;
    this.toggleAttribute("resting", goal === 1);
    if (calm.matches) this.#rested = goal;
    else if (!this.#settling) {
      this.#since = performance.now();
      this.#settling = requestAnimationFrame((now) => this.#sink(now));
    }
  }

  #sink(now) {
    const share = Math.max(0, now - this.#since) / SETTLING;
    this.#since = now;
    this.#rested = Math.max(0, Math.min(1, this.#rested + (this.#goal ? share : -share)));
    this.#draw();
    this.#settling = this.#rested === this.#goal ? 0 : requestAnimationFrame((next) => this.#sink(next));
  }

  #draw() {
    const [lift, side, breath] = this.#shown;
    const eased = this.#rested ** 2 * (3 - 2 * this.#rested);
    const { parts, joints } = scene(this.#figure, lift, side, this.floor, breath, eased);
    for (const [name, value] of Object.entries(parts)) {
      if (name === "contact") continue;
      this.#write(name, SHAPED.has(name) ? "d" : "transform", value);
    }
    this.#write("contact", "opacity", parts.contact);
    this.#write("back", "opacity", parts.contact);
    const { near_ankle: ankle, near_toe: toe } = joints;
    const [x, y] = [0, 1].map((axis) => ankle[axis] + (toe[axis] - ankle[axis]) * 0.4);
    this.#write("handle", "transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
    return joints;
  }

  #write(name, attribute, value) {
    const key = name + attribute;
    if (this.#written.get(key) === value) return;
    this.#written.set(key, value);
    for (const part of this.#parts.get(name) ?? []) part.setAttribute(attribute, value);
  }

  #showFloor() {
    const { floor } = this;
    if (floor == null || this.#figure.support !== "lying") return;
    const { line, wedge } = sector(this.#figure, floor);
    this.#write("floor", "d", line);
    this.#write("wedge", "d", wedge);
    for (const part of this.#parts.get("degrees") ?? []) part.textContent = `${floor}°`;
  }

  #restart() {
    this.#clock = 0;
    this.#phase = -1;
    this.#rep = 0;
    this.#run();
  }

  // Runs while it is asked to, seen, and welcome.
  #run() {
    const wanted = this.hasAttribute("animate") && this.#seen && !document.hidden
      && !calm.matches && this.#phases.length > 0;
    if (wanted && !this.#frame) {
      this.#last = performance.now();
      this.#frame = requestAnimationFrame((now) => this.#step(now));
    } else if (!wanted && this.#frame) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#write("breath", "opacity", "0");
      this.pose(this.lift, this.side);
    }
  }

  #step(now) {
    // A long gap (a sleeping tab, a slow frame) is not made up for: the body never jumps.
    this.#clock += Math.max(0, Math.min(now - this.#last, 100)) / 1000;
    this.#last = now;
    const moment = at(this.#phases, this.#clock);
    const side = this.#figure.legs === "alternating" ? (this.side + moment.rep) % 2 : this.side;
    if (moment.index !== this.#phase || moment.rep !== this.#rep) {
      this.#phase = moment.index;
      this.#rep = moment.rep;
      const { phase, seconds, breath } = moment;
      const detail = { phase, seconds, breath, rep: moment.rep + 1, side };
      this.dispatchEvent(new CustomEvent("phase", { bubbles: true, detail }));
    }
    this.pose(moment.lift, side, moment.air);
    this.#breathe(moment);
    this.#frame = requestAnimationFrame((next) => this.#step(next));
  }

  // Two small waves before the mouth: away on the way out, towards it on the way in.
  #breathe({ breath, share }) {
    if (!this.#parts.has("breath")) return;
    const way = breath === "out" ? share : 1 - share;
    const head = this.#written.get("headtransform");
    this.#write("breath", "opacity", breath ? (Math.sin(Math.PI * share) * 0.9).toFixed(2) : "0");
    this.#write("breath", "transform", `${head} translate(0 ${(way * 12 - 3).toFixed(2)})`);
  }
}

const SHAPED = new Set(["torso", "gap"]);

customElements.define("leg-figure", LegFigure);
