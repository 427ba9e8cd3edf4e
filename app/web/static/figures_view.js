// Figures of an answer: disagreeing sources side by side, and how the figure went over time.

import { figureChart } from "/static/chart.js";
import { citationLink } from "/static/citation_marker.js";
import { el } from "/static/dom.js";
import { amountOf, figureWords, unitOf, voice } from "/static/figure_words.js";
import { day, origin } from "/static/words.js";

/** Numbers of the citations whose quotes stand side by side. */
export function quotedSideBySide(answer) {
  const conflicting = answer.figures.filter((figure) => figure.status === "conflicting");
  return new Set(conflicting.length > 1 ? conflicting.map((figure) => figure.citation) : []);
}

/** Cards of disagreeing figures and a chart over time; null without figures. */
export function figuresView(answer) {
  const figures = answer.figures.filter((figure) => answer.citations[figure.citation - 1]);
  if (!figures.length) return null;
  const conflicting = figures.filter((figure) => figure.status === "conflicting");
  const days = new Set(figures.map((figure) => figure.as_of).filter(Boolean));
  const parts = [
    conflicting.length > 1 ? sideBySide(conflicting, answer) : null,
    days.size > 1 ? overTime(figures, answer) : null,
  ].filter(Boolean);
  return parts.length ? el("div", { class: "figures" }, parts) : null;
}

function sideBySide(figures, answer) {
  return el("section", { class: "side-by-side", "aria-label": "What the sources say" },
    figures.map((figure) => card(figure, answer)));
}

function card(figure, answer) {
  const citation = answer.citations[figure.citation - 1];
  const unit = unitOf(figure);
  return el("article", { class: "card" },
    el("p", { class: "value" }, figure.qualifier ? el("span", { class: "qualifier" }, `${figure.qualifier} `) : null,
      amountOf(figure), unit ? el("span", { class: "unit" }, ` ${unit}`) : null),
    el("p", { class: "voice", dir: "auto" }, voice(figure, answer)),
    figure.outlets > 1 ? el("p", { class: "when" }, `${figure.outlets} outlets say so independently`) : null,
    el("p", { class: "when" }, figure.as_of ? el("time", { datetime: figure.as_of }, day(figure.as_of)) : "no day given"),
    el("blockquote", { dir: "auto" }, citation.quote),
    el("p", { class: "origin", dir: "auto" }, citationLink(citation, `[${citation.number}] ${origin(citation) || citation.title}`)));
}

function overTime(figures, answer) {
  return el("section", { class: "over-time" },
    el("h3", {}, "Over time"),
    figureChart(figures, answer),
    el("details", {}, el("summary", {}, "The same as a table"), table(figures, answer)));
}

function table(figures, answer) {
  const heads = ["Figure", "Said by", "As of", "Status", "Source"].map((word) => el("th", { scope: "col" }, word));
  const rows = figures.map((figure) => {
    const citation = answer.citations[figure.citation - 1];
    const cells = [figureWords(figure), figure.said_by ?? "", day(figure.as_of), figure.status];
    return el("tr", {}, cells.map((words) => el("td", { dir: "auto" }, words)),
      el("td", {}, citationLink(citation, `[${citation.number}]`)));
  });
  return el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Figures as a table" },
    el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
}
