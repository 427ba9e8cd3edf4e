// What the archive holds: counts, articles by source and by month, a search, and a way to add articles.

import { addingView, remarkList, reportWords } from "/static/adding.js";
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
    section.replaceChildren(title, ...parts(await readState(), onChange));
  } catch (error) {
    section.replaceChildren(title, noticeOf(error, () => showArchive(onChange)));
  }
}

const readState = async () => {
  const [status, coverage, last] = await Promise.all(["/v1/status", "/v1/coverage", "/v1/ingest"].map((path) => getJson(path)));
  return { status, coverage, last };
};

function parts({ status, coverage, last }, onChange) {
  const browser = articleBrowser();
  const counts = el("div", {}, facts(status, coverage), lastIngest(last));
  const months = el("div", {}, monthPlot(coverage.months));
  const sources = el("div", {}, sourcePlot(coverage.sources, browser.showSource));
  const redraw = async () => {
    const now = await readState();
    counts.replaceChildren(...[facts(now.status, now.coverage), lastIngest(now.last)].filter(Boolean));
    months.replaceChildren(monthPlot(now.coverage.months));
    sources.replaceChildren(sourcePlot(now.coverage.sources, browser.showSource));
    browser.reload();
    onChange(now.coverage);
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

/** The last report in a line, its failures and doubts to unfold; null when there was none. */
function lastIngest(report) {
  if (!report) return null;
  const line = `Last added: ${moment(report.at)}, ${reportWords(report)}`;
  const remarks = remarkList(report);
  if (!remarks) return el("p", { class: "last-ingest" }, line);
  return el("details", { class: "last-ingest" }, el("summary", {}, line), remarks);
}

const moment = (iso) => (iso ? `${day(iso)}, ${iso.slice(11, 16)} UTC` : "");
