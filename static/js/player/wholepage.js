// A page of ours that is no part of a workout (a conflict, what lies behind a link) belongs in the window,
// not in a swap. A form that was answered with one is sent once more, as it would be without a script:
// what is sent twice counts once. Where it has led on already, or was only a link, the window goes there.

const IS_PART = /<body class="player"/;
const IS_PIECE = /^\s*<hx-partial/;

function sendAgain(form, submitter, doc) {
  const { name, value } = submitter ?? {};
  if (name) form.append(Object.assign(doc.createElement("input"), { type: "hidden", name, value }));
  form.submit();
}

export function openWholePages({ doc = document, win = window, signal } = {}) {
  doc.addEventListener(
    "htmx:after:request",
    (event) => {
      const { ctx } = event.detail;
      const form = ctx.sourceElement;
      if (ctx.hx.redirect || (ctx.target === doc.body ? IS_PART : IS_PIECE).test(ctx.text)) return;
      event.preventDefault();
      const { redirected, url } = ctx.response.raw;
      if (form.matches("form") && !redirected) sendAgain(form, ctx.request.submitter, doc);
      else win.location.assign(url);
    },
    { signal },
  );
}
