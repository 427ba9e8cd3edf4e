// The article beside the answer, scrolled to the exact cited span.

import { announce } from "/static/announce.js";
import { getJson } from "/static/api.js";
import { copy } from "/static/clipboard.js";
import { button, byId, el, outwardLink } from "/static/dom.js";
import { noticeOf } from "/static/notice.js";
import { citationAddress, day, points } from "/static/words.js";

const WIDE = "(min-width: 68rem)";
let cameFrom = null;
let latest = 0;

/** Open the article of a citation at its sentence; `answer` is the one that cites it. */
export function openCitation(citation, answer) {
  byId("reader").shown = { answer, number: citation.number };
  const place = answer ? ` of ${answer.citations.length}` : "";
  return open(citation.article_id, { version: citation.version, span: citation.source_span, label: `Source ${citation.number}${place}` });
}

/** Open what the address of an article page names, which this page got for want of a key; false for other addresses. */
export function openAddressed({ pathname, search }) {
  const articleId = /^\/articles\/([^/]+)$/.exec(pathname)?.[1];
  if (!articleId) return false;
  const query = new URLSearchParams(search);
  const span = query.get("highlight")?.split("-");
  history.replaceState(null, "", "/#/");
  open(decodeURIComponent(articleId), { version: query.get("version"), span });
  return true;
}

/** Open an article at its beginning. */
export function openArticle(articleId) {
  byId("reader").shown = null;
  return open(articleId, {});
}

/** Close the reader and go back to where it was opened; true when it was open. */
export function closeReader() {
  const reader = byId("reader");
  if (!reader.open) return false;
  reader.close();
  return true;
}

/** Make closing, by whatever way, give the page its width and the reader its place back. */
export function prepareReader() {
  byId("reader").addEventListener("close", () => {
    document.body.classList.remove("reading");
    (cameFrom?.isConnected ? cameFrom : citingLink())?.focus();
    cameFrom = null;
  });
}

/** A link of the page to the citation that was shown last: what opened the reader may have been drawn anew. */
function citingLink() {
  const { answer, number } = byId("reader").shown ?? {};
  const view = [...document.querySelectorAll(".answer")].find((one) => one.answer === answer);
  return view?.querySelector(`[data-citation="${number}"]`);
}

async function open(articleId, { version, span, label = "Article" }) {
  const turn = ++latest;
  if (!byId("reader").contains(document.activeElement)) cameFrom = document.activeElement;
  const query = new URLSearchParams({ ...(version && { version }), ...(span && { highlight: span.join("-") }) });
  try {
    const view = await getJson(`/v1/articles/${encodeURIComponent(articleId)}?${query}`);
    if (turn === latest) show(articleContent(view, label));
  } catch (error) {
    if (turn === latest) show([bar(label, null), el("h2", { id: "reader-title", tabindex: -1 }, "This article cannot be shown"), noticeOf(error)]);
  }
}

function show(content) {
  const reader = byId("reader");
  reader.replaceChildren(...content.filter(Boolean));
  if (!reader.open) {
    document.body.classList.add("reading");
    if (matchMedia(WIDE).matches) reader.show();
    else reader.showModal();
    cameFrom?.scrollIntoView({ block: "nearest" });
  }
  byId("reader-title").focus({ preventScroll: true });
  const marked = reader.querySelector("mark");
  reader.scrollTop = 0;
  if (marked) reader.scrollTop = marked.getBoundingClientRect().top - reader.getBoundingClientRect().top - reader.clientHeight / 3;
  announce(marked ? "Article opened at the cited sentence." : "Article opened.");
}

function articleContent({ article, highlight }, label) {
  const address = highlight
    ? citationAddress({ ...article, source_span: highlight.source_span })
    : `/articles/${encodeURIComponent(article.article_id)}?version=${article.version}`;
  const byline = [article.source, day(article.published_at), article.place].filter(Boolean).join(" · ");
  return [
    bar(label, address),
    el("article", { class: "article", lang: article.language },
      el("h2", { id: "reader-title", tabindex: -1, dir: "auto" }, article.title || article.article_id),
      el("p", { class: "byline", dir: "auto" }, byline),
      el("div", { class: "text", dir: "auto" }, markedText(article.text, highlight))),
    el("p", { class: "stored" }, `Stored version ${article.version}. `, article.url ? outwardLink(article.url) : null),
  ];
}

function markedText(text, highlight) {
  if (!highlight) return [text];
  const [start, end] = highlight.source_span;
  const letters = points(text);
  const cut = (from, to) => letters.slice(from, to).join("");
  return [cut(0, start), el("mark", { id: "cited" }, cut(start, end)), cut(end)];
}

function bar(label, address) {
  return el("div", { class: "reader-bar" },
    el("span", {}, label),
    address ? button("Copy link", async (event) => {
      const pressed = event.currentTarget;
      await copy(new URL(address, location.href).href);
      pressed.textContent = "Copied";
      announce("The address of this sentence is copied.");
    }) : null,
    address ? el("a", { href: address, target: "_blank" }, "Own page") : null,
    button("Close", closeReader, { "aria-keyshortcuts": "Escape" }));
}
