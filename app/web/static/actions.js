// What a reader can do with an answer: judge it, copy it with its references, keep its receipt, share its address.

import { announce } from "/static/announce.js";
import { getJson, postJson } from "/static/api.js";
import { copy } from "/static/clipboard.js";
import { asHtml, asMarkdown, asText } from "/static/copying.js";
import { button, el } from "/static/dom.js";

const COPIES = { Text: asText, Markdown: asMarkdown, HTML: asHtml };

/** The row of actions under an answer. */
export function actionBar(answer) {
  const told = el("span", { class: "told" });
  const tell = (words) => { told.textContent = words; announce(words); };
  const attempt = (act) => async (event) => {
    try { await act(event.currentTarget ?? event.target); } catch (error) { tell(error.message); }
  };
  const copies = Object.entries(COPIES).map(([name, write]) =>
    button(name, attempt(async () => { await copy(write(answer, location.origin)); tell(`Copied as ${name}.`); })));
  return el("div", { class: "actions", role: "group", "aria-label": "This answer" },
    rating("up", "Good answer", answer, tell), rating("down", "Not right", answer, tell),
    el("span", { class: "copies", role: "group", "aria-label": "Copy with references" }, el("span", { "aria-hidden": "true" }, "Copy"), copies),
    button("Receipt", attempt(() => downloadReceipt(answer.id)), { title: "Download everything about this answer as JSON" }),
    button("Link", attempt(async () => { await copy(`${location.origin}/#/answer/${answer.id}`); tell("The answer's address is copied."); })),
    told);
}

function rating(value, label, answer, tell) {
  return button(label, async (event) => {
    const pressed = event.currentTarget;
    try {
      await postJson("/v1/feedback", { answer_id: answer.id, rating: value });
      for (const other of pressed.parentNode.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", other === pressed);
      tell("Thank you, noted.");
    } catch (error) {
      tell(error.message);
    }
  }, { "aria-pressed": "false", "data-rating": value });
}

async function downloadReceipt(answerId) {
  const receipt = await getJson(`/v1/answers/${encodeURIComponent(answerId)}`);
  const file = new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" });
  const address = URL.createObjectURL(file);
  el("a", { href: address, download: `dateline-${answerId}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
