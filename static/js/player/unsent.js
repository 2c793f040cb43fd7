// An answer that did not get through stays in its form, under the same rep id, and is sent again: when
// the network is back, every few seconds, when somebody comes back to this tab, and by a tap. Sent twice
// it counts once, so nothing can go wrong by trying. Until then the page says that it is not saved, and
// why. A link that leads to the next part is followed again in the same way, and so is Back.
//
// The one place that decides what may be shown at all: only what our server answers, which marks all that
// it says. A network's own page never takes the place of a question.

import { isPart } from "./part.js";

const EVERY = 5; // seconds
const PATIENCE = 10_000; // milliseconds until a request that hangs counts as lost
const MARK = "Legraises";

/** Why this is no answer to what was said, or "": then it is shown as it is. */
export function whyUnsent({ status, headers }) {
  if (status >= 500 || status === 408 || status === 429) return "lost"; // it never got to judge
  if (!headers.has(MARK)) return "foreign";
  if (status === 401) return "stranger";
  return headers.get(MARK) === "token" ? "token" : "";
}

/** `note` finds the element that says so; it is shown and hidden. */
export function keepUnsent(note, { doc = document, win = window, signal } = {}) {
  let source = null; // the form, the link, or the body for Back
  let submitter = null;
  let timer = null;
  let isRenewed = false; // the answer to an old token brings a new one, once

  function show(why) {
    const element = note();
    if (!element) return;
    const { hidden } = element;
    element.hidden = false;
    for (const each of element.querySelectorAll("[data-why]")) each.hidden = each.dataset.why !== why;
    if (hidden) element.querySelector(":is(a, button):not([hidden])").focus({ preventScroll: true });
  }

  function keep(ctx, why) {
    source = ctx.sourceElement;
    submitter = ctx.request.submitter ?? submitter;
    // Its time and its descent are those of the answer, not of the sending.
    if (source.matches("form")) source.dataset.unsent = "";
    clearTimeout(timer);
    timer = setTimeout(send, why === "token" ? 0 : EVERY * 1000);
    if (why === "token") return;
    source.closest("[popover]")?.hidePopover(); // it would lie over what is said now
    show(why);
  }

  function send() {
    if (!source?.isConnected) settle();
    else if (source.matches("form")) source.requestSubmit(submitter?.isConnected ? submitter : null);
    else if (source === doc.body) goBackAgain();
    else source.click();
  }

  function goBackAgain() {
    const { pathname, search } = win.location;
    win.htmx.ajax("GET", pathname + search, { target: doc.body, swap: "outerSync" });
  }

  function settle() {
    clearTimeout(timer);
    if (source) delete source.dataset.unsent;
    source = submitter = null;
    isRenewed = false;
    const element = note();
    if (element) element.hidden = true;
  }

  const listen = (name, handler, target = doc) => target.addEventListener(name, handler, { signal });
  listen("htmx:config:request", ({ detail }) => {
    detail.ctx.request.timeout = PATIENCE;
  });
  listen("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const why = whyUnsent(ctx.response);
    if (!why || (why === "token" && isRenewed)) return;
    isRenewed ||= why === "token";
    event.preventDefault();
    ctx.hx = {}; // whoever it was tells this page nothing
    keep(ctx, why);
  });
  listen("htmx:error", (event) => {
    const { ctx, error } = event.detail;
    const givenUp = ctx?.sourceElement === doc.body && error?.name === "AbortError";
    if (!givenUp && (ctx?.request.method === "POST" || isPart(event))) keep(ctx, "lost");
  });
  listen("htmx:after:swap", settle);
  listen("online", send, win);
  listen("visibilitychange", () => source && doc.visibilityState === "visible" && send());
  listen("click", ({ target }) => target.closest?.('[data-action="resend"]') && send());
}
