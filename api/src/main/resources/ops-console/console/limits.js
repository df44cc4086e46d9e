// What the limits are, as last read, and when to read them anew.

import { getJson, putJson } from "./http.js";

const EVERY_MS = 10_000;
const SOON_MS = 2000;

/** The limits of all services. */
export class Limits {
  #services = [];
  #versions = "";
  #nextAt = 0;
  #reading = false;
  #changed;

  /** changed(): there are newer values. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** [{service, limits, problem}]. */
  get services() {
    return this.#services;
  }

  find(service, name) {
    return this.#services.find((entry) => entry.service === service)?.limits.find((limit) => limit.name === name);
  }

  /** Reads when a replica has applied something new, and now and then besides, for what nobody applied yet. */
  async follow(pipe) {
    const versions = JSON.stringify(pipe.services.map(({ replicas }) => replicas.map((one) => one.appliedVersion)));
    if (!this.#reading && (versions !== this.#versions || Date.now() > this.#nextAt)) {
      this.#versions = versions;
      await this.#read();
    }
  }

  async #read() {
    this.#reading = true;
    this.#nextAt = Date.now() + SOON_MS;
    try {
      const { services } = await getJson("limits");
      const isWhole = services.every(({ problem }) => problem === null);
      this.#services = services.map((service) => (service.problem === null ? service : this.#lastKnown(service)));
      this.#nextAt = Date.now() + (isWhole ? EVERY_MS : SOON_MS);
      this.#changed();
    } finally {
      this.#reading = false;
    }
  }

  /** What was read before stays to be seen, with the problem beside it. */
  #lastKnown({ service, problem }) {
    const before = this.#services.find((entry) => entry.service === service);
    return { service, limits: before?.limits ?? [], problem };
  }

  /** One limit as it is at this moment. */
  async get(service, name) {
    return getJson(path(service, name));
  }

  /** Changes one; answers {limit, applied, replicas}. */
  async set(service, name, change) {
    const answer = await putJson(path(service, name), change);
    const entry = this.#services.find((candidate) => candidate.service === service);
    if (entry !== undefined) {
      entry.limits = entry.limits.map((limit) => (limit.name === name ? { ...limit, ...answer.limit } : limit));
      this.#changed();
    }
    return answer;
  }
}

function path(service, name) {
  return `limits/${encodeURIComponent(service)}/${encodeURIComponent(name)}`;
}
