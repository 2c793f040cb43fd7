// An answer that did not get through stays in its form, under the same rep id, and is sent again: when
// the network is back, every few seconds, and by a tap. Sent twice it counts once, so nothing can go
// wrong by trying. Until then the page says that it is not saved.

const EVERY = 5; // seconds
const PATIENCE = 10_000; // milliseconds until a request that hangs counts as lost

// What the server said about the answer is shown as it is. These say that it never got to judge.
const neverJudged = (status) => status >= 500 || status === 408 || status === 429;

/** `note` finds the element that says so; it is shown and hidden. */
export function keepUnsent(note, { doc = document, win = window, signal } = {}) {
  let form = null;
  let submitter = null;
  let timer = null;

  function keep(ctx) {
    form = ctx.sourceElement;
    submitter = ctx.request.submitter ?? submitter;
    form.dataset.unsent = ""; // its time and its descent are those of the answer, not of the sending
    form.closest("[popover]")?.hidePopover(); // it would lie over what is said now
    const element = note();
    if (element?.hidden) {
      element.hidden = false;
      element.querySelector("button")?.focus({ preventScroll: true });
    }
    clearTimeout(timer);
    timer = setTimeout(send, EVERY * 1000);
  }

  function send() {
    if (!form?.isConnected) settle();
    else form.requestSubmit(submitter?.isConnected ? submitter : null);
  }

  function settle() {
    clearTimeout(timer);
    if (form) delete form.dataset.unsent;
    form = submitter = null;
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
  listen("htmx:error", ({ detail }) => {
    if (detail.ctx?.request.method === "POST") keep(detail.ctx);
  });
  listen("htmx:after:swap", settle);
  listen("online", send, win);
  listen("click", ({ target }) => target.closest?.('[data-action="resend"]') && send());
}
