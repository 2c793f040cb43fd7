// A workout is one document. Its parts (steps, sets, rests, reviews) are whole pages that htmx puts in
// place of the body, so that what one touch allowed (sound, headset buttons, the screen's lock, full
// screen) lasts for all of it. What a page load does by itself is done here.

/** Whether a request of htmx is for a part, and not for a piece within one. */
export const isPart = ({ detail }) => detail.ctx?.target === document.body;

const hurts = ({ detail }) => detail.ctx.sourceElement.querySelector('[data-key~="pain"]') !== null;
const isBack = ({ detail }) => detail.ctx.sourceElement === document.body;

// What is wrong with an answer comes first; else the name of the part.
const FIRST = ['main [aria-invalid="true"]', "main h1", "#main"];

function focusFirst(doc) {
  const found = FIRST.map((selector) => doc.querySelector(selector)).find(Boolean);
  if (!found) return;
  if (found.tabIndex < 0) found.tabIndex = -1;
  found.focus({ preventScroll: true });
}

/** To the address of another part, by the link that leads there if there is one. */
export function goTo(url, doc = document) {
  const link = [...doc.querySelectorAll("a[href]")].find((each) => each.getAttribute("href") === url);
  if (link) link.click();
  else location.assign(url);
}

/** `arrived({back})` is called when another part is there, `pained()` when somebody said "Pain". */
export function swapParts({
  doc = document, win = window, arrived = () => {}, pained = () => {}, signal,
} = {}) {
  let under = null; // the request that is on its way
  let over = false; // after "Pain" nothing else is shown but what to do now
  const listen = (name, handler) => doc.addEventListener(name, handler, { signal });

  // One at a time: a second tap on what leads on means the same part. Pain never waits.
  listen("htmx:config:request", (event) => {
    if (!isPart(event) || isBack(event)) return;
    if (hurts(event)) {
      over = true;
      pained();
    } else if (under || over) {
      event.preventDefault();
    }
  });
  listen("htmx:before:request", (event) => {
    if (isPart(event)) under = event.detail.ctx;
  });
  listen("htmx:finally:request", ({ detail }) => {
    if (under === detail.ctx) under = null;
  });
  listen("htmx:before:swap", (event) => {
    if (over) event.preventDefault();
  });
  // The same address once more (a second try, a wrong answer) is no step in the history.
  listen("htmx:before:history:update", (event) => {
    if (event.detail.history.path === win.location.pathname + win.location.search) event.preventDefault();
  });
  listen("htmx:after:swap", (event) => {
    if (!isPart(event)) return;
    const { url } = event.detail.ctx.response.raw;
    if (url !== win.location.href) win.history.replaceState(win.history.state, "", url);
    win.scrollTo(0, 0);
    focusFirst(doc);
    arrived({ back: isBack(event) });
  });
}
