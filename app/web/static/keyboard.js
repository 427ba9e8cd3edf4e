// Keys: "/" and letters typed nowhere else go to the ask box, Esc closes what is open, arrows go from citation to citation.

import { hideQuote } from "/static/citation_marker.js";
import { stop } from "/static/conversation.js";
import { byId } from "/static/dom.js";
import { closeReader, openCitation } from "/static/reader.js";

/** Listen; `history.close` closes the sidebar and says whether it was open. */
export function prepareKeyboard(history) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches("input, textarea, select");
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      location.hash.startsWith("#/archive") ? byId("archive-search")?.focus() : byId("question").focus();
    } else if (event.key.length === 1 && event.key !== " " && event.target === document.body && !byId("ask").hidden) {
      byId("question").focus();
    } else if (event.key === "Escape") {
      if (hideQuote() || closeReader() || history.close() || stop()) event.preventDefault();
    } else if (event.key.startsWith("Arrow") && !isTyping) {
      moveBetween(event);
    }
  });
}

function moveBetween(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const isSideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
  const focused = document.activeElement;
  const entry = focused.closest("#history-list li");
  if (entry && !isSideways) {
    (step > 0 ? entry.nextElementSibling : entry.previousElementSibling)?.querySelector("a").focus();
    event.preventDefault();
  } else if (focused.matches(".marker") && isSideways) {
    focusMarker(focused, step, event);
  } else if (byId("reader").open && isSideways) {
    openNext(step, event);
  }
}

function focusMarker(focused, step, event) {
  const markers = [...document.querySelectorAll("#turns .marker")];
  const next = markers[markers.indexOf(focused) + step];
  if (!next) return;
  next.focus();
  event.preventDefault();
}

/** The neighbouring citation of the same answer in the open reader. */
function openNext(step, event) {
  const { answer, number } = byId("reader").shown ?? {};
  const next = answer?.citations[number - 1 + step];
  if (!next) return;
  event.preventDefault();
  openCitation(next, answer);
}
