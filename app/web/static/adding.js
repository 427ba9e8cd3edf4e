// Adding articles: drop or choose files, paste addresses or JSON; each is sent in turn with its progress shown.

import { announce } from "/static/announce.js";
import { Problem, send } from "/static/api.js";
import { serverEvents } from "/static/ask.js";
import { el } from "/static/dom.js";
import { number, plural } from "/static/words.js";

const KINDS = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.json,.jsonl,.ndjson,.csv,.tsv,.xml,.rss,.atom,.gz";

/** The form; `onDone` is called after each file or address. */
export function addingView(onDone) {
  const log = el("ul", { class: "add-log", "aria-label": "What became of them" });
  const files = el("input", { type: "file", id: "add-files", multiple: true, accept: KINDS, class: "hidden", onchange: () => take(fileJobs(files.files)) });
  const pasted = el("textarea", { id: "pasted", rows: 2, spellcheck: "false", placeholder: "Paste web addresses, or articles as JSON" });
  const published = el("input", { type: "date", id: "add-published" });
  let queue = Promise.resolve();

  function take(jobs) {
    for (const job of jobs) {
      const row = progressRow(job.name);
      log.prepend(row.view);
      queue = queue.then(() => carryOut(job, row, published.value, onDone));
    }
    files.value = "";
  }

  const submit = (event) => {
    event.preventDefault();
    const jobs = pastedJobs(pasted.value);
    if (jobs.length) pasted.value = "";
    take(jobs);
  };
  const form = el("form", { class: "add-form", "aria-label": "Add articles", onsubmit: submit },
    el("p", {}, "Drop files here, ", el("label", { for: "add-files", class: "choose" }, "choose them"), files, ", or paste below."),
    el("label", { class: "hidden", for: "pasted" }, "Web addresses or JSON"), pasted,
    el("div", { class: "add-line" },
      el("label", { title: "For articles that do not give their own day" }, "Day for articles without one ", published),
      el("button", { type: "submit", class: "main" }, "Add")));
  acceptDrops(form, (dropped) => take(fileJobs(dropped)));
  return el("section", { class: "adding" }, el("h2", {}, "Add articles"), form, log);
}

/** Pasted text as jobs: JSON as one document, anything else line by line as addresses. */
export function pastedJobs(text) {
  const trimmed = text.trim();
  if (!trimmed) return [];
  if (/^[[{]/.test(trimmed)) {
    const isLines = trimmed.startsWith("{") && /\}\s*\n\s*\{/.test(trimmed);
    return [{ name: isLines ? "pasted.jsonl" : "pasted.json", body: new Blob([trimmed]) }];
  }
  return trimmed.split(/\s+/).map((address) => ({ name: address, address }));
}

const fileJobs = (files) => [...files].map((file) => ({ name: file.name, body: file }));

function acceptDrops(form, take) {
  const over = (isOver) => (event) => { event.preventDefault(); form.classList.toggle("over", isOver); };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
}

function progressRow(name) {
  const bar = el("progress", { "aria-label": name });
  const told = el("p", { class: "told" }, "Waiting…");
  return { view: el("li", {}, el("p", { class: "add-name", dir: "auto" }, name), bar, told), bar, told };
}

async function carryOut(job, row, published, onDone) {
  row.told.textContent = job.address ? "Fetching…" : "Sending…";
  try {
    const report = await ingest(job, published, (progress) => show(row, progress));
    row.bar.remove();
    row.told.replaceWith(...outcome(report));
    announce(`${job.name}: ${reportWords(report)}`);
    await onDone();
  } catch (error) {
    row.bar.remove();
    row.view.classList.add("failed");
    row.told.textContent = [error.message, error.hint].filter(Boolean).join(" ");
    announce(`${job.name}: ${row.told.textContent}`);
  }
}

function show(row, { done, total }) {
  if (total) Object.assign(row.bar, { max: total, value: done });
  row.told.textContent = total ? `${number(done)} of ${plural(total, "article")}` : plural(done, "article");
}

async function ingest({ name, address, body }, published, onProgress) {
  const query = published ? `?published=${published}` : "";
  const accept = { accept: "text/event-stream" };
  const response = address
    ? await send(`/v1/ingest${query}`, { method: "POST", headers: { ...accept, "content-type": "application/json" }, body: JSON.stringify({ urls: [address] }) })
    : await send(`/v1/ingest/${encodeURIComponent(name)}${query}`, { method: "POST", headers: { ...accept, "content-type": "application/octet-stream" }, body });
  for await (const { event, data } of serverEvents(response)) {
    if (event === "progress") onProgress(data);
    if (event === "report") return data;
    if (event === "error") throw new Problem(data.detail, { hint: data.hint });
  }
  throw new Problem("The server stopped before it said what became of this.");
}

/** "3 added, 1 not read" */
export function reportWords(report) {
  const parts = [["added", report.added], ["updated", report.updated], ["there already", report.unchanged], ["not read", report.failures]];
  return parts.filter(([, count]) => count).map(([words, count]) => `${number(count)} ${words}`).join(", ") || "Nothing to add.";
}

/** What a person may want to look at: which source, why, and the next step; null when there is nothing. */
export function remarkList(report) {
  const remarks = [...report.failed, ...report.warnings].map((remark) =>
    el("li", { dir: "auto" }, [remark.source, remark.reason, remark.hint].filter(Boolean).join(" — ")));
  return remarks.length ? el("ul", { class: "remarks" }, remarks) : null;
}

const outcome = (report) => [el("p", { class: "told" }, reportWords(report)), remarkList(report)].filter(Boolean);
