// Browsers let nothing sound before the page was touched, and systems take the sound away. Then one
// button lies over all that is asked, and any touch or key presses it and answers nothing else.

export function createTap(doc = document) {
  let cover = null;

  function clear() {
    cover?.remove();
    cover = null;
  }

  return {
    clear,
    ask(text, then) {
      clear();
      cover = doc.createElement("div");
      cover.className = "tap";
      cover.dataset.keyScope = "";
      const button = doc.createElement("button");
      button.type = "button";
      button.dataset.key = "perfect next off undo pace end";
      button.append(doc.createElement("span"));
      button.firstChild.textContent = text;
      button.addEventListener("click", () => {
        clear();
        then();
      });
      cover.append(button);
      (doc.querySelector("main") ?? doc.body).append(cover);
      button.focus({ preventScroll: true });
    },
  };
}
