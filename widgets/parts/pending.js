// Answers just given: shown at once, and taken back when nobody has confirmed them within a few seconds.

/** Returns the answers on their way: `give`, `shown` (what to show for a question), `size`, `clear`; `onLost` for one without reply,
    of which the room tells the reader. */
function buildPending(onLost) {
  const given = new Map();
  return {
    get size() { return given.size; },
    clear() { given.clear(); },
    give(id, value) {
      const entry = { value };
      given.set(id, entry);
      setTimeout(() => given.get(id) === entry && given.delete(id) && onLost(), PATIENCE_MS);
    },
    shown(id, confirmed) {
      if (given.get(id)?.value === confirmed) given.delete(id);
      return given.has(id) ? given.get(id).value : confirmed;
    },
  };
}
