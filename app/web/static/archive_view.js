// What the archive holds: counts, articles by source and by month, a search, and a way to add articles.

import { addingView } from "/static/adding.js";
import { getJson } from "/static/api.js";
import { articleBrowser } from "/static/article_list.js";
import { byId, el } from "/static/dom.js";
import { noticeOf } from "/static/notice.js";
import { monthPlot, sourcePlot } from "/static/plots.js";
import { bytes, day, number, plural } from "/static/words.js";

/** Read the archive's state anew and draw it; `onChange` is called after articles were added. */
export async function showArchive(onChange) {
  const section = byId("archive");
  const title = el("h1", { id: "archive-title" }, "The archive");
  if (!section.hasChildNodes()) section.replaceChildren(title, el("p", { class: "working-words" }, "Reading the archive…"));
  try {
    const [status, coverage] = await Promise.all([getJson("/v1/status"), getJson("/v1/coverage")]);
    section.replaceChildren(title, ...parts(status, coverage, onChange));
  } catch (error) {
    section.replaceChildren(title, noticeOf(error, () => showArchive(onChange)));
  }
}

function parts(status, coverage, onChange) {
  const browser = articleBrowser();
  const counts = el("div", {}, facts(status, coverage));
  const months = el("div", {}, monthPlot(coverage.months));
  const sources = el("div", {}, sourcePlot(coverage.sources, browser.showSource));
  const redraw = async () => {
    const [newStatus, newCoverage] = await Promise.all([getJson("/v1/status"), getJson("/v1/coverage")]);
    counts.replaceChildren(facts(newStatus, newCoverage));
    months.replaceChildren(monthPlot(newCoverage.months));
    sources.replaceChildren(sourcePlot(newCoverage.sources, browser.showSource));
    browser.reload();
    onChange(newCoverage);
  };
  const plots = el("div", { class: "plots" },
    el("div", {}, el("section", {}, el("h2", {}, "By month"), months), addingView(redraw)),
    el("section", {}, el("h2", {}, "By source"), sources));
  return [counts, plots, browser.view];
}

function facts(status, coverage) {
  if (!status.articles) return el("p", { class: "lead" }, "The archive is empty. Add articles below, or with dateline ingest.");
  const isInStep = status.pending === 0 && status.vectors === status.chunks && status.words === status.chunks;
  const rows = [
    ["Articles", number(status.articles)],
    ["Sources", number(coverage.sources.filter((source) => source.name !== null).length)],
    ["Published", [day(status.first_day), day(status.last_day)].filter(Boolean).join(" – ")],
    ["Last change", moment(status.last_change)],
    ["Search", isInStep ? `${plural(status.chunks, "passage")}, all searchable` : `${plural(status.pending, "change")} still being taken in`],
    ["Size", bytes(status.bytes_on_disk)],
    ["Model", status.model],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value).map(([name, value]) =>
    el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

const moment = (iso) => (iso ? `${day(iso)}, ${iso.slice(11, 16)} UTC` : "");
