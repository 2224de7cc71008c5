// Text that is being written: sent a moment after the last key, at the latest after two seconds, when the field is left, and before
// any other action.

const DRAFT_MS = 400;
const LATEST_MS = 2000;

/** Returns the drafts of one panel: `field` builds a labelled text area, `sync` shows a value, `flush` sends what waits. */
function buildDrafts(send) {
  const waiting = new Map();
  const flush = () => {
    for (const [name, { value, timer }] of waiting) {
      clearTimeout(timer);
      send(name, value);
    }
    waiting.clear();
  };
  const write = (name, value) => {
    const { timer, latest = performance.now() + LATEST_MS } = waiting.get(name) ?? {};
    clearTimeout(timer);
    waiting.set(name, { value, latest, timer: setTimeout(flush, Math.min(DRAFT_MS, latest - performance.now())) });
  };
  const field = (name, id, label) => {
    const area = h("textarea", { id, rows: "2", autocomplete: "off" });
    area.addEventListener("input", () => write(name, area.value));
    area.addEventListener("blur", flush);
    return [h("label", { for: id }, label), area];
  };
  // A field that has the caret or unsent text is its writer's: the view never overwrites it.
  const sync = (name, area, value) => {
    if (area && area !== document.activeElement && !waiting.has(name) && area.value !== value) area.value = value;
  };
  return { field, sync, flush };
}
