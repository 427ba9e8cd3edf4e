// Value against date as one small SVG: a mark per figure, a shape per voice, disagreement joined by a dashed line.

import { el, svg } from "/static/dom.js";
import { amountOf, figureWords, voice } from "/static/figure_words.js";
import { fitted } from "/static/fitted.js";
import { citationAddress, day, number, shortDay, shortNumber } from "/static/words.js";

const HEIGHT = 230;
const LEVELS = 34; // where the words of the axis end; the first mark stands so far from it that its label fits
const EDGE = { top: 26, right: 40, bottom: 34, left: 64 };
const SHAPES = ["circle", "square", "triangle", "diamond", "cross", "bar"];
const SHARED = SHAPES.length - 1; // the shape of all voices beyond the first five, who would look alike otherwise
const DAY_MS = 86_400_000;

/** The chart with its legend. */
export function figureChart(figures, answer) {
  const dated = figures
    .filter((figure) => figure.as_of)
    .sort((one, other) => one.as_of.localeCompare(other.as_of) || one.value - other.value);
  const voices = [...new Set(dated.map((figure) => voice(figure, answer)))];
  const label = `Chart of ${dated.length} figures from ${day(dated[0].as_of)} to ${day(dated.at(-1).as_of)}`;
  const draw = (width) => {
    const scale = scales(dated, width);
    const below = labelsBelow(dated, scale);
    const marks = dated.map((figure, index) => mark(figure, answer, voices, scale, below[index]));
    return svg("svg", { class: "chart", viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": label },
      axes(scale, dated), standing(dated, scale), disputes(dated, scale), marks);
  };
  return el("figure", {}, fitted(draw), legend(voices));
}

function scales(figures, width) {
  const times = figures.map((figure) => Date.parse(figure.as_of));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const top = niceCeiling(Math.max(...figures.map(upperEnd), 1));
  const bottom = Math.min(0, ...figures.map((figure) => figure.value));
  const inner = { width: width - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  return {
    top, bottom, width,
    x: (iso) => EDGE.left + (inner.width * (Date.parse(iso) - first)) / Math.max(last - first, DAY_MS),
    y: (value) => EDGE.top + inner.height * (1 - (value - bottom) / (top - bottom)),
  };
}

function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value);
}

function axes(scale, figures) {
  const levels = [scale.bottom, (scale.top + scale.bottom) / 2, scale.top];
  const rules = levels.flatMap((value) => [
    svg("line", { class: "rule", x1: LEVELS + 6, x2: scale.width - EDGE.right + 12, y1: scale.y(value), y2: scale.y(value) }),
    svg("text", { class: "tick", x: LEVELS, y: scale.y(value) + 4, "text-anchor": "end" }, shortNumber(value)),
  ]);
  return svg("g", { "aria-hidden": "true" }, rules, dayTicks(scale, figures));
}

/** Days under the axis, as many as fit; the first and the last carry their year. */
function dayTicks(scale, figures) {
  const days = [...new Set(figures.map((figure) => figure.as_of.slice(0, 10)))];
  const kept = [];
  for (const iso of days) {
    const isLast = iso === days.at(-1);
    if (isLast && kept.length > 1 && scale.x(iso) - scale.x(kept.at(-1)) < 78) kept.pop();
    if (!kept.length || isLast || (scale.x(iso) - scale.x(kept.at(-1)) > 78 && scale.x(days.at(-1)) - scale.x(iso) > 78)) kept.push(iso);
  }
  return kept.map((iso, index) => {
    const withYear = index === 0 || iso.slice(0, 4) !== kept[index - 1].slice(0, 4);
    const words = withYear ? `${shortDay(iso)} ${iso.slice(0, 4)}` : shortDay(iso);
    return svg("text", { class: "tick", x: scale.x(iso), y: HEIGHT - 8, "text-anchor": "middle" }, words);
  });
}

/** What stood until the next figure superseded it, as steps; disputed figures belong to no single line. */
function standing(figures, scale) {
  const settled = figures.filter((figure) => figure.status !== "conflicting");
  const path = settled.map((figure, index) => {
    const [x, y] = [scale.x(figure.as_of), scale.y(figure.value)];
    return index ? `H${x}V${y}` : `M${x} ${y}`;
  });
  return settled.length > 1 ? svg("path", { class: "standing", d: path.join(""), "aria-hidden": "true" }) : null;
}

function disputes(figures, scale) {
  const disputed = figures.filter((figure) => figure.status === "conflicting");
  if (disputed.length < 2) return null;
  const path = disputed.map((figure, index) => `${index ? "L" : "M"}${scale.x(figure.as_of)} ${scale.y(figure.value)}`);
  return svg("path", { class: "dispute", d: path.join(""), "aria-hidden": "true" });
}

function mark(figure, answer, voices, scale, isBelow) {
  const citation = answer.citations[figure.citation - 1];
  const [x, y] = [scale.x(figure.as_of), scale.y(figure.value)];
  const series = Math.min(voices.indexOf(voice(figure, answer)), SHARED);
  const words = `${figureWords(figure)}, ${voice(figure, answer)}, ${day(figure.as_of)}, ${figure.status}`;
  const open = (event) => {
    event.preventDefault();
    event.currentTarget.dispatchEvent(new CustomEvent("open-citation", { bubbles: true, detail: citation }));
  };
  return svg("a", { class: `mark ${figure.status} series-${series}`, href: citationAddress(citation), "data-citation": citation.number, "aria-label": words, onclick: open },
    svg("title", {}, words),
    svg("circle", { class: "target", cx: x, cy: y, r: 14 }),
    svg("line", { class: "range", x1: x, y1: y, x2: x, y2: scale.y(upperEnd(figure)) }),
    shape(SHAPES[series], x, y),
    svg("text", { class: "value", x, y: isBelow ? y + 20 : scale.y(upperEnd(figure)) - 11, "text-anchor": "middle" }, amountOf(figure, valueLabel)));
}

/** Which labels go below their mark, because the one before stands where theirs would. */
function labelsBelow(figures, scale) {
  const below = [];
  for (const [index, figure] of figures.entries()) {
    const before = figures[index - 1];
    const isNear = before && Math.abs(scale.x(figure.as_of) - scale.x(before.as_of)) < 46
      && Math.abs(scale.y(figure.value) - scale.y(before.value)) < 30;
    below.push(Boolean(isNear && !below[index - 1]));
  }
  return below;
}

/** The greatest value a figure gives: the upper end of a range. */
const upperEnd = (figure) => figure.high ?? figure.value;

const valueLabel = (value) => (value < 100_000 ? number(value) : shortNumber(value));

function shape(name, x, y) {
  const corners = {
    square: [[-5, -5], [5, -5], [5, 5], [-5, 5]],
    triangle: [[0, -6.5], [6, 5], [-6, 5]],
    diamond: [[0, -7], [6.5, 0], [0, 7], [-6.5, 0]],
    bar: [[-6, -2.5], [6, -2.5], [6, 2.5], [-6, 2.5]],
    cross: [[-2, -6], [2, -6], [2, -2], [6, -2], [6, 2], [2, 2], [2, 6], [-2, 6], [-2, 2], [-6, 2], [-6, -2], [-2, -2]],
  }[name];
  if (!corners) return svg("circle", { class: "shape", cx: x, cy: y, r: 5.5 });
  return svg("polygon", { class: "shape", points: corners.map(([dx, dy]) => `${x + dx},${y + dy}`).join(" ") });
}

function legend(voices) {
  const names = voices.length > SHARED ? [...voices.slice(0, SHARED), voices.slice(SHARED).join(", ")] : voices;
  return el("figcaption", { class: "legend" }, names.map((name, series) => {
    const sample = svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" },
      svg("g", { class: `mark current series-${series}` }, shape(SHAPES[series], 8, 8)));
    return el("span", { dir: "auto" }, sample, name);
  }));
}
