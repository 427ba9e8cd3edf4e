// Articles of the archive: the newest, those of one source, or those a search finds.

import { announce } from "/static/announce.js";
import { getJson, postJson } from "/static/api.js";
import { button, el } from "/static/dom.js";
import { noticeOf } from "/static/notice.js";
import { origin, plural } from "/static/words.js";

const PAGE = 20;

/** The browser's view, and ways to steer it from elsewhere. */
export function articleBrowser() {
  const list = el("ul", { class: "article-list" });
  const foot = el("div", { class: "list-foot" });
  const heading = el("h2", { tabindex: -1 }, "Newest articles");
  const search = el("input", { type: "search", id: "archive-search", dir: "auto", "aria-label": "Search the articles", placeholder: "Search the articles", "aria-keyshortcuts": "/" });
  let turn = 0;

  async function fill(read, title) {
    const mine = ++turn;
    heading.textContent = title;
    foot.replaceChildren();
    try {
      const found = await read();
      if (mine !== turn) return;
      list.replaceChildren(...found.map(entry));
      if (!found.length) foot.replaceChildren(el("p", {}, "Nothing found."));
      announce(`${title}: ${plural(found.length, "article")} shown.`);
    } catch (error) {
      if (mine === turn) foot.replaceChildren(noticeOf(error, () => fill(read, title)));
    }
  }

  async function showPages(source = null) {
    const title = source ? `Articles of ${source}` : "Newest articles";
    await fill(() => page(source, 0), title);
    const mine = turn;
    const more = button("More", async () => {
      const found = await page(source, list.children.length);
      if (mine !== turn) return;
      list.append(...found.map(entry));
      if (found.length < PAGE) more.remove();
    });
    if (list.children.length === PAGE) foot.append(more);
    if (source) foot.append(button("All sources", () => showPages()));
  }

  const submit = (event) => {
    event.preventDefault();
    const typed = search.value.trim();
    if (typed) fill(() => searched(typed), `Found for “${typed}”`);
    else showPages();
  };
  search.addEventListener("search", () => { if (!search.value) showPages(); });
  const form = el("form", { role: "search", "aria-label": "Articles", onsubmit: submit }, search, el("button", { type: "submit", class: "quiet" }, "Search"));
  showPages();
  const showSource = (source) => { showPages(source); heading.focus(); };
  return { view: el("section", { class: "articles" }, heading, form, list, foot), showSource, reload: () => showPages() };
}

async function page(source, offset) {
  const query = new URLSearchParams({ limit: PAGE, offset });
  if (source) query.append("source", source);
  return (await getJson(`/v1/articles?${query}`)).articles;
}

/** The articles of the best passages, each once, with the passage that was found. */
async function searched(question) {
  const { passages } = await postJson("/v1/search", { question, top_k: 40 });
  const first = new Map();
  for (const passage of passages) if (!first.has(passage.article_id)) first.set(passage.article_id, passage);
  return [...first.values()].slice(0, PAGE);
}

function entry(found) {
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const type = found.text ? "open-citation" : "open-article";
    const detail = found.text ? { ...found, number: 1, source_span: [found.start, found.end] } : found;
    event.currentTarget.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  };
  return el("li", {},
    el("a", { href: `/articles/${encodeURIComponent(found.article_id)}`, onclick: open, dir: "auto" }, found.title || found.article_id),
    el("p", { class: "origin", dir: "auto" }, origin(found) || (found.partial_date ? `day ${found.partial_date.slice(2)}, year unknown` : "no day given")),
    found.text ? el("p", { class: "passage", dir: "auto" }, found.text) : null);
}
