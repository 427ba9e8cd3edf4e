// What may be searched: as of which day, from when to when, which sources.

import { byId, el, button } from "/static/dom.js";
import { day, number, plural } from "/static/words.js";

const FILTER_FROM = 12;

/** Build the limits under the ask box from the archive's coverage. */
export function drawLimits(coverage) {
  const sources = coverage.sources.filter((source) => source.name !== null);
  const summary = el("summary", {}, "Limits");
  const fields = el("div", { class: "limit-fields" },
    dayField("as_of", "As of", "Only what had been published by the end of this day"),
    dayField("published_after", "From", "Only articles published on this day or later"),
    dayField("published_before", "To", "Only articles published on this day or earlier"),
    sourceField(sources),
    button("No limits", () => clear(), { class: "quiet clear" }));
  const box = el("details", {}, summary, fields);
  const told = el("p", { id: "limits-told", class: "told" });
  const kept = byId("limits").querySelector("details") ? chosenLimits() : null;
  byId("limits").replaceChildren(box, told);
  byId("limits").onchange = tell;
  if (kept) restore(kept);
  tell();
}

/** The limits as the server takes them; what is not set is left out. */
export function chosenLimits() {
  const limits = {};
  for (const name of ["as_of", "published_after", "published_before"]) {
    const value = byId(name)?.value;
    if (value) limits[name] = value;
  }
  const sources = [...document.querySelectorAll("#limits input[name=source]:checked")].map((box) => box.value);
  if (sources.length) limits.sources = sources;
  return limits;
}

/** The limits in words: "as of 1 February 2020 · KTA, CDP". */
export function limitWords(limits) {
  const from = limits.published_after && `from ${day(limits.published_after)}`;
  const to = limits.published_before && `to ${day(limits.published_before)}`;
  const sources = limits.sources ?? [];
  const named = sources.length > 3 ? plural(sources.length, "source") : sources.join(", ");
  return [limits.as_of && `as of ${day(limits.as_of)}`, from, to, named].filter(Boolean).join(" · ");
}

function dayField(id, label, title) {
  return el("label", { class: "day", title }, el("span", {}, label), el("input", { type: "date", id }));
}

function sourceField(sources) {
  const boxes = sources.map((source) => el("label", { class: "source" },
    el("input", { type: "checkbox", name: "source", value: source.name }),
    el("span", { dir: "auto" }, source.name), el("small", {}, number(source.articles))));
  const find = el("input", { type: "search", "aria-label": "Find a source", placeholder: "Find a source", oninput: () => {
    const typed = find.value.toLowerCase();
    for (const box of boxes) box.hidden = !box.textContent.toLowerCase().includes(typed);
  } });
  return el("fieldset", {}, el("legend", {}, "Sources"), boxes.length > FILTER_FROM ? find : null, el("div", { class: "source-list" }, boxes));
}

function clear() {
  for (const field of byId("limits").querySelectorAll("input")) {
    if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
  tell();
}

function restore(limits) {
  for (const name of ["as_of", "published_after", "published_before"]) byId(name).value = limits[name] ?? "";
  for (const box of document.querySelectorAll("#limits input[name=source]")) box.checked = limits.sources?.includes(box.value) ?? false;
}

function tell() {
  byId("limits-told").textContent = limitWords(chosenLimits());
}
