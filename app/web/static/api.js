// Requests to this server, and nowhere else. Every failure is a Problem with a sentence for people.

/** What went wrong, in the server's words where it had any. */
export class Problem extends Error {
  constructor(message, { hint = "", requestId = "", status = 0 } = {}) {
    super(message);
    Object.assign(this, { hint, requestId, status });
  }
}

const KEY = "dateline.key";

/** The server's key for this tab, when it wants one. */
export const rememberKey = (key) => sessionStorage.setItem(KEY, key);

/** The response, or a Problem; an abort passes through as it is. */
export async function send(path, options = {}) {
  const headers = new Headers(options.headers);
  const key = sessionStorage.getItem(KEY);
  if (key) headers.set("authorization", `Bearer ${key}`);
  let response;
  try {
    response = await fetch(path, { ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem("The server cannot be reached.", { hint: "See whether it still runs, then try again." });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export const getJson = async (path, options) => readJson(await send(path, options));

/** Options of a request that carries `body` as JSON. */
export const asJson = (body, options = {}) => ({
  ...options,
  method: "POST",
  headers: { "content-type": "application/json", ...options.headers },
  body: JSON.stringify(body),
});

export const postJson = async (path, body, options) => readJson(await send(path, asJson(body, options)));

/** The JSON of a response; a reply that breaks off or is no JSON is a Problem too. */
export async function readJson(response) {
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem("The server's reply broke off or could not be read.", { hint: "Try again." });
  }
}

async function problemOf(response) {
  const said = await response.json().catch(() => ({}));
  const requestId = said.request_id ?? response.headers.get("x-request-id") ?? "";
  const message = said.detail || `The server answered with status ${response.status}.`;
  return new Problem(message, { hint: said.hint ?? "", requestId, status: response.status });
}
