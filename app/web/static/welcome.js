// The empty page: what the archive holds, questions worth trying, and its newest articles.

import { getJson } from "/static/api.js";
import { button, byId, el } from "/static/dom.js";
import { day, origin, plural } from "/static/words.js";

/** Questions that the shipped sample archive answers; each is offered where its outlet is in the archive. */
const EXAMPLES = [
  ["Levant Ledger", "How many Turkish posts are in Idlib?"],
  ["Harbour Post", "How many Turkish soldiers were killed in Idlib in the last week of February 2020?"],
  ["Orontes Gazette", "How many people were displaced in Idlib?"],
];

/** Fill the empty page; `askThis` asks a question. */
export async function drawWelcome(coverage, askThis) {
  const names = new Set(coverage.sources.map((source) => source.name).filter((name) => name !== null));
  const count = coverage.sources.reduce((sum, source) => sum + source.articles, 0);
  const examples = EXAMPLES.filter(([outlet]) => names.has(outlet)).map(([, question]) => question);
  const newest = count ? (await getJson("/v1/articles?limit=4")).articles : [];
  byId("welcome-more").replaceChildren(...[
    examples.length ? el("ul", { class: "examples", "aria-label": "Questions to try" }, examples.map((question) =>
      el("li", {}, button(question, () => askThis(question), { class: "example" })))) : null,
    el("p", { class: "holdings" }, count
      ? `The archive holds ${plural(count, "article")} from ${plural(names.size, "source")}.`
      : "The archive is empty. ", count ? null : el("a", { href: "#/archive" }, "Add articles")),
    newest.length ? newestList(newest) : null,
  ].filter(Boolean));
}

function newestList(articles) {
  const open = (article) => (event) => {
    event.preventDefault();
    event.currentTarget.dispatchEvent(new CustomEvent("open-article", { bubbles: true, detail: article }));
  };
  return el("section", { class: "newest" }, el("h2", {}, "Newest in the archive"), el("ul", {}, articles.map((article) =>
    el("li", {},
      el("a", { href: `/articles/${encodeURIComponent(article.article_id)}`, onclick: open(article), dir: "auto" }, article.title || article.article_id),
      el("span", { class: "origin" }, origin(article) || day(article.published_at))))));
}
