// An answer with its references as plain text, Markdown and HTML.

import { citationAddress, origin } from "/static/words.js";

const titleOf = (citation) => citation.title || citation.article_id;
const addressOf = (citation, base) => base + citationAddress(citation);

/** Plain text: the answer, then one numbered line for each source with its quote. */
export function asText(answer, base) {
  const lines = answer.citations.map((citation) =>
    `[${citation.number}] ${[titleOf(citation), origin(citation)].filter(Boolean).join(", ")}: “${citation.quote}” ${addressOf(citation, base)}`);
  return [answer.question, "", answer.answer, ...(lines.length ? ["", ...lines] : [])].join("\n");
}

/** Markdown with linked titles and quotes as block quotes. */
export function asMarkdown(answer, base) {
  const lines = answer.citations.map((citation) => {
    const head = `${citation.number}. [${escapeMarkdown(titleOf(citation))}](${addressOf(citation, base)})`;
    const tail = origin(citation) ? `, ${escapeMarkdown(origin(citation))}` : "";
    return `${head}${tail}\n   > ${escapeMarkdown(citation.quote).replace(/\n+/g, "\n   > ")}`;
  });
  const body = escapeMarkdown(answer.answer).replace(/\\\[(\d+)\\\]/g, "[$1]");
  return [`**${escapeMarkdown(answer.question)}**`, "", body, ...(lines.length ? ["", ...lines] : [])].join("\n");
}

/** HTML for a document or a mail; every word is escaped. */
export function asHtml(answer, base) {
  const marked = escapeHtml(answer.answer).replace(/\[(\d{1,3})\]/g, (marker, digits) => {
    const citation = answer.citations[Number(digits) - 1];
    return citation ? `<sup><a href="${escapeHtml(addressOf(citation, base))}">${digits}</a></sup>` : marker;
  });
  const items = answer.citations.map((citation) =>
    `<li><a href="${escapeHtml(addressOf(citation, base))}">${escapeHtml(titleOf(citation))}</a>` +
    `${origin(citation) ? `, ${escapeHtml(origin(citation))}` : ""}<blockquote>${escapeHtml(citation.quote)}</blockquote></li>`);
  const list = items.length ? `\n<ol>\n${items.join("\n")}\n</ol>` : "";
  return `<p><strong>${escapeHtml(answer.question)}</strong></p>\n<p>${marked}</p>${list}`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
const escapeMarkdown = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
