// A calm message where something went wrong: what, what to do next, and the request's id for whoever runs the server.

import { button, el } from "/static/dom.js";

/** The message of an error; `again` offers another try. */
export function noticeOf(error, again = null) {
  return el("div", { class: "notice" },
    el("p", {}, error.message),
    error.hint ? el("p", {}, error.hint) : null,
    error.requestId ? el("p", { class: "request-id" }, `Request ${error.requestId}`) : null,
    again ? button("Try again", again) : null);
}
