// Starts the page: routes, the ask box, and who listens to whom.

import { getJson, rememberKey } from "/static/api.js";
import { showArchive } from "/static/archive_view.js";
import { askHere, showAnswer, showConversation, startAnew } from "/static/conversation.js";
import { byId, el } from "/static/dom.js";
import { prepareHistory } from "/static/history.js";
import { prepareKeyboard } from "/static/keyboard.js";
import { drawLimits } from "/static/limits.js";
import { noticeOf } from "/static/notice.js";
import { closeReader, openAddressed, openArticle, openCitation, prepareReader } from "/static/reader.js";
import { drawWelcome } from "/static/welcome.js";

const question = byId("question");

function route() {
  const [, view = "", id = ""] = location.hash.split("/");
  const isArchive = view === "archive";
  byId("ask").hidden = isArchive;
  byId("archive").hidden = !isArchive;
  for (const link of document.querySelectorAll("[data-view]")) {
    const isCurrent = (link.dataset.view === "archive") === isArchive;
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = isArchive ? "Archive · Dateline" : "Dateline";
  closeReader();
  if (isArchive) showArchive(drawFromCoverage);
  else if (view === "c") showConversation(decodeURIComponent(id));
  else if (view === "answer") showAnswer(decodeURIComponent(id));
  else startAnew();
}

function askTyped() {
  const typed = question.value.trim();
  if (!typed) return question.focus();
  question.value = "";
  fitBox();
  return askHere(typed);
}

/** The ask box grows with what is typed; the style sheet bounds it. */
function fitBox() {
  question.style.height = "auto";
  question.style.height = `${question.scrollHeight}px`;
}

async function drawFromCoverage(coverage) {
  drawLimits(coverage);
  await drawWelcome(coverage, askHere);
}

async function drawState() {
  try {
    await drawFromCoverage(await getJson("/v1/coverage"));
    openAddressed(location);
  } catch (error) {
    const wantsKey = error.status === 401;
    byId("welcome-more").replaceChildren(wantsKey ? keyForm(error) : noticeOf(error, drawState));
  }
}

function keyForm(error) {
  const key = el("input", { type: "password", autocomplete: "off", "aria-label": "Key" });
  const submit = (event) => { event.preventDefault(); rememberKey(key.value.trim()); drawState(); };
  return el("form", { class: "key-form notice", onsubmit: submit },
    el("p", {}, "This archive is kept with a key."), key, el("button", { type: "submit", class: "main" }, "Open"),
    el("p", { class: "request-id" }, error.requestId ? `Request ${error.requestId}` : ""));
}

function prepareAskBox() {
  byId("ask-form").addEventListener("submit", (event) => { event.preventDefault(); askTyped(); });
  question.addEventListener("input", fitBox);
  question.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      askTyped();
    } else if (event.key === "ArrowUp" && !question.value) {
      question.value = [...document.querySelectorAll(".question")].at(-1)?.textContent ?? "";
      fitBox();
    }
  });
}

document.addEventListener("open-citation", (event) => openCitation(event.detail, event.target.closest(".answer")?.answer));
document.addEventListener("open-article", (event) => openArticle(event.detail.article_id));
prepareAskBox();
prepareReader();
prepareKeyboard(prepareHistory());
window.addEventListener("hashchange", route);
route();
drawState();
