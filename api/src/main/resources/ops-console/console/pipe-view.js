// The picture: one column a kind, one card a stage. Cards are built once and then only re-written.

import { arrange, byId, el, setAttribute, setShare, setText } from "./dom.js";
import { ago, bareMillis, count, millis, rate } from "./format.js";
import { KINDS, levelOf, reasonsOf, shortName } from "./model.js";

const MARKS = { calm: "", busy: "◆", hot: "▲" };

/** Draws the stages and says which one is chosen. */
export class PipeView {
  #root = byId("pipe");
  #columns = new Map();
  #cards = new Map();
  #choose;

  /** choose(key): somebody wants to see this stage. */
  constructor(choose) {
    this.#choose = choose;
    for (const [kind, title] of KINDS) {
      const flow = el("span.column-flow");
      const list = el("ul");
      const section = el("section.column", { "aria-label": title, hidden: true }, el("h2", {}, title, flow), list);
      this.#columns.set(kind, { section, list, flow });
      this.#root.append(section);
    }
    this.#root.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Shows these stages; the bottleneck and the chosen one are marked. */
  show(stages, bottleneckKey, chosenKey) {
    for (const [kind, { section, list, flow }] of this.#columns) {
      const here = stages.filter((stage) => stage.kind === kind);
      section.hidden = here.length === 0;
      arrange(list, here.map((stage) => this.#card(stage.key).item));
      setText(flow, here.length === 0 ? "" : `${rate(here.reduce((total, stage) => total + stage.served, 0))}/s`);
    }
    for (const stage of stages) {
      this.#card(stage.key).write(stage, stage.key === bottleneckKey, stage.key === chosenKey);
    }
    this.#keepOneTabStop(chosenKey);
  }

  /** Puts the focus on a stage's card. */
  focus(key) {
    const card = this.#cards.get(key);
    card?.button.focus();
    card?.button.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #card(key) {
    let card = this.#cards.get(key);
    if (card === undefined) {
      card = new Card(() => this.#choose(key));
      this.#cards.set(key, card);
    }
    return card;
  }

  #buttons() {
    return [...this.#root.querySelectorAll("button.stage")];
  }

  /** Forty stages are one stop of the Tab key; arrows walk between them. */
  #keepOneTabStop(chosenKey) {
    const buttons = this.#buttons();
    const chosen = this.#cards.get(chosenKey)?.button;
    const focused = buttons.find((button) => button === document.activeElement);
    const stop = focused ?? (buttons.includes(chosen) ? chosen : buttons[0]);
    buttons.forEach((button) => setAttribute(button, "tabindex", button === stop ? "0" : "-1"));
  }

  #walk(event) {
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key];
    const from = event.target.closest("button.stage");
    if (step === undefined || from === null) {
      return;
    }
    event.preventDefault();
    const columns = [...this.#columns.values()].filter(({ section }) => !section.hidden)
      .map(({ list }) => [...list.querySelectorAll("button.stage")]);
    const column = columns.findIndex((buttons) => buttons.includes(from));
    const next = columns[column + step[0]] ?? [];
    const row = columns[column].indexOf(from) + step[1];
    const target = step[0] === 0 ? next[row] : next[Math.min(row, next.length - 1)];
    if (target !== undefined) {
      from.tabIndex = -1;
      target.tabIndex = 0;
      target.focus();
    }
  }
}

/** One stage. A row that never applies to it is left out, and so no card changes its height while one looks. */
class Card {
  #name = el("span.stage-name");
  #mark = el("span.stage-mark");
  #service = el("span.stage-service");
  #state = el("span.stage-state");
  #fill = el("span.bar-fill");
  #use = el("span.bar-text");
  #bar = el("span.bar", {}, this.#fill);
  #rows = Object.fromEntries(["queued", "rate", "refused", "p50·p99", "wait"].map((name) => [name, new Row(name)]));

  constructor(choose) {
    this.button = el(
      "button.stage", { type: "button", onclick: choose },
      el("span.stage-head", {}, this.#name, this.#mark),
      el("span.stage-sub", {}, this.#service, this.#state),
      el("span.stage-use", {}, this.#bar, this.#use),
      ...Object.values(this.#rows).map((row) => row.node),
    );
    this.item = el("li", {}, this.button);
  }

  write(stage, isBottleneck, isChosen) {
    const level = stage.stale ? "stale" : levelOf(stage);
    setAttribute(this.button, "data-level", level);
    setAttribute(this.button, "data-bottleneck", isBottleneck ? "" : null);
    setAttribute(this.button, "data-idle", stage.offered + stage.inFlight + stage.queued === 0 ? "" : null);
    setAttribute(this.button, "aria-pressed", isChosen);
    setText(this.#name, shortName(stage));
    setText(this.#mark, isBottleneck ? MARKS.hot : MARKS[level] ?? "");
    setText(this.#service, stage.parts.length > 1 ? `${stage.service} ×${stage.parts.length}` : stage.service);
    setText(this.#state, stage.stale ? `silent, ${ago(stage.ageMs)}` : stage.state.replaceAll("-", " ") || (isBottleneck ? "bottleneck" : ""));
    this.#writeUse(stage);
    this.#writeRows(stage);
    setAttribute(this.button, "aria-label", describe(stage, isBottleneck));
  }

  /** The bar is what is in flight of what may be; for a mere queue, what is in it of what fits. */
  #writeUse(stage) {
    const [now, most] = isMereQueue(stage) ? [stage.queued, stage.maxQueued] : [stage.inFlight, stage.width];
    this.#bar.hidden = most === 0;
    setShare(this.#fill, most === 0 ? 0 : now / most);
    setText(this.#use, most === 0 ? `${count(now)} in flight` : `${count(now)}/${count(most)}`);
  }

  #writeRows(stage) {
    const { queued, rate: flow, refused, "p50·p99": time, wait } = this.#rows;
    if (isMereQueue(stage)) {
      queued.rename("oldest");
      queued.write(millis(stage.oldestMs));
    } else {
      const waiting = stage.maxQueued > 0 ? `${count(stage.queued)}/${count(stage.maxQueued)}` : count(stage.queued);
      queued.write(stage.queued === 0 ? waiting : `${waiting} · ${millis(stage.oldestMs)}`,
        stage.maxQueued === 0 ? undefined : stage.queued / stage.maxQueued);
    }
    queued.node.hidden = stage.maxQueued === 0 && !["QUEUE", "RELAY"].includes(stage.kind);
    flow.write(`${rate(stage.offered)} → ${rate(stage.admitted)} /s`);
    const [worst] = reasonsOf(stage);
    refused.write(worst === undefined ? "0" : `${rate(stage.refusedTotal)} ${worst[0]}`);
    setAttribute(refused.node, "data-some", worst === undefined ? null : "");
    time.write(`${bareMillis(stage.p50Ms)} · ${millis(stage.p99Ms)}`);
    wait.write(`${bareMillis(stage.waitMs)} of ${millis(stage.targetMs)}`, stage.waitMs / stage.targetMs);
    wait.node.hidden = stage.targetMs === 0;
  }
}

/** A name and a figure, with a thin gauge below where there is a bound. */
class Row {
  #name;
  #value = el("span.row-value");
  #gauge = el("span.row-gauge");

  constructor(name) {
    this.#name = el("span.row-name", {}, name);
    this.node = el("span.row", {}, this.#name, this.#value, this.#gauge);
    this.#gauge.hidden = true;
  }

  rename(name) {
    setText(this.#name, name);
  }

  write(text, share) {
    setText(this.#value, text);
    setAttribute(this.node, "data-bounded", share === undefined ? null : "");
    if (share !== undefined) {
      this.#gauge.hidden = false;
      setShare(this.#gauge, share);
      setAttribute(this.#gauge, "data-full", share >= 0.9 ? "" : null);
    }
  }
}

function isMereQueue(stage) {
  return stage.width === 0 && stage.maxQueued > 0;
}

/** The card in one sentence, for those who hear it. */
function describe(stage, isBottleneck) {
  const said = [`${stage.name} of ${stage.service}`];
  if (isBottleneck) {
    said.push("the bottleneck");
  }
  if (stage.stale) {
    said.push(`silent for ${millis(stage.ageMs)}`);
  } else if (stage.state !== "") {
    said.push(stage.state.replaceAll("-", " "));
  }
  said.push(stage.width === 0 ? `${stage.inFlight} in flight` : `${stage.inFlight} of ${stage.width} in flight`);
  if (stage.queued > 0) {
    said.push(`${stage.queued} queued, the oldest for ${millis(stage.oldestMs)}`);
  }
  said.push(`${rate(stage.admitted)} a second admitted`);
  if (stage.refusedTotal > 0) {
    said.push(`${rate(stage.refusedTotal)} a second refused: ${reasonsOf(stage).map(([reason]) => reason).join(", ")}`);
  }
  if (stage.targetMs > 0) {
    said.push(`estimated wait ${bareMillis(stage.waitMs)} of ${millis(stage.targetMs)}`);
  }
  return said.join(", ");
}
