// The table of limits: search, arrows, Enter.

import { arrange, byId, el, setAttribute, setText } from "./dom.js";
import { ago, countdown, exact, unitWords, who } from "./format.js";

/** One row a limit. */
export class LimitsView {
  #limits;
  #change;
  #body = el("tbody");
  #rows = new Map();
  #search = byId("limits-search");
  #changedOnly = byId("limits-changed");
  #service = null;
  #now = () => Date.now();

  /** change(service, name): somebody wants to change this limit. */
  constructor(limits, change) {
    this.#limits = limits;
    this.#change = change;
    const heads = ["Service", "Limit", "What it bounds", "Value", "Allowed", "Version", "Last change", "Reverts in"];
    byId("limits-table").append(
      el("table.limits", {},
        el("thead", {}, el("tr", {}, ...heads.map((head) => el(isFigure(head) ? "th.figure" : "th", { scope: "col" }, head)))),
        this.#body));
    this.#search.addEventListener("input", () => this.show());
    this.#changedOnly.addEventListener("change", () => this.show());
    this.#search.addEventListener("keydown", (event) => this.#fromSearch(event));
    this.#body.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Shows one service's limits, or all for null. */
  only(service) {
    this.#service = service;
    this.show();
  }

  /** now(): the server's clock, as well as it is known here. */
  show(now = this.#now) {
    this.#now = now;
    const rows = this.#limits.services
      .filter(({ service }) => this.#service === null || service === this.#service)
      .flatMap(({ service, limits }) => limits.map((limit) => ({ service, limit })))
      .filter((row) => this.#matches(row));
    arrange(this.#body, rows.map((row) => this.#row(row).node));
    rows.forEach((row) => this.#write(row));
    const silent = this.#limits.services.filter(({ problem }) => problem).map(({ service }) => service);
    setText(byId("limits-count"), [
      `${rows.length} ${rows.length === 1 ? "limit" : "limits"}`,
      ...silent.map((service) => `those of ${service} cannot be read at the moment`),
    ].join("; "));
  }

  focusSearch() {
    byId("limits").scrollIntoView({ block: "start" });
    this.#search.focus();
    this.#search.select();
  }

  #matches({ service, limit }) {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const text = `${service} ${limit.name} ${limit.words}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (!this.#changedOnly.checked || isChanged(limit));
  }

  #row({ service, limit }) {
    const key = `${service}/${limit.name}`;
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.#build(service, limit);
      this.#rows.set(key, row);
    }
    return row;
  }

  #build(service, limit) {
    const open = () => this.#change(service, limit.name);
    const button = el("button.link", { type: "button", onclick: (event) => { event.stopPropagation(); open(); } }, limit.name);
    const value = el("b");
    const cells = {
      version: el("td.figure", { "data-title": "Version" }),
      last: el("td.last", { "data-title": "Last change" }),
      expires: el("td.figure", { "data-title": "Reverts in" }),
      allowed: el("td.figure", { "data-title": "Allowed" }),
    };
    const node = el("tr", { onclick: open },
      el("td.service", { "data-title": "Service" }, service),
      el("th", { scope: "row" }, button),
      el("td.words", { title: limit.words }, limit.words),
      el("td.figure", { "data-title": "Value" }, value, ` ${unitWords(limit.unit)}`),
      cells.allowed, cells.version, cells.last, cells.expires);
    return { node, button, value, cells };
  }

  #write(row) {
    const { service, limit } = row;
    const { node, button, value, cells } = this.#row(row);
    setText(value, exact(limit.value));
    setText(cells.allowed, `${exact(limit.min)} – ${exact(limit.max)}`);
    setText(cells.version, String(limit.version));
    setText(cells.last, lastChange(limit, this.#now()));
    setText(cells.expires, limit.expiresAt ? countdown(Date.parse(limit.expiresAt) - this.#now()) : "");
    setAttribute(node, "data-changed", isChanged(limit) ? "" : null);
    setAttribute(button, "aria-label", `Change ${limit.name} of ${service}, now ${exact(limit.value)} ${unitWords(limit.unit)}`);
  }

  #fromSearch(event) {
    const first = this.#body.querySelector("button.link");
    if (event.key === "Escape" && this.#search.value !== "") {
      event.preventDefault();
      this.#search.value = "";
      this.show();
    } else if (event.key === "ArrowDown" && first !== null) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "Enter" && first !== null) {
      event.preventDefault();
      first.click();
    }
  }

  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const buttons = [...this.#body.querySelectorAll("button.link")];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    (next ?? (step < 0 ? this.#search : document.activeElement)).focus();
  }
}

function isFigure(head) {
  return ["Value", "Allowed", "Version", "Reverts in"].includes(head);
}

function isChanged(limit) {
  return limit.value !== limit.initial;
}

function lastChange(limit, now) {
  if (!limit.changedAt) {
    return isChanged(limit) ? `configured ${exact(limit.initial)}` : "as configured";
  }
  return `${limit.reason} (${who(limit.changedBy)}, ${ago(now - Date.parse(limit.changedAt))})`;
}
