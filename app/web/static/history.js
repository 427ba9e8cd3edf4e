// Earlier conversations, kept in this browser only: ids and questions; the answers are read again as receipts.

import { button, byId, el } from "/static/dom.js";

const PLACE = "dateline.conversations";
const KEPT = 50;

/** Conversations, newest first: {id, turns: [{question, answerId}]}. What cannot be read counts as none. */
export function conversations() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => one?.id && Array.isArray(one.turns)) : [];
  } catch {
    return [];
  }
}

export const conversation = (id) => conversations().find((one) => one.id === id);

/** Note one answered question; its conversation moves to the top. */
export function remember(id, question, answerId) {
  const known = conversation(id) ?? { id, turns: [] };
  const grown = { id, turns: [...known.turns, { question, answerId }] };
  keep([grown, ...conversations().filter((one) => one.id !== id)].slice(0, KEPT));
}

function forget(id) {
  keep(conversations().filter((one) => one.id !== id));
}

function keep(list) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(list));
  } catch (error) {
    console.warn("The history could not be kept in this browser.", error);
  }
  drawHistory();
}

/** Draw the sidebar; `current` is the id of the open conversation. */
export function drawHistory(current = byId("history").dataset.current ?? "") {
  byId("history").dataset.current = current;
  const list = conversations();
  byId("history-list").replaceChildren(...list.map((one) => entry(one, one.id === current)));
  byId("history-clear").hidden = list.length === 0;
}

function entry(one, isCurrent) {
  const question = one.turns[0]?.question ?? "Question";
  return el("li", {},
    el("a", { href: `#/c/${encodeURIComponent(one.id)}`, dir: "auto", "aria-current": isCurrent ? "page" : null }, question),
    button("×", () => forget(one.id), { "aria-label": `Remove “${question}” from the history`, class: "quiet remove" }));
}

/** Make the sidebar open, close, clear and answer to arrow keys. */
export function prepareHistory() {
  const toggle = byId("history-toggle");
  const show = (open) => {
    toggle.setAttribute("aria-expanded", open);
    document.body.classList.toggle("history-open", open);
  };
  toggle.addEventListener("click", () => show(toggle.getAttribute("aria-expanded") !== "true"));
  byId("history-clear").addEventListener("click", () => { keep([]); byId("question").focus(); });
  byId("history").addEventListener("click", (event) => { if (event.target.closest("a")) show(false); });
  drawHistory();
  return { close: () => toggle.getAttribute("aria-expanded") === "true" && (show(false), toggle.focus(), true) };
}
