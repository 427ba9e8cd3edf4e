// The live region: one calm sentence at a time for screen readers.

import { byId } from "/static/dom.js";

/** Say this once; saying the same again is heard again. */
export function announce(sentence) {
  const live = byId("live");
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = sentence; });
}
