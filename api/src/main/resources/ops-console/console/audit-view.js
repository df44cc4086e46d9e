// Who changed what, when and why.

import { arrange, byId, el, setText } from "./dom.js";
import { clock, exact, who } from "./format.js";
import { getJson } from "./http.js";

const HEADS = ["When", "Service", "Limit", "Change", "Reason", "By"];

/** The newest changes of all services. */
export class AuditView {
  #body = el("tbody");
  #reading = false;
  #again = false;

  constructor() {
    byId("audit-table").append(el("table.audit", {},
      el("thead", {}, el("tr", {}, ...HEADS.map((head) => el("th", { scope: "col" }, head)))), this.#body));
  }

  /** Reads them, and once more when somebody asked meanwhile: what is read may be from before the latest change. */
  async read() {
    this.#again = this.#reading;
    if (this.#reading) {
      return;
    }
    this.#reading = true;
    try {
      const { changes, unread } = await getJson("limits/changes");
      arrange(this.#body, changes.length === 0 ? [nothing()] : changes.map(row));
      setText(byId("audit-words"), unread.length === 0 ? "Newest first, of all services." : `Without those of ${unread.join(" and ")}, which cannot be read at the moment.`);
    } finally {
      this.#reading = false;
    }
    if (this.#again) {
      await this.read();
    }
  }
}

function row(change) {
  const at = new Date(change.at);
  const cells = [
    el("time", { datetime: change.at }, at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" })),
    change.service,
    change.limit,
    el("span", {}, `${value(change.from)} → `, el("b", {}, value(change.to))),
    change.expiresAt ? `${change.reason} (until ${clock(new Date(change.expiresAt))})` : change.reason,
    change.kind === "REVERTED" ? "its expiry" : el("span", { title: change.changedBy }, who(change.changedBy)),
  ];
  return el("tr", {}, ...cells.map((cell, index) => el("td", { "data-title": HEADS[index] }, cell)));
}

/** The service may not know the limit any more. */
function value(number) {
  return number === null || number === undefined ? "?" : exact(number);
}

function nothing() {
  return el("tr", {}, el("td", { colspan: HEADS.length }, "Nothing has been changed yet."));
}
