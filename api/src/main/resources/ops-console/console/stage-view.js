// Everything about the chosen stage: its last five minutes, its replicas, its refusals, its limits.

import { Charts } from "./charts.js";
import { arrange, byId, el, setAttribute, setText } from "./dom.js";
import { ago, bareMillis, count, exact, millis, rate, unitWords } from "./format.js";
import { open } from "./http.js";
import { KINDS, reasonsOf, SILENT_MS } from "./model.js";

const titles = new Map(KINDS);
const FIGURES = [
  ["In flight", (stage) => (stage.width === 0 ? count(stage.inFlight) : `${count(stage.inFlight)}/${count(stage.width)}`)],
  ["Queued", (stage) => (stage.maxQueued === 0 ? count(stage.queued) : `${count(stage.queued)}/${count(stage.maxQueued)}`)],
  ["Oldest", (stage) => millis(stage.oldestMs)],
  ["Offered/s", (stage) => rate(stage.offeredPerSecond)],
  ["Admitted/s", (stage) => rate(stage.admittedPerSecond)],
  ["Served/s", (stage) => rate(stage.servedPerSecond)],
  ["p50 ms", (stage) => bareMillis(stage.p50Ms)],
  ["p99 ms", (stage) => bareMillis(stage.p99Ms)],
  ["Wait ms", (stage) => bareMillis(stage.estimatedWaitMs)],
];

/** The panel below the pipe. */
export class StageView {
  #charts = new Charts(byId("charts"));
  #replicas = el("tbody");
  #rows = new Map();
  #refusals = el("p.stage-refusals");
  #limits = el("ul.limit-buttons");
  #limitButtons = new Map();
  #decisions = byId("stage-decisions");
  #change;
  #gate = null;

  /** change(service, name): somebody wants to change this limit. */
  constructor(change) {
    this.#change = change;
    const heads = FIGURES.map(([title]) => el("th.figure", { scope: "col" }, title));
    byId("stage-replicas").append(
      el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Replica"), ...heads, el("th", { scope: "col" }, "State"))),
        this.#replicas),
      this.#refusals);
    byId("stage-limits").append(el("h3", {}, "Its limits"), this.#limits);
    this.#decisions.addEventListener("click", () => this.#download());
  }

  show(stage, history, limits) {
    setText(byId("stage-title"), stage.name);
    setText(byId("stage-words"), `${stage.service}, ${titles.get(stage.kind)?.toLowerCase() ?? stage.kind}`);
    this.#charts.draw(history, stage.key);
    this.#writeReplicas(stage);
    this.#writeLimits(stage, limits);
    const reasons = reasonsOf(stage).map(([reason, perSecond]) => `${reason} ${rate(perSecond)}/s`);
    setText(this.#refusals, reasons.length === 0 ? "Nothing is refused." : `Refused: ${reasons.join(", ")}.`);
    this.#gate = gateOf(stage);
    this.#decisions.hidden = this.#gate === null;
  }

  #writeReplicas(stage) {
    arrange(this.#replicas, stage.parts.map(({ replica }) => this.#row(`${stage.key}/${replica}`).node));
    for (const { replica, age, stage: own } of stage.parts) {
      const { node, cells } = this.#row(`${stage.key}/${replica}`);
      setText(cells[0], replica);
      FIGURES.forEach(([, value], index) => setText(cells[index + 1], value(own)));
      const isSilent = age >= SILENT_MS;
      setText(cells.at(-1), isSilent ? `silent, ${ago(age)}` : own.state.replaceAll("-", " ") || "live");
      setAttribute(node, "data-level", isSilent ? "stale" : "calm");
    }
  }

  #row(key) {
    let row = this.#rows.get(key);
    if (row === undefined) {
      const cells = [el("th", { scope: "row" }), ...FIGURES.map(() => el("td.figure")), el("td")];
      row = { node: el("tr", {}, ...cells), cells };
      this.#rows.set(key, row);
    }
    return row;
  }

  #writeLimits(stage, limits) {
    const known = stage.limits.map((name) => limits.find(stage.service, name)).filter((limit) => limit !== undefined);
    arrange(this.#limits, known.map((limit) => this.#limitButton(stage.service, limit).item));
    for (const limit of known) {
      const { value } = this.#limitButton(stage.service, limit);
      setText(value, `${exact(limit.value)} ${unitWords(limit.unit)}`);
    }
    byId("stage-limits").hidden = known.length === 0;
  }

  #limitButton(service, { name }) {
    const key = `${service}/${name}`;
    let entry = this.#limitButtons.get(key);
    if (entry === undefined) {
      const value = el("b");
      const button = el("button", { type: "button", onclick: () => this.#change(service, name) }, el("span", {}, name), value);
      entry = { item: el("li", {}, button), value };
      this.#limitButtons.set(key, entry);
    }
    return entry;
  }

  async #download() {
    const { service, gate } = this.#gate;
    const label = this.#decisions.textContent;
    this.#decisions.disabled = true;
    try {
      const response = await open(`decisions/${encodeURIComponent(service)}/${encodeURIComponent(gate)}`);
      const address = URL.createObjectURL(await response.blob());
      el("a", { href: address, download: `${service}-${gate}.decisions` }).click();
      URL.revokeObjectURL(address);
    } catch (problem) {
      this.#decisions.textContent = problem.message;
      setTimeout(() => setText(this.#decisions, label), 4000);
    } finally {
      this.#decisions.disabled = false;
    }
  }
}

/** A gate keeps a log of what it decided; its limits carry its name. */
function gateOf(stage) {
  const widths = stage.limits.map((name) => /^gate\.(.+)\.width$/.exec(name)).filter((found) => found !== null);
  return widths.length === 0 ? null : { service: stage.service, gate: widths[0][1] };
}
