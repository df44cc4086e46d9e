// The picture once a second. EventSource cannot send a token in a header, so the stream is read by hand.

import { open, Problem } from "./http.js";

/** Nothing for this long means that the line is dead, whatever the socket says: a picture comes every second. */
const SILENCE_MS = 3500;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 5000;

/** Keeps one stream open and says how it goes. */
export class PipeStream {
  #handlers;
  #abort = null;
  #timer = null;
  #failures = 0;

  /** handlers: picture(pipe), lost(problem, retryAtMillis), signedOut(problem). */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.stop();
    this.#read();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  /** Does not wait for the next try. */
  retryNow() {
    this.#failures = 0;
    this.start();
  }

  async #read() {
    const abort = new AbortController();
    this.#abort = abort;
    let problem = new Problem(null, { detail: "The api ended the stream." });
    let silence = this.#watch(abort);
    try {
      const response = await open("pipe/stream", { signal: abort.signal, headers: { Accept: "text/event-stream" } });
      for await (const data of eventsOf(response.body)) {
        clearTimeout(silence);
        silence = this.#watch(abort);
        this.#failures = 0;
        this.#handlers.picture(JSON.parse(data));
      }
    } catch (cause) {
      problem = cause instanceof Problem ? cause : new Problem(null, { detail: "Nothing came for some seconds." });
    } finally {
      clearTimeout(silence);
    }
    if (this.#abort === abort) {
      this.#ended(problem);
    }
  }

  #watch(abort) {
    return setTimeout(() => abort.abort(), SILENCE_MS);
  }

  #ended(problem) {
    if (problem.isSignedOut) {
      this.stop();
      this.#handlers.signedOut(problem);
      return;
    }
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures) * (0.8 + Math.random() * 0.4);
    this.#failures += 1;
    this.#handlers.lost(problem, Date.now() + wait);
    this.#timer = setTimeout(() => this.#read(), wait);
  }
}

/** The data of each "pipe" event. */
async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const blocks = (unread + value).split("\n\n");
    unread = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      if (lines.includes("event:pipe")) {
        yield lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      }
    }
  }
}
