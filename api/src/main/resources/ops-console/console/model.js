// What the pictures mean: replicas of a stage as one, how full it is, and what it was in the last five minutes.

/** Columns of the pipe, in the order in which work passes them. */
export const KINDS = [
  ["INGRESS", "Ingress"],
  ["USERS", "Users"],
  ["INTAKE", "Intake"],
  ["RELAY", "Relay"],
  ["QUEUE", "Queues"],
  ["CONSUMER", "Consumers"],
  ["POOL", "Pools"],
  ["PARTNER", "Partners"],
  ["STREAMS", "Streams"],
];

/** A replica without a heartbeat for so long is not shown as live. */
export const SILENT_MS = 3000;
const BUSY = 0.8;
const HOT = 1.5;
const HISTORY = 300;

/** The stages of all services; what several replicas have is added up. */
export function stagesOf(pipe) {
  const stages = new Map();
  for (const { service, replicas } of pipe.services) {
    for (const { replica, silentMs: age, stages: own } of replicas) {
      for (const stage of own) {
        const key = keyOf(service, stage.kind, stage.name);
        const parts = stages.get(key) ?? [];
        parts.push({ replica, age, stage });
        stages.set(key, parts);
      }
    }
  }
  return [...stages].map(([key, parts]) => merge(key, parts)).sort(byPlace);
}

/** What tells stages apart: a queue and its consumer have one name. */
export function keyOf(service, kind, name) {
  return `${service}/${kind}/${name}`;
}

/** "calm", "busy" or "hot". */
export function levelOf(stage) {
  if (stage.state !== "" || stage.pressure >= HOT) {
    return "hot";
  }
  return stage.pressure >= BUSY ? "busy" : "calm";
}

/** Reasons of refusals, most frequent first. */
export function reasonsOf(stage) {
  return Object.entries(stage.refused).filter(([, perSecond]) => perSecond > 0).sort((a, b) => b[1] - a[1]);
}

/** The name without that of its service, which stands beside it wherever it is shown. */
export function shortName(stage) {
  return stage.name.startsWith(`${stage.service}.`) ? stage.name.slice(stage.service.length + 1) : stage.name;
}

function merge(key, parts) {
  const live = parts.filter((part) => part.age < SILENT_MS);
  const stages = (live.length > 0 ? live : parts).map((part) => part.stage);
  // Replicas see the same queue of the broker: its length counts once.
  const shared = stages[0].kind === "QUEUE" ? greatest : sum;
  return {
    key,
    service: key.slice(0, key.indexOf("/")),
    name: stages[0].name,
    kind: stages[0].kind,
    limits: stages[0].limits,
    parts,
    stale: live.length === 0,
    ageMs: Math.min(...parts.map((part) => part.age)),
    inFlight: sum(stages, "inFlight"),
    width: sum(stages, "width"),
    queued: shared(stages, "queued"),
    maxQueued: shared(stages, "maxQueued"),
    oldestMs: greatest(stages, "oldestMs"),
    offered: shared(stages, "offeredPerSecond"),
    admitted: shared(stages, "admittedPerSecond"),
    served: shared(stages, "servedPerSecond"),
    refused: sumOfMaps(stages.map((stage) => stage.refusedPerSecond)),
    refusedTotal: sum(stages.flatMap((stage) => Object.values(stage.refusedPerSecond).map((rate) => ({ rate }))), "rate"),
    p50Ms: greatest(stages, "p50Ms"),
    p99Ms: greatest(stages, "p99Ms"),
    waitMs: greatest(stages, "estimatedWaitMs"),
    targetMs: greatest(stages, "targetMs"),
    pressure: greatest(stages, "pressure"),
    state: stages.map((stage) => stage.state).find((state) => state !== "") ?? "",
  };
}

function byPlace(a, b) {
  const place = (stage) => KINDS.findIndex(([kind]) => kind === stage.kind);
  return place(a) - place(b) || a.service.localeCompare(b.service) || a.name.localeCompare(b.name);
}

function sum(things, field) {
  return things.reduce((total, thing) => total + thing[field], 0);
}

function greatest(things, field) {
  return Math.max(...things.map((thing) => thing[field]));
}

function sumOfMaps(maps) {
  const total = {};
  for (const map of maps) {
    for (const [name, value] of Object.entries(map)) {
      total[name] = (total[name] ?? 0) + value;
    }
  }
  return total;
}

/** The last five minutes of every stage. A second without a picture is a gap, never a line drawn through it. */
export class History {
  #seconds = [];
  #stages = new Map();

  /** Remembers a picture. */
  add(second, stages) {
    const last = this.#seconds.at(-1);
    if (last !== undefined && second <= last) {
      return;
    }
    if (last !== undefined && second - last > 3) {
      this.#push(last + 1, new Map());
    }
    this.#push(second, new Map(stages.map((stage) => [stage.key, stage])));
  }

  /** Times and one list of values for each field, with null where nothing is known. */
  of(key, fields) {
    const seen = this.#stages.get(key) ?? [];
    return [this.#seconds, ...fields.map((field) => seen.map((stage) => (stage === null ? null : stage[field])))];
  }

  #push(second, stages) {
    for (const key of stages.keys()) {
      if (!this.#stages.has(key)) {
        this.#stages.set(key, this.#seconds.map(() => null));
      }
    }
    this.#seconds.push(second);
    for (const [key, seen] of this.#stages) {
      const stage = stages.get(key);
      seen.push(stage === undefined || stage.stale ? null : stage);
    }
    while (this.#seconds.length > HISTORY || second - this.#seconds[0] > HISTORY) {
      this.#seconds.shift();
      this.#stages.forEach((seen) => seen.shift());
    }
    for (const [key, seen] of this.#stages) {
      if (seen.every((stage) => stage === null)) {
        this.#stages.delete(key);
      }
    }
  }
}
