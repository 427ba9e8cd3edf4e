// Drawings that are made for the width they get, so that their letters keep their size.

import { el } from "/static/dom.js";

/** A box that holds `draw(width in pixels)`, drawn again whenever its width changes. */
export function fitted(draw) {
  const box = el("div", { class: "fitted" });
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.round(box.clientWidth);
    if (!width || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  }).observe(box);
  return box;
}
