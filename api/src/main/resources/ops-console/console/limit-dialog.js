// Changing a limit: value, reason, expiry; then old and new side by side; then who has applied it.

import { byId, el, setText } from "./dom.js";
import { ago, clock, exact, unitWords, who } from "./format.js";

const EXPIRIES = [["none", "No expiry", null], ["5min", "5 min", 300], ["30min", "30 min", 1800]];

/** One dialog, for one limit at a time. */
export class LimitDialog {
  #dialog = byId("limit-dialog");
  #limits;
  #service = "";
  #limit = null;
  #typed = null;
  #parts = null;
  #step = "edit";

  constructor(limits) {
    this.#limits = limits;
    this.#dialog.addEventListener("cancel", (event) => this.#escape(event));
  }

  /** Opens it for a limit that is known. */
  open(service, name) {
    const limit = this.#limits.find(service, name);
    if (limit === undefined || this.#dialog.open) {
      return;
    }
    this.#service = service;
    this.#limit = limit;
    this.#typed = { value: "", reason: "", expiry: "none" };
    this.#edit();
    this.#dialog.showModal();
    this.#parts.value.focus();
  }

  /** Escape goes one step back, and out at the first; while a change is on its way, its answer is waited for. */
  #escape(event) {
    if (this.#step === "sending") {
      event.preventDefault();
    } else if (this.#step === "confirm") {
      event.preventDefault();
      this.#edit();
      this.#parts.value.focus();
    }
  }

  #render(step, submit, ...content) {
    this.#step = step;
    const form = el("form.sheet", { method: "dialog", novalidate: true, "data-step": step, onsubmit: (event) => {
      event.preventDefault();
      submit();
    } }, el("h2", { id: "limit-dialog-title" }, this.#limit.name), el("p.quiet", {}, `${this.#service} · ${this.#limit.words}`), ...content);
    this.#dialog.replaceChildren(form);
  }

  #actions(...buttons) {
    return el("p.sheet-actions", {}, ...buttons);
  }

  #button(text, action) {
    return el("button", { type: "button", onclick: action }, text);
  }

  #edit(notice = null) {
    const limit = this.#limit;
    const value = el("input", { id: "limit-value", inputmode: "numeric", autocomplete: "off", "aria-describedby": "limit-facts limit-value-problem" });
    const reason = el("input", { id: "limit-reason", maxlength: 200, autocomplete: "off", placeholder: "why, for those who come after you", "aria-describedby": "limit-reason-problem" });
    value.value = this.#typed.value;
    reason.value = this.#typed.reason;
    const valueProblem = el("p.problem", { id: "limit-value-problem", role: "alert" });
    const reasonProblem = el("p.problem", { id: "limit-reason-problem", role: "alert" });
    const expiries = EXPIRIES.map(([key, words]) => el("label.choice", {},
      el("input", { type: "radio", name: "expiry", value: key, checked: key === this.#typed.expiry }), el("span", {}, words)));
    this.#parts = { value, reason, valueProblem, reasonProblem };
    value.addEventListener("input", () => setText(valueProblem, value.value === "" ? "" : this.#valueProblem(value.value) ?? ""));
    reason.addEventListener("input", () => setText(reasonProblem, ""));
    this.#render("edit", () => this.#toConfirm(),
      notice,
      facts(limit),
      el("label", { for: "limit-value" }, `New value, ${exact(limit.min)} to ${exact(limit.max)} ${unitWords(limit.unit)}`), value, valueProblem,
      el("label", { for: "limit-reason" }, "Reason"), reason, reasonProblem,
      el("fieldset", {}, el("legend", {}, "Goes back by itself after"), ...expiries),
      this.#actions(this.#button("Cancel", () => this.#dialog.close()), el("button.primary", { type: "submit" }, "Review")));
  }

  #keep() {
    const expiry = this.#dialog.querySelector("input[name=expiry]:checked");
    this.#typed = { value: this.#parts.value.value.trim(), reason: this.#parts.reason.value.trim(), expiry: expiry.value };
  }

  #valueProblem(text) {
    const { min, max, unit, value, expiresAt } = this.#limit;
    const number = parse(text);
    if (number === null) {
      return "Type a whole number.";
    }
    if (number < min || number > max) {
      return `It must lie between ${exact(min)} and ${exact(max)} ${unitWords(unit)}.`;
    }
    // What reverts soon may be kept as it is, for longer or for good.
    return number === value && !expiresAt ? "That is what it is now." : null;
  }

  #toConfirm() {
    this.#keep();
    const problem = this.#valueProblem(this.#typed.value);
    setText(this.#parts.valueProblem, problem ?? "");
    setText(this.#parts.reasonProblem, this.#typed.reason === "" ? "Say why: it stands in the audit list." : "");
    if (problem !== null) {
      this.#parts.value.focus();
    } else if (this.#typed.reason === "") {
      this.#parts.reason.focus();
    } else {
      this.#confirm();
    }
  }

  #confirm() {
    const { value, unit } = this.#limit;
    const changed = parse(this.#typed.value);
    const apply = el("button.primary", { type: "submit" }, "Apply");
    const seconds = this.#seconds();
    this.#render("confirm", () => this.#apply(changed),
      el("p.change", {},
        el("span.change-old", {}, exact(value)), el("span.change-arrow", { "aria-label": "becomes" }, "→"),
        el("strong.change-new", {}, exact(changed)), el("span", {}, unitWords(unit)), el("span.quiet", {}, relative(value, changed))),
      el("dl.facts", {},
        el("dt", {}, "Reason"), el("dd", {}, this.#typed.reason),
        el("dt", {}, "Expiry"), el("dd", {}, seconds === null
          ? "none; it stays until somebody changes it"
          : `back to ${exact(value)} after ${seconds / 60} min, at ${clock(new Date(Date.now() + seconds * 1000))}`)),
      this.#actions(this.#button("Back", () => { this.#edit(); this.#parts.value.focus(); }), apply));
    apply.focus();
  }

  #seconds() {
    return EXPIRIES.find(([key]) => key === this.#typed.expiry)[2];
  }

  async #apply(changed) {
    const old = this.#limit.value;
    const seconds = this.#seconds();
    this.#step = "sending";
    this.#dialog.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    setText(this.#dialog.querySelector("button.primary"), "Applying…");
    try {
      const answer = await this.#limits.set(this.#service, this.#limit.name, {
        value: changed,
        version: this.#limit.version,
        reason: this.#typed.reason,
        ...(seconds === null ? {} : { ttlSeconds: seconds }),
      });
      this.#done(old, answer);
    } catch (problem) {
      await this.#refused(problem);
    }
  }

  #done(old, { limit, applied, replicas }) {
    const close = el("button.primary", { type: "submit" }, "Close");
    const all = applied >= replicas;
    this.#render("done", () => this.#dialog.close(),
      el("p.outcome", { role: "status", "data-level": all ? "good" : "busy" },
        el("strong", {}, `Applied by ${applied} of ${replicas} ${replicas === 1 ? "replica" : "replicas"}`),
        el("span", {}, `${exact(old)} → ${exact(limit.value)} ${unitWords(limit.unit)}, version ${limit.version}`)),
      all ? null : el("p", {}, "It is stored. A replica that has not applied it yet does so when it next looks, within seconds."),
      this.#actions(close));
    close.focus();
  }

  /** What was typed stays: only what is said above it is new. */
  async #refused(problem) {
    if (problem.status === 409) {
      await this.#conflict();
    } else {
      await this.#refresh();
      this.#edit(el("p.notice", { role: "alert", "data-level": "hot" }, sentence(problem)));
    }
    this.#parts.value.focus();
  }

  /** Whether it was changed after all can be seen from what it is now. */
  async #refresh() {
    try {
      this.#limit = await this.#limits.get(this.#service, this.#limit.name);
    } catch {
      // Nothing newer is known; the dialog goes on with what it has.
    }
  }

  async #conflict() {
    const typed = this.#typed.value;
    try {
      this.#limit = await this.#limits.get(this.#service, this.#limit.name);
      const { value, unit, version, reason, changedBy, changedAt } = this.#limit;
      const byWhom = changedAt ? ` ${who(changedBy)} changed it ${ago(Date.now() - Date.parse(changedAt))}: ${reason}.` : "";
      this.#edit(el("p.notice", { role: "alert", "data-level": "busy" },
        el("strong", {}, `It has changed meanwhile: now ${exact(value)} ${unitWords(unit)}, version ${version}.`),
        `${byWhom} Your ${typed} is kept; review it against the new value.`));
    } catch (problem) {
      this.#edit(el("p.notice", { role: "alert", "data-level": "hot" },
        `It has changed meanwhile, and the new value could not be read: ${sentence(problem)}`));
    }
  }
}

function facts(limit) {
  return el("dl.facts", { id: "limit-facts" },
    el("dt", {}, "Now"), el("dd", {}, el("b", {}, `${exact(limit.value)} ${unitWords(limit.unit)}`)),
    el("dt", {}, "Configured"), el("dd", {}, exact(limit.initial)),
    el("dt", {}, "Version"), el("dd", {}, String(limit.version)));
}

/** A whole number as people type it, 12,000 and 12 000 included; else null. */
export function parse(text) {
  const bare = text.replace(/[\s,_]/g, "");
  return /^-?\d{1,15}$/.test(bare) ? Number(bare) : null;
}

function relative(from, to) {
  if (from === 0) {
    return "";
  }
  const percent = Math.round(((to - from) / from) * 100);
  return percent === 0 ? "" : `${percent > 0 ? "+" : "−"}${exact(Math.abs(percent))} %`;
}

function sentence(problem) {
  return [null, 503, 504].includes(problem.status)
    ? `${problem.message} Look at "now" to see whether it was changed all the same; what you typed is kept.`
    : problem.message;
}
