// The clipboard, also where browsers keep it from pages that came over plain HTTP.

import { el } from "/static/dom.js";

/** Put `text` on the clipboard. */
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = el("textarea", { class: "hidden", "aria-hidden": "true" });
  box.value = text;
  (document.querySelector("dialog:modal") ?? document.body).append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
  return undefined;
}
