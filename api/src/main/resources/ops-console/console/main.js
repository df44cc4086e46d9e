// Puts the console together: who signs in, what comes once a second, and where it is shown.

import { AuditView } from "./audit-view.js";
import { byId, el, setAttribute, setText } from "./dom.js";
import { ago, clock, millis } from "./format.js";
import { listen } from "./keyboard.js";
import { LimitDialog } from "./limit-dialog.js";
import { Limits } from "./limits.js";
import { LimitsView } from "./limits-view.js";
import { History, keyOf, levelOf, stagesOf } from "./model.js";
import { PipeView } from "./pipe-view.js";
import * as session from "./session.js";
import { StageView } from "./stage-view.js";
import { PipeStream } from "./stream.js";
import { TableView } from "./table-view.js";

const history = new History();
const limits = new Limits(() => { limitsView.show(now); auditView.read().catch(quietly); });
const dialog = new LimitDialog(limits);
const change = (service, name) => dialog.open(service, name);
const limitsView = new LimitsView(limits, change);
const auditView = new AuditView();
const stageView = new StageView(change);
const pipeView = new PipeView(choose);
const tableView = new TableView(choose);
const stream = new PipeStream({ picture, lost, signedOut });

let pipe = null;
let stages = [];
let chosen = null;
let chosenByHand = false;
let onlyService = null;
let clockAheadMs = 0;
let lostAt = null;
let retryAt = 0;
let announced = "";

/** The server's clock. */
function now() {
  return Date.now() + clockAheadMs;
}

function picture(next) {
  const returned = lostAt !== null;
  pipe = next;
  lostAt = null;
  clockAheadMs = Date.parse(pipe.at) - Date.now();
  stages = stagesOf(pipe);
  history.add(Math.round(Date.parse(pipe.at) / 1000), stages);
  document.body.dataset.live = "yes";
  const replicas = pipe.services.reduce((total, { replicas: own }) => total + own.length, 0);
  connection("live", `Live ${clock(new Date())} · ${pipe.services.length} services, ${replicas} replicas`);
  if (returned) {
    announce("The connection is back.");
  }
  limits.follow(pipe).catch(quietly);
  show();
}

function show() {
  const visible = stages.filter((stage) => onlyService === null || stage.service === onlyService);
  const bottleneckKey = pipe.bottleneck === null ? null : keyOf(pipe.bottleneck.service, pipe.bottleneck.kind, pipe.bottleneck.stage);
  if (!visible.some((stage) => stage.key === chosen)) {
    chosenByHand = false;
  }
  if (!chosenByHand) {
    chosen = visible.some((stage) => stage.key === bottleneckKey) ? bottleneckKey : visible.some((stage) => stage.key === chosen) ? chosen : visible[0]?.key ?? null;
  }
  showServices();
  showBottleneck(bottleneckKey);
  pipeView.show(visible, bottleneckKey, chosen);
  tableView.show(visible, bottleneckKey, chosen);
  const stage = stages.find((candidate) => candidate.key === chosen);
  byId("stage").hidden = stage === undefined;
  if (stage !== undefined) {
    stageView.show(stage, history, limits);
  }
}

function showServices() {
  const chips = byId("services");
  const names = [null, ...pipe.services.map(({ service }) => service)];
  if (chips.children.length !== names.length) {
    chips.replaceChildren(...names.map((name, index) => el("button.chip", { type: "button", title: `Key ${index}`, onclick: () => only(name) },
      el("span", {}, name ?? "all"), el("span.chip-state"))));
  }
  names.forEach((name, index) => {
    const service = pipe.services.find((candidate) => candidate.service === name);
    const problem = service === undefined ? null : problemOf(service);
    setAttribute(chips.children[index], "aria-pressed", name === onlyService);
    setAttribute(chips.children[index], "data-problem", problem === null ? null : "");
    setText(chips.children[index].lastChild, problem ?? (service === undefined ? "" : `×${service.replicas.length}`));
    setAttribute(chips.children[index], "title", service?.problem ?? `Key ${index}`);
  });
}

/** A service that cannot be asked is shown as that, while the others go on. */
function problemOf({ problem, replicas }) {
  if (problem) {
    return "unreachable";
  }
  return replicas.length === 0 ? "no replica" : null;
}

function showBottleneck(key) {
  const { bottleneck } = pipe;
  const stage = stages.find((candidate) => candidate.key === key);
  const away = pipe.services.filter((service) => problemOf(service) !== null).map(({ service }) => service);
  const missing = away.length === 0 ? "" : ` ${away.join(" and ")} ${away.length === 1 ? "does" : "do"} not answer.`;
  say(byId("bottleneck-words"), bottleneck === null ? "No bottleneck: nothing is half full." : `The bottleneck is ${bottleneck.why}.`, missing);
  setAttribute(byId("bottleneck"), "data-level", away.length > 0 ? "hot" : stage === undefined ? "calm" : levelOf(stage));
  setText(byId("bottleneck-mark"), bottleneck === null && away.length === 0 ? "✓" : "▲");
  byId("bottleneck-open").hidden = stage === undefined;
  const identity = `${key}${missing}`;
  if (identity !== announced) {
    announced = identity;
    announce(byId("bottleneck-words").textContent);
  }
}

/** What comes before the first colon is the news; the rest explains it. */
function say(node, sentence, more) {
  const colon = sentence.indexOf(":");
  const whole = sentence + more;
  if (node.textContent !== whole) {
    node.replaceChildren(el("strong", {}, whole.slice(0, colon + 1)), whole.slice(colon + 1));
  }
}

function lost(problem, retryAtMillis) {
  retryAt = retryAtMillis;
  if (lostAt === null) {
    lostAt = Date.now();
    document.body.dataset.live = "no";
    announce(`Connection lost. ${problem.message}`);
  }
  setAttribute(byId("connection"), "title", problem.message);
  showLost();
}

function showLost() {
  const age = pipe === null ? "" : `, last picture ${ago(now() - Date.parse(pipe.at))}`;
  const wait = Math.max(0, retryAt - Date.now());
  connection("lost", `Connection lost${age}, ${wait === 0 ? "trying" : `next try in ${millis(Math.ceil(wait / 1000) * 1000)}`}`);
  say(byId("bottleneck-words"), "Connection lost: what is shown below is old.", "");
  setAttribute(byId("bottleneck"), "data-level", "lost");
  setText(byId("bottleneck-mark"), "×");
  byId("bottleneck-open").hidden = true;
}

function connection(state, words) {
  setAttribute(byId("connection"), "data-state", state);
  setText(byId("connection-words"), words);
  byId("retry").hidden = state !== "lost";
}

function announce(words) {
  setText(byId("announcer"), words);
}

function choose(key) {
  chosen = key;
  chosenByHand = true;
  show();
}

function only(service) {
  onlyService = service;
  limitsView.only(service);
  show();
}

function signIn() {
  document.body.dataset.session = "in";
  document.body.dataset.live = "connecting";
  connection("connecting", "Connecting");
  stream.start();
}

function signedOut(problem) {
  session.forget();
  stream.stop();
  document.body.dataset.session = "out";
  const words = byId("sign-in-problem");
  words.hidden = problem === null;
  setText(words, problem?.message ?? "");
  byId("token").value = "";
  byId("token").focus();
}

function goTo(id) {
  byId(id).scrollIntoView({ block: "start" });
  byId(id).focus({ preventScroll: true });
}

function toBottleneck() {
  if (pipe?.bottleneck) {
    onlyService = null;
    limitsView.only(null);
    choose(keyOf(pipe.bottleneck.service, pipe.bottleneck.kind, pipe.bottleneck.stage));
    pipeView.focus(chosen);
  }
}

function toggleTable() {
  const table = byId("pipe-table").hidden;
  byId("pipe-table").hidden = !table;
  byId("pipe").hidden = table;
  setAttribute(byId("toggle-table"), "aria-pressed", table);
}

/** What a call in the background could not read is read again later; the stream says when the line is down. */
function quietly(problem) {
  if (problem.isSignedOut) {
    signedOut(problem);
  }
}

function everySecond() {
  if (document.body.dataset.session !== "in") {
    return;
  }
  if (lostAt !== null) {
    showLost();
  }
  limitsView.show(now);
}

byId("sign-in-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = byId("token").value;
  if (!session.looksLikeToken(given)) {
    byId("sign-in-problem").hidden = false;
    setText(byId("sign-in-problem"), "That is no access token: it has three parts with dots between them.");
    return;
  }
  session.keep(given);
  byId("sign-in-problem").hidden = true;
  signIn();
});
byId("token").addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    byId("sign-in-form").requestSubmit();
  }
});
byId("sign-out").addEventListener("click", () => signedOut(null));
byId("retry").addEventListener("click", () => stream.retryNow());
byId("toggle-table").addEventListener("click", toggleTable);
byId("open-help").addEventListener("click", () => byId("help").showModal());
byId("bottleneck-open").addEventListener("click", toBottleneck);
addEventListener("online", () => lostAt !== null && stream.retryNow());
// A page that the browser keeps for the Back button would keep its stream, and with it one of six connections.
addEventListener("pagehide", () => stream.stop());
addEventListener("pageshow", (event) => event.persisted && session.token() !== null && signIn());
addEventListener("hashchange", () => {
  session.takeFromAddress();
  if (session.token() !== null) {
    signIn();
  }
});

listen([
  ["/", "Search limits", () => limitsView.focusSearch()],
  ["b", "Show the bottleneck", toBottleneck],
  ["p", "To the pipe", () => goTo("pipe")],
  ["s", "To the chosen stage", () => goTo("stage")],
  ["l", "To the limits", () => goTo("limits")],
  ["a", "To the changes", () => goTo("audit")],
  ["t", "Picture or table", toggleTable],
  ["0", "All services; 1 to 4: one of them", () => pipe && only(null)],
  ["?", "This list", () => byId("help").showModal()],
]);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, dialog") !== null;
  if (/^[1-9]$/.test(event.key) && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && pipe?.services[event.key - 1]) {
    only(pipe.services[event.key - 1].service);
  }
});

session.takeFromAddress();
if (session.token() === null) {
  byId("token").focus();
} else {
  signIn();
}
setInterval(everySecond, 1000);
