// Under an answer: what it cites, or, under a refusal, the articles that come nearest.

import { citationLink } from "/static/citation_marker.js";
import { el, outwardLink } from "/static/dom.js";
import { day, origin } from "/static/words.js";

/** The numbered sources of an answer, without the quotes that `quoted` (numbers) shows already; null without any. */
export function referenceList(answer, quoted) {
  if (!answer.citations.length) return null;
  return el("section", { class: "references" },
    el("h3", {}, "Sources"),
    el("ol", {}, answer.citations.map((citation) => reference(citation, quoted.has(citation.number)))));
}

function reference(citation, isQuoted) {
  return el("li", {},
    el("p", { class: "title", dir: "auto" }, citationLink(citation, citation.title || citation.article_id)),
    isQuoted ? null : el("blockquote", { dir: "auto" }, citation.quote),
    el("p", { class: "origin", dir: "auto" }, originLine(citation)));
}

/** Articles near a refused question; null when there are none. */
export function relatedList(answer) {
  if (!answer.related.length) return null;
  return el("section", { class: "related" },
    el("h3", {}, "Nearest articles"),
    el("ul", {}, answer.related.map(relatedArticle)));
}

function relatedArticle(article) {
  const address = `/articles/${encodeURIComponent(article.article_id)}`;
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.currentTarget.dispatchEvent(new CustomEvent("open-article", { bubbles: true, detail: article }));
  };
  return el("li", {},
    el("p", { class: "title", dir: "auto" }, el("a", { href: address, onclick: open }, article.title || article.article_id)),
    el("p", { class: "origin", dir: "auto" }, originLine(article)),
    el("p", { class: "passage", dir: "auto" }, article.passage));
}

function originLine(article) {
  const parts = [article.source, day(article.published_at), hostLink(article.url)].filter(Boolean);
  return parts.length ? parts.flatMap((part, index) => (index ? [" · ", part] : [part])) : origin(article);
}

function hostLink(url) {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url ?? "")?.[1];
  return host ? outwardLink(url, host) : null;
}
