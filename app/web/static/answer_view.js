// An answer as people read it: the first statement large, markers as superscripts, what could not be checked flagged.

import { actionBar } from "/static/actions.js";
import { citationMarker } from "/static/citation_marker.js";
import { el } from "/static/dom.js";
import { figuresView, quotedSideBySide } from "/static/figures_view.js";
import { referenceList, relatedList } from "/static/references.js";
import { day, markerPieces, plural, points } from "/static/words.js";

const HEADLINES = { conflicting: "Sources disagree", not_in_archive: "Not in the archive" };
const DOUBTS = { partly: "Only partly supported by the quoted sentence", unsupported: "Not supported by a quoted sentence" };

/** The whole answer with its figures, references and actions. */
export function answerView(answer) {
  const parts = [noticeLine(answer), headline(answer), statements(answer), figuresView(answer), referenceList(answer, quotedSideBySide(answer)), relatedList(answer)];
  const view = el("div", { class: `answer ${answer.status}` }, parts, checkLine(answer), actionBar(answer));
  return Object.assign(view, { answer });
}

/** One sentence for the live region. */
export function spoken(answer) {
  const text = answer.answer.replace(/\s*\[\d+\]/g, "");
  const tail = answer.citations.length ? ` ${plural(answer.citations.length, "citation")}.` : "";
  return `${HEADLINES[answer.status] ? `${HEADLINES[answer.status]}. ` : ""}${text}${tail}`;
}

const noticeLine = (answer) => (answer.notice ? el("p", { class: "answer-notice" }, answer.notice) : null);

function headline(answer) {
  const words = HEADLINES[answer.status];
  return words ? el("p", { class: "headline" }, words) : null;
}

/** The answer's text in order: claims as they were checked, and whatever stands between them. */
function statements(answer) {
  const text = points(answer.answer);
  const cut = (start, end) => withMarkers(text.slice(start, end).join(""), answer.citations);
  const parts = [];
  let at = 0;
  for (const [index, claim] of answer.claims.entries()) {
    const [start, end] = claim.answer_span;
    if (start < at) continue;
    parts.push(...cut(at, start), claimView(claim, index === 0, cut(start, end)));
    at = end;
  }
  return el("div", { class: "statements", dir: "auto" }, parts, cut(at, text.length));
}

function claimView(claim, isFirst, words) {
  const doubt = DOUBTS[claim.verdict];
  const flag = doubt ? el("span", { class: "doubt" }, ` (${doubt.toLowerCase()})`) : null;
  return el("span", { class: `claim ${claim.verdict}${isFirst ? " first" : ""}` }, words, flag);
}

/** Text with its markers as links; a number without a citation stays text. */
export function withMarkers(text, citations) {
  return markerPieces(text, citations.length).map((piece) =>
    typeof piece === "number" ? citationMarker(citations[piece - 1]) : piece);
}

function checkLine(answer) {
  const supported = answer.claims.filter((claim) => claim.verdict === "supported").length;
  const checked = answer.claims.length
    ? `${supported} of ${plural(answer.claims.length, "statement")} checked against the quoted words`
    : "No guess was made";
  const parts = [checked, answer.as_of && `as of ${day(answer.as_of)}`, answer.claims.length && writerWords(answer)];
  return el("p", { class: "check" }, parts.filter(Boolean).join(" · "));
}

const writerWords = (answer) => answer.model ? `written by ${answer.model}` : "written from the sources' own words";
