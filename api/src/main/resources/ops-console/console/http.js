// Calls of the ops surface, and its problems.

import * as session from "./session.js";

/** Where the surface is: beside the page, also behind a proxy that puts something in front. */
const BASE = new URL("../", import.meta.url);
const DEADLINE_MS = 5000;

/** What the surface refused, or null in `status` when it was not reached. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? "The api could not be reached.");
    this.status = status;
    this.code = body.code ?? "";
    this.body = body;
  }

  get isSignedOut() {
    return this.status === 401 || this.status === 403;
  }
}

/** An open response; throws a Problem for everything else than 2xx. */
export async function open(path, options = {}) {
  let response;
  try {
    response = await fetch(new URL(path, BASE), {
      ...options,
      cache: "no-store",
      headers: { Authorization: `Bearer ${session.token()}`, ...options.headers },
    });
  } catch (cause) {
    throw new Problem(null, { detail: cause.name === "TimeoutError" ? "The api did not answer in time." : undefined });
  }
  if (!response.ok) {
    throw new Problem(response.status, await bodyOf(response));
  }
  return response;
}

/** A call's JSON. */
export async function getJson(path) {
  return (await open(path, { signal: AbortSignal.timeout(DEADLINE_MS) })).json();
}

/** Replaces something; answers with the call's JSON. */
export async function putJson(path, value) {
  const response = await open(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(value),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  return response.json();
}

async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    return { detail: `The api answered ${response.status}.` };
  }
}
