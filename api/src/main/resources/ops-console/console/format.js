// Figures as people read them: short, of one width, with the unit last.

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const units = { COUNT: "items", PER_SECOND: "a second", MILLIS: "ms", PERCENT: "%" };

/** 980, 12,400, 124k, 1.2M. */
export function count(value) {
  if (value >= 1e6) {
    return `${tenth.format(value / 1e6)}M`;
  }
  return value >= 1e5 ? `${whole.format(value / 1e3)}k` : whole.format(value);
}

/** Things in a second: one decimal below ten, because one in two seconds is not none. */
export function rate(value) {
  if (value === 0) {
    return "0";
  }
  return value < 10 ? tenth.format(Math.max(value, 0.1)) : count(value);
}

/** 0, 3.1 ms, 480 ms, 1.2 s, 12 min. */
export function millis(value) {
  if (value === 0) {
    return "0 ms";
  }
  if (value < 10) {
    return `${tenth.format(Math.max(value, 0.1))} ms`;
  }
  if (value < 1000) {
    return `${whole.format(value)} ms`;
  }
  return value < 60_000 ? `${tenth.format(value / 1000)} s` : `${whole.format(value / 60_000)} min`;
}

/** Milliseconds without their unit, for a column that names it. */
export function bareMillis(value) {
  return value !== 0 && value < 10 ? tenth.format(Math.max(value, 0.1)) : whole.format(value);
}

/** A limit's value, exactly. */
export function exact(value) {
  return whole.format(value);
}

/** What a limit counts. */
export function unitWords(unit) {
  return units[unit] ?? String(unit).toLowerCase();
}

/** "4 s ago", "3 min ago", "2 h ago", "5 d ago". */
export function ago(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s ago`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min ago`;
  }
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h ago` : `${Math.floor(seconds / 86_400)} d ago`;
}

/** "4:59" until something ends; "now" when it should have. */
export function countdown(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 0) {
    return "now";
  }
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60
    ? `${Math.floor(minutes / 60)} h ${minutes % 60} min`
    : `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

/** An operator's id is long; its beginning tells people apart. */
export function who(changedBy) {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(changedBy) ? `${changedBy.slice(0, 8)}…` : changedBy;
}

/** The wall clock of the person who looks. */
export function clock(date) {
  return date.toLocaleTimeString("en-GB");
}
