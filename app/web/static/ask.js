// One question to the server. Callers see the same events whether the server streams or answers at once.

import { asJson, Problem, readJson, send } from "/static/api.js";

/**
 * The events of one answer: {type: "retrieval" | "draft" | "citation" | "delta", ...} as they come, and {type: "answer", answer}
 * as the last. Throws a Problem when the server has one, or an AbortError when `signal` fires.
 */
export async function* ask(request, signal) {
  const response = await send("/v1/ask", asJson({ ...request, stream: true }, { signal }));
  if ((response.headers.get("content-type") ?? "").startsWith("text/event-stream")) {
    yield* answerEvents(response);
  } else {
    yield { type: "answer", answer: await readJson(response) };
  }
}

async function* answerEvents(response) {
  for await (const { event, data } of serverEvents(response)) {
    if (event === "error") throw new Problem(data.detail, { hint: data.hint, requestId: data.request_id, status: data.status });
    if (event === "answer") {
      yield { type: "answer", answer: data };
      return;
    }
    yield { type: event, ...data };
  }
  throw new Problem("The answer broke off before its end.", { hint: "Ask again." });
}

/** Server-sent events of a response as {event, data}, data read as JSON. */
export async function* serverEvents(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (held + value).replaceAll("\r\n", "\n").split("\n\n");
    held = blocks.pop();
    for (const block of blocks) {
      const parsed = serverEvent(block);
      if (parsed) yield parsed;
    }
  }
}

function serverEvent(block) {
  let event = "message";
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}
