// Who tells what to somebody who does not look: the app's own voice, or where that is silent a screen
// reader, through the page's live regions. Never both at once.

const regions = (doc) => doc.querySelectorAll('#said, [data-part="status"]');

export function createTelling(output, doc = document) {
  const shown = () => doc.getElementById("prompt")?.dataset.cue ?? "";
  let known = shown(); // a cue that was on the page before is no news
  const said = doc.getElementById("said");
  if (said) said.ariaAtomic = "false"; // what is added to it is read, and not all once more

  return {
    /** By voice, or else after what a screen reader is told of the last answer. */
    tell(text) {
      if (text && !output.speaks) said?.append(` ${text}`);
      else output.say(text);
    },
    /** The cue of the last fault, once; nothing where an answer was taken back. */
    newCue(forward) {
      const before = known;
      known = shown();
      return forward && known !== before ? known : "";
    },
    /** While the pacer runs and its voice is on, the live regions are still. */
    share(pacing) {
      for (const each of regions(doc)) each.ariaLive = pacing && output.speaks ? "off" : "polite";
    },
  };
}
