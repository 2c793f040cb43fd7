// A whole page as the answer to a swap (a lost session, a lost token) belongs in the window, not in
// the prompt. So the form is sent once more, as it would be without a script; a rep sent twice counts
// once.

const IS_PAGE = /^\s*<!doctype/i;

export function openWholePages({ doc = document, signal } = {}) {
  doc.addEventListener(
    "htmx:after:request",
    (event) => {
      const { ctx } = event.detail;
      const form = ctx.sourceElement;
      if (!IS_PAGE.test(ctx.text) || !form.matches("form")) return;
      event.preventDefault();
      const { name, value } = ctx.request.submitter ?? {};
      if (name) form.append(Object.assign(doc.createElement("input"), { type: "hidden", name, value }));
      form.submit();
    },
    { signal },
  );
}
