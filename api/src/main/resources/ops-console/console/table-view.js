// The same picture as a table: for screen readers, for copying, and for who prefers figures to bars.

import { arrange, byId, el, setAttribute, setText } from "./dom.js";
import { bareMillis, count, rate } from "./format.js";
import { KINDS, levelOf, reasonsOf, shortName } from "./model.js";

const titles = new Map(KINDS);
const LEVEL_WORDS = { calm: "", busy: "◆ busy", hot: "▲ hot" };

const COLUMNS = [
  ["Service", (stage) => stage.service],
  ["Place", (stage) => titles.get(stage.kind) ?? stage.kind],
  ["In flight", (stage) => (stage.width === 0 ? count(stage.inFlight) : `${count(stage.inFlight)}/${count(stage.width)}`), "figure"],
  ["Queued", (stage) => (stage.maxQueued === 0 ? count(stage.queued) : `${count(stage.queued)}/${count(stage.maxQueued)}`), "figure"],
  ["Oldest ms", (stage) => bareMillis(stage.oldestMs), "figure"],
  ["Offered/s", (stage) => rate(stage.offered), "figure"],
  ["Admitted/s", (stage) => rate(stage.admitted), "figure"],
  ["Refused/s", (stage) => rate(stage.refusedTotal), "figure"],
  ["Reasons", (stage) => reasonsOf(stage).map(([reason, perSecond]) => `${reason} ${rate(perSecond)}`).join(", ")],
  ["p50 ms", (stage) => bareMillis(stage.p50Ms), "figure"],
  ["p99 ms", (stage) => bareMillis(stage.p99Ms), "figure"],
  ["Wait ms", (stage) => (stage.targetMs === 0 ? "" : `${bareMillis(stage.waitMs)}/${bareMillis(stage.targetMs)}`), "figure"],
  ["State", (stage) => (stage.stale ? "silent" : stage.state.replaceAll("-", " ") || LEVEL_WORDS[levelOf(stage)])],
];

/** All stages, one a row. */
export class TableView {
  #body = el("tbody");
  #rows = new Map();
  #choose;

  constructor(choose) {
    this.#choose = choose;
    const heads = COLUMNS.map(([title, , style]) => el(style === undefined ? "th" : `th.${style}`, { scope: "col" }, title));
    byId("pipe-table").append(
      el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Stage"), ...heads)), this.#body),
    );
  }

  show(stages, bottleneckKey, chosenKey) {
    arrange(this.#body, stages.map((stage) => this.#row(stage.key).node));
    for (const stage of stages) {
      const { node, name, cells } = this.#row(stage.key);
      setText(name, shortName(stage));
      setAttribute(name, "aria-pressed", stage.key === chosenKey);
      setAttribute(node, "data-level", stage.stale ? "stale" : levelOf(stage));
      setAttribute(node, "data-bottleneck", stage.key === bottleneckKey ? "" : null);
      COLUMNS.forEach(([, value], index) => setText(cells[index], value(stage)));
    }
  }

  #row(key) {
    let row = this.#rows.get(key);
    if (row === undefined) {
      const name = el("button.link", { type: "button", onclick: () => this.#choose(key) });
      const cells = COLUMNS.map(([, , style]) => el(style === undefined ? "td" : `td.${style}`));
      row = { node: el("tr", {}, el("th", { scope: "row" }, name), ...cells), name, cells };
      this.#rows.set(key, row);
    }
    return row;
  }
}
