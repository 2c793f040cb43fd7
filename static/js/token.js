// A form is sent with the token of now. Signing in, or up, in another tab makes a new one, and a page that
// was open before would be refused with its own.
document.addEventListener(
  "submit",
  ({ target }) => {
    const field = target.elements.namedItem("csrfmiddlewaretoken");
    const now = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
    if (field && now) field.value = now;
  },
  { capture: true },
);
