// Stands between the answer buttons and the pacer: asks "rushed?" when Perfect comes before the pacer
// is down, puts the descent's seconds and who judged into the form that is sent, and in whole-set mode
// takes a tap anywhere for "that one was off".

const INTERACTIVE =
  "a, button, input, select, textarea, label, summary, dialog, [popover], [role=button]";

export function watchAnswers(pacer, { doc = document, signal } = {}) {
  const question = () => doc.querySelector('[data-part="rushed"]');
  let covered = false; // a tap beside an open sheet closes it, and means nothing else

  function ask(event, element) {
    // Before anybody else hears of the click: the answer is not sent yet.
    event.preventDefault();
    event.stopImmediatePropagation();
    element.hidden = false;
    // The question itself, not one of its answers: it is read out, and Space still means what it says
    // on screen.
    element.tabIndex = -1;
    element.focus();
    pacer.asked();
  }

  function click(event) {
    const button = event.target.closest?.('[data-key="perfect"]');
    if (button) {
      const element = question();
      // Buttons of an open sheet, or of the question itself, are answers given with thought.
      const inScope = button.closest("[data-key-scope]");
      if (element?.hidden && !inScope && pacer.judge().rushed) ask(event, element);
    } else if (pacer.marking && !covered && !event.target.closest?.(INTERACTIVE)) {
      pacer.off();
    }
  }

  // A person who says "Yes, rushed" agrees with the pacer, which noticed. All else is their own verdict.
  const agreed = (button) => button?.name === "faults" && question()?.contains(button);

  function submit({ target, submitter }) {
    const { descent_seconds: seconds, judged_by: judge } = target.elements;
    if (!seconds || "unsent" in target.dataset) return; // sent again: what was measured stays
    const { descent } = pacer.judge();
    seconds.value = descent === null ? "" : descent.toFixed(1);
    if (judge) judge.value = agreed(submitter) ? "pacer" : "person";
  }

  const look = () => (covered = doc.querySelector("[popover]:popover-open") !== null);
  doc.addEventListener("pointerdown", look, { capture: true, signal });
  doc.addEventListener("click", click, { capture: true, signal });
  doc.addEventListener("submit", submit, { capture: true, signal });
}
