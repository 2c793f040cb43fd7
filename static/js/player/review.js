// <set-review>: tiles over the plain rows of a set that is judged at its end. The rows stay the truth:
// every tap is written into them, and they are what is sent, with how many were done. Of a set that was
// not paced in this browser nothing is known: then the page asks, and a rep that nobody speaks of was
// not done.

import { forget, takeOver } from "./handover.js";

const UNSAID = 10; // seconds to say something after all

const NEXT = { perfect: "off", off: "skip", skip: "perfect" };

/** One row of the form: its verdict and its faults. */
class Row {
  constructor(element) {
    this.element = element;
  }

  get said() {
    return this.faults.length ? "off" : this.#radio(":checked")?.value ?? "perfect";
  }

  set said(verdict) {
    this.#radio(`[value="${verdict}"]`).checked = true;
    if (verdict !== "off") for (const box of this.#boxes()) box.checked = false;
  }

  get faults() {
    return this.#boxes().filter((box) => box.checked).map((box) => box.value);
  }

  name(fault, on) {
    const box = this.#boxes().find(({ value }) => value === fault);
    box.checked = on;
    if (on) this.said = "off";
  }

  fill({ at, descent }) {
    this.element.querySelector('[data-part="at"]').value = at ?? "";
    this.element.querySelector('[data-part="descent"]').value = descent?.toFixed(1) ?? "";
  }

  #radio(which) {
    return this.element.querySelector(`input[type="radio"]${which}`);
  }

  #boxes() {
    return [...this.element.querySelectorAll('input[type="checkbox"]')];
  }
}

class SetReview extends HTMLElement {
  #rows;
  #done; // the field that says how many, empty until somebody knows
  #brush = null;

  connectedCallback() {
    this.#rows = [...this.querySelectorAll(".review__row")].map((element) => new Row(element));
    this.#done = this.closest("form").elements.namedItem("done");
    this.#takeOver();
    const isKnown = this.#done.value !== "" && !this.#done.hasAttribute("aria-invalid");
    document.querySelector('[data-part="done"]').hidden = isKnown;
    this.#done.addEventListener("input", () => this.#count());
    this.querySelector('[data-part="tiles"]').hidden = false;
    this.querySelector('[data-part="rows"]').hidden = true;
    this.addEventListener("click", ({ target }) => this.#tapped(target));
    // Kept until the set's own page finds them saved: this may be sent into a dead network. Who would
    // rather judge rep by rep begins the set anew.
    document.querySelector('[data-action="forget"]')?.addEventListener("click", () => forget());
    this.#show();
  }

  // Reps the pacer did not get to were not done. A page that came back with a complaint has the
  // person's own answers in it already.
  #takeOver() {
    const first = Number(this.querySelector(".tile b")?.textContent);
    const reps = takeOver(this.dataset.set, first);
    if (!reps) {
      if (this.#done.value === "") this.#count();
      return;
    }
    this.#rows.forEach((row, index) => {
      const rep = reps.find((each) => each.rep === first + index);
      row.said = rep ? (rep.off ? "off" : "perfect") : "skip";
      if (rep) row.fill(rep);
    });
    this.#say();
    // Run through to its target and nothing said: that is what nothing said means here.
    if (!this.#rows.every(({ said }) => said === "perfect")) return;
    this.closest("form").querySelector(".perfect").dataset.onward = UNSAID;
  }

  /** As many as somebody says: those were done, and were perfect until something else is said. */
  #count() {
    const done = Number(this.#done.value);
    this.#rows.forEach((row, index) => {
      if (row.said === "perfect" && index >= done) row.said = "skip";
      else if (row.said === "skip" && index < done) row.said = "perfect";
    });
    this.#show();
  }

  /** What was tapped says it as well. */
  #say() {
    this.#done.value = this.#rows.findLastIndex(({ said }) => said !== "skip") + 1;
  }

  #tapped(target) {
    const brush = target.closest(".brush");
    const at = Number(target.closest("li[data-row]")?.dataset.row);
    if (brush) this.#brush = brush.dataset.fault === this.#brush ? null : brush.dataset.fault;
    else if (target.closest(".tile__on")) this.#nameFrom(at);
    else if (target.closest(".tile")) this.#tappedTile(at);
    this.#show();
  }

  // The first thing that is said of a set nobody knows: it went as far as this rep.
  #tappedTile(at) {
    if (this.#done.value === "") {
      this.#done.value = at + 1;
      this.#count();
      if (!this.#brush) return;
    }
    this.#turn(this.#rows[at]);
    this.#say();
  }

  #nameFrom(at) {
    for (const row of this.#rows.slice(at)) if (row.said !== "skip") row.name(this.#brush, true);
  }

  #turn(row) {
    if (!this.#brush) row.said = NEXT[row.said];
    else if (!row.faults.includes(this.#brush)) row.name(this.#brush, true);
    else {
      row.name(this.#brush, false);
      if (!row.faults.length) row.said = "perfect";
    }
  }

  #show() {
    const names = {};
    for (const brush of this.querySelectorAll(".brush")) {
      names[brush.dataset.fault] = brush.textContent.trim();
      brush.setAttribute("aria-pressed", String(brush.dataset.fault === this.#brush));
    }
    const hint = this.querySelector('[data-part="hint"]');
    hint.textContent = this.#brush ? hint.dataset.chosen : hint.dataset.none;
    this.querySelectorAll(".tiles li").forEach((tile, index) => {
      const row = this.#rows[index];
      const words = tile.querySelector('[data-part="said"]');
      tile.querySelector(".tile").dataset.said = row.said;
      // A tile has room for two names; the others are counted.
      const said = row.faults.map((slug) => names[slug]);
      words.textContent = said.length > 2 ? `${said[0]} + ${said.length - 1}`
        : said.join(", ") || words.dataset[row.said];
      tile.querySelector(".tile__on").hidden = !this.#brush || row.said === "skip";
    });
  }
}

customElements.define("set-review", SetReview);
