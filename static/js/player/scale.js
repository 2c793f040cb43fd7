// The pain scale without a finger on it: a digit chooses, 1 and then 0 is ten, and the headset's
// "previous" counts up. A number that was tapped or pressed is the answer: `chosen()` leads on, after
// long enough to choose another. Going on without a number says what is missing.

const TOGETHER = 1500; // milliseconds between the 1 and the 0 of a ten

export function createScale({ doc = document, say = () => {}, tell = () => {}, chosen = () => {}, signal } = {}) {
  let one = -Infinity; // when a 1 was pressed

  const cells = () => [...doc.querySelectorAll("[data-scale] input[type=radio]")];

  function choose(number) {
    const cell = cells().find(({ value }) => Number(value) === number);
    if (!cell) return false;
    cell.click();
    tell("chosen", { value: number });
    say(String(number));
    chosen();
    return true;
  }

  function count() {
    const all = cells();
    if (!all.length) return false;
    const chosen = all.find((cell) => cell.checked);
    return choose(chosen ? (Number(chosen.value) + 1) % all.length : 0);
  }

  function digit(number) {
    const ten = number === 0 && performance.now() - one < TOGETHER;
    one = number === 1 ? performance.now() : -Infinity;
    return choose(ten ? 10 : number);
  }

  // Not where arrow keys walk through the numbers: nobody has chosen the ones on the way.
  doc.addEventListener(
    "click",
    ({ target, detail }) => detail > 0 && target.closest?.("[data-scale] label, [data-scale] input") && chosen(),
    { signal },
  );
  // The browser's own bubble is small, brief, and cannot be heard from a mat.
  doc.addEventListener(
    "invalid",
    (event) => {
      if (!cells().includes(event.target)) return;
      event.preventDefault();
      if (event.target === cells()[0]) say(tell("choose"));
    },
    { capture: true, signal },
  );
  return { count, digit };
}
