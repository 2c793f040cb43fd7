// An answer that did not get through stays in its form, under the same rep id, and is sent again: when
// the network is back, every few seconds, and by a tap. Sent twice it counts once, so nothing can go
// wrong by trying. Until then the page says that it is not saved. A link that leads to the next part is
// followed again in the same way.

import { isPart } from "./part.js";

const EVERY = 5; // seconds
const PATIENCE = 10_000; // milliseconds until a request that hangs counts as lost

// What the server said about the answer is shown as it is. These say that it never got to judge.
const neverJudged = (status) => status >= 500 || status === 408 || status === 429;

/** `note` finds the element that says so; it is shown and hidden. */
export function keepUnsent(note, { doc = document, win = window, signal } = {}) {
  let source = null; // the form, or the link
  let submitter = null;
  let timer = null;

  function keep(ctx) {
    if (ctx.sourceElement === doc.body) return win.location.reload(); // Back, without a network
    source = ctx.sourceElement;
    submitter = ctx.request.submitter ?? submitter;
    // Its time and its descent are those of the answer, not of the sending.
    if (source.matches("form")) source.dataset.unsent = "";
    source.closest("[popover]")?.hidePopover(); // it would lie over what is said now
    const element = note();
    if (element?.hidden) {
      element.hidden = false;
      element.querySelector("button")?.focus({ preventScroll: true });
    }
    clearTimeout(timer);
    timer = setTimeout(send, EVERY * 1000);
  }

  function send() {
    if (!source?.isConnected) settle();
    else if (source.matches("form")) source.requestSubmit(submitter?.isConnected ? submitter : null);
    else source.click();
  }

  function settle() {
    clearTimeout(timer);
    if (source) delete source.dataset.unsent;
    source = submitter = null;
    const element = note();
    if (element) element.hidden = true;
  }

  const listen = (name, handler, target = doc) => target.addEventListener(name, handler, { signal });
  listen("htmx:config:request", ({ detail }) => {
    detail.ctx.request.timeout = PATIENCE;
  });
  listen("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    if (!neverJudged(ctx.response.status)) return;
    event.preventDefault();
    keep(ctx);
  });
  listen("htmx:error", (event) => {
    const { ctx, error } = event.detail;
    const givenUp = ctx?.sourceElement === doc.body && error?.name === "AbortError";
    if (!givenUp && (ctx?.request.method === "POST" || isPart(event))) keep(ctx);
  });
  listen("htmx:after:swap", settle);
  listen("online", send, win);
  listen("click", ({ target }) => target.closest?.('[data-action="resend"]') && send());
}
