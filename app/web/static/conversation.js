// Questions and answers in their order: asking, waiting calmly, answers, failures.

import { announce } from "/static/announce.js";
import { answerView, spoken, withMarkers } from "/static/answer_view.js";
import { getJson } from "/static/api.js";
import { ask } from "/static/ask.js";
import { button, byId, el } from "/static/dom.js";
import { conversation, drawHistory, remember } from "/static/history.js";
import { chosenLimits, limitWords } from "/static/limits.js";
import { noticeOf } from "/static/notice.js";

const SLOW_MS = 4_000;
let currentId = null;
let waiting = null;

/** Ask in the open conversation, or start one. */
export function askHere(question) {
  currentId ??= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  history.replaceState(null, "", `#/c/${currentId}`);
  const limits = chosenLimits();
  const turn = addTurn(question, limitWords(limits));
  run(turn, { question, conversation_id: currentId, ...limits });
}

/** Leave the open conversation for an empty page. */
export function startAnew() {
  stop();
  currentId = null;
  byId("turns").replaceChildren();
  byId("welcome").hidden = false;
  drawHistory("");
}

/** Show an earlier conversation; false when this browser knows none of that id. */
export async function showConversation(id) {
  if (id === currentId) return true;
  startAnew();
  const known = conversation(id);
  if (!known) return false;
  currentId = id;
  drawHistory(id);
  const turns = known.turns.map(({ question, answerId }) => ({ answerId, turn: addTurn(question, "", false) }));
  await Promise.all(turns.map(({ answerId, turn }) => showReceipt(turn, answerId)));
  return true;
}

/** Show one answer by its id, as a link to it does. */
export async function showAnswer(answerId) {
  startAnew();
  await showReceipt(addTurn("", "", false), answerId);
}

/** Stop waiting for an answer; true when one was awaited. */
export function stop() {
  waiting?.abort();
  return waiting !== null;
}

function addTurn(question, limits, scroll = true) {
  byId("welcome").hidden = true;
  const place = el("div", { class: "place" });
  const turn = el("article", { class: "turn" },
    el("h2", { class: "question", dir: "auto" }, question),
    limits ? el("p", { class: "limits-used" }, limits) : null, place);
  byId("turns").append(turn);
  if (scroll) turn.scrollIntoView({ block: "start" });
  return { turn, place };
}

async function run({ turn, place }, request) {
  stop();
  const control = new AbortController();
  waiting = control;
  const state = workingState(control);
  place.replaceChildren(state.view);
  turn.setAttribute("aria-busy", "true");
  announce("Searching the archive.");
  try {
    for await (const event of ask(request, control.signal)) {
      if (event.type === "answer") finish({ turn, place }, event.answer, request);
      else state.take(event);
    }
  } catch (error) {
    const wasStopped = error.name === "AbortError";
    const shown = wasStopped ? Object.assign(new Error("Stopped."), { hint: "" }) : error;
    place.replaceChildren(noticeOf(shown, () => run({ turn, place }, request)));
    announce(wasStopped ? "Stopped." : `${error.message} ${error.hint ?? ""}`);
  } finally {
    state.end();
    turn.removeAttribute("aria-busy");
    if (waiting === control) waiting = null;
  }
}

function finish({ turn, place }, answer, request) {
  showIn({ turn, place }, answer);
  remember(request.conversation_id, answer.question, answer.id);
  drawHistory(request.conversation_id);
  announce(spoken(answer));
}

function showIn({ turn, place }, answer) {
  turn.querySelector(".question").textContent = answer.question;
  const understood = answer.standalone_question !== answer.question
    ? el("p", { class: "understood", dir: "auto" }, `Understood as: ${answer.standalone_question}`) : null;
  place.replaceChildren(...[understood, answerView(answer)].filter(Boolean));
}

async function showReceipt({ turn, place }, answerId) {
  try {
    showIn({ turn, place }, await getJson(`/v1/answers/${encodeURIComponent(answerId)}`));
  } catch (error) {
    place.replaceChildren(noticeOf(error, () => showReceipt({ turn, place }, answerId)));
  }
}

/** What is shown until the answer is there; says so when it takes long, and shows streamed words as they come. */
function workingState(control) {
  const words = el("p", { class: "working-words" }, "Searching the archive…");
  const text = el("div", { class: "statements arriving", dir: "auto" });
  const draft = el("div", { class: "statements draft", dir: "auto", "aria-hidden": "true" });
  const slow = setTimeout(() => {
    words.textContent = "Still working. The server is taking longer than usual.";
    announce(words.textContent);
    view.append(button("Stop", () => control.abort()));
  }, SLOW_MS);
  const view = el("div", { class: "working" }, words, draft, text);
  const citations = [];
  let arrived = "";
  const take = (event) => {
    if (event.type === "retrieval") words.textContent = "Reading what was found…";
    if (event.type === "draft") {
      words.textContent = "Being written, not checked yet…";
      draft.append(event.text);
    }
    if (event.type === "citation") citations[event.number - 1] = event;
    if (event.type === "delta") {
      words.textContent = "Checked, coming in…";
      draft.remove();
      text.replaceChildren(...withMarkers((arrived += event.text), citations));
    }
  };
  return { view, take, end: () => clearTimeout(slow) };
}
