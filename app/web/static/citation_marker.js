// A superscript citation: hovering or focusing shows the quote, clicking opens the article beside the answer.

import { byId, el } from "/static/dom.js";
import { citationAddress, origin } from "/static/words.js";

const GAP = 8;
const LINGER_MS = 140;
let leaving = 0;

/** The marker of one citation. */
export function citationMarker(citation) {
  const link = citationLink(citation, String(citation.number), {
    class: "marker",
    "aria-label": `Citation ${citation.number}: ${[citation.title, origin(citation)].filter(Boolean).join(", ")}`,
  });
  link.addEventListener("mouseenter", () => showQuote(link, citation));
  link.addEventListener("mouseleave", hideQuoteSoon);
  link.addEventListener("focus", () => link.matches(":focus-visible") && showQuote(link, citation));
  link.addEventListener("blur", hideQuote);
  return el("sup", {}, link);
}

/** A link to the cited sentence; a plain click asks the page to open it beside the answer. */
export function citationLink(citation, label, attributes = {}) {
  const onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    hideQuote();
    link.dispatchEvent(new CustomEvent("open-citation", { bubbles: true, detail: citation }));
  };
  const link = el("a", { href: citationAddress(citation), onclick, "data-citation": citation.number, ...attributes }, label);
  return link;
}

/** Hide the quote; true when one was shown. */
export function hideQuote() {
  clearTimeout(leaving);
  const card = byId("quote-card");
  const wasShown = !card.hidden;
  card.hidden = true;
  document.querySelector("[aria-describedby='quote-card']")?.removeAttribute("aria-describedby");
  return wasShown;
}

function hideQuoteSoon() {
  leaving = setTimeout(hideQuote, LINGER_MS);
}

function showQuote(link, citation) {
  hideQuote();
  const card = byId("quote-card");
  card.replaceChildren(
    el("blockquote", { dir: "auto" }, citation.quote),
    el("p", { dir: "auto" }, [citation.title, origin(citation)].filter(Boolean).join(" · ")),
  );
  card.onmouseenter = () => clearTimeout(leaving);
  card.onmouseleave = hideQuoteSoon;
  card.hidden = false;
  link.setAttribute("aria-describedby", "quote-card");
  place(card, link.getBoundingClientRect());
}

/** Below the marker, or above it where there is no room; never outside the window. */
function place(card, marker) {
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { width, height } = card.getBoundingClientRect();
  const below = marker.bottom + GAP;
  const top = below + height > room.height && marker.top > height + GAP ? marker.top - height - GAP : below;
  const left = Math.max(GAP, Math.min(marker.left - 24, room.width - width - GAP));
  Object.assign(card.style, { top: `${top}px`, left: `${left}px` });
}
