// Shortcuts: one key each, listed under "?", silent while somebody types.

import { byId, el } from "./dom.js";

/** keys: [[key, words, action]]. */
export function listen(keys) {
  const actions = new Map(keys.map(([key, , action]) => [key, action]));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog") !== null;
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.session !== "in") {
      return;
    }
    const action = actions.get(event.key);
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  });
  const fixed = [["← ↑ → ↓", "Walk between stages, or between limits"], ["Enter", "Open what has the focus"], ["Esc", "One step back"]];
  byId("help-keys").append(...[...keys, ...fixed].flatMap(([key, words]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)]));
}
