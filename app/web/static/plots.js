// Two quiet bar charts: articles by month as columns, articles by source as a list of bars.

import { button, el, svg } from "/static/dom.js";
import { fitted } from "/static/fitted.js";
import { month, number, plural } from "/static/words.js";

const HEIGHT = 150;
const FOOT = 22;
const HEAD = 16;
const SHOWN_SOURCES = 12;

/** Columns from the first month to the last, empty months included. */
export function monthPlot(months) {
  const dated = months.filter((one) => one.name !== null);
  const undated = months.find((one) => one.name === null)?.articles ?? 0;
  const note = undated ? el("p", { class: "told" }, `${plural(undated, "article")} without a day.`) : null;
  if (!dated.length) return el("div", {}, note);
  const columns = everyMonth(dated);
  const most = Math.max(...columns.map((one) => one.articles));
  const label = `${plural(dated.reduce((sum, one) => sum + one.articles, 0), "article")} from ${month(columns[0].name)} to ${month(columns.at(-1).name)}, at most ${number(most)} in a month`;
  const draw = (width) => {
    const step = width / columns.length;
    const drawn = columns.map((one, index) => column(one, index * step, step, most));
    return svg("svg", { class: "month-plot", viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label }, drawn, ends(columns, width));
  };
  return el("div", {}, fitted(draw), note);
}

/** Every month between the first and the last: [{name: "2020-02", articles}]. */
export function everyMonth(dated) {
  const counts = new Map(dated.map((one) => [one.name, one.articles]));
  const index = (name) => Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1;
  const [first, last] = [index(dated[0].name), index(dated.at(-1).name)];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const at = first + step;
    const name = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    return { name, articles: counts.get(name) ?? 0 };
  });
}

function column(one, x, width, most) {
  const room = HEIGHT - FOOT - HEAD;
  const height = one.articles ? Math.max(2, (room * one.articles) / most) : 0;
  const bar = svg("rect", { class: "bar", x: x + width * 0.1, width: width * 0.8, y: HEIGHT - FOOT - height, height },
    svg("title", {}, `${month(one.name)}: ${plural(one.articles, "article")}`));
  const isTold = one.articles > 0 && (width > 24 || one.articles === most);
  return isTold
    ? [bar, svg("text", { class: "tick", x: x + width / 2, y: HEIGHT - FOOT - height - 4, "text-anchor": "middle" }, number(one.articles))]
    : [bar];
}

function ends(columns, width) {
  const baseline = svg("line", { class: "rule", x1: 0, x2: width, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT });
  const first = svg("text", { class: "tick", x: 0, y: HEIGHT - 6 }, month(columns[0].name));
  const last = svg("text", { class: "tick", x: width, y: HEIGHT - 6, "text-anchor": "end" }, month(columns.at(-1).name));
  return columns.length > 1 ? [baseline, first, last] : [baseline, first];
}

/** Bars with name and count; choosing one calls `choose(name)`. */
export function sourcePlot(sources, choose) {
  const most = Math.max(...sources.map((one) => one.articles), 1);
  const row = (one) => el("li", {},
    el("button", { type: "button", class: "source-row", onclick: () => choose(one.name), disabled: one.name === null },
      el("span", { class: "source-name", dir: "auto" }, one.name ?? "Without a source"),
      el("span", { class: "source-count" }, number(one.articles)),
      svg("svg", { class: "source-bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("rect", { class: "bar", width: (100 * one.articles) / most, height: 4 }))));
  const rest = sources.slice(SHOWN_SOURCES);
  const list = el("ol", { class: "source-plot" }, sources.slice(0, SHOWN_SOURCES).map(row));
  const more = button(`Show ${plural(rest.length, "more source")}`, () => { list.append(...rest.map(row)); more.remove(); });
  return el("div", {}, list, rest.length ? more : null);
}
