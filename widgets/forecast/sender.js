// What is sent to the kernel, one thing at a time: while a slider moves, only its latest place waits; what takes its time waits until it rests.

const REST_MS = 350; // a slider that has not moved for so long rests

/** Returns the way to the kernel: `send` an action at once, `slide` a number (older places of it are dropped), `pending` while an answer is
    awaited, `stop` for good. */
function buildSender(model) {
  const state = { number: model.get("view").answers, held: new Map(), tried: new Set(), rest: null };
  const pending = () => state.number !== model.get("view").answers || state.held.size > 0;
  const sendNow = (action, rest = {}) => dispatch(model, { do: action, number: ++state.number, ...rest });
  const settle = () => {
    const part = pending() ? null : model.get("view").stale.find((name) => !state.tried.has(name));
    if (!part) return;
    state.tried.add(part);
    sendNow("settle", { part });
  };
  const rest = (wait) => { clearTimeout(state.rest); state.rest = setTimeout(settle, wait); };
  const flush = () => {
    const [next] = state.held;
    if (!next || state.number !== model.get("view").answers) return;
    state.held.delete(next[0]);
    sendNow("set", { key: next[0], value: next[1] });
  };
  const answered = () => { flush(); rest(state.tried.size ? 0 : REST_MS); };
  model.on("change:view", answered);
  rest(REST_MS);
  return {
    pending,
    send(action, given) { state.tried.clear(); sendNow(action, given); },
    slide(key, value) { state.tried.clear(); state.held.delete(key); state.held.set(key, value); flush(); },
    stop() { model.off("change:view", answered); clearTimeout(state.rest); },
  };
}
