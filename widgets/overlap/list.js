// The citizens on the list as the browser holds them: who they are, what has been said of each, what is on its way to the register.

const PATIENCE_OF_A_RATING_MS = 4000;

/** Returns the list; `by(id)` names another rater, whose rating nobody sees. `people` in their order, `given` the stored ratings by citizen; `onLost(citizen)` for one that nobody confirmed. */
function buildList(people, given, onLost) {
  const places = new Map(people.map(({ id }, index) => [id, index]));
  const [stored, drafts, sent] = [new Map(Object.entries(given)), new Map(), new Map()];
  const rated = (id) => sent.has(id) || stored.has(id);
  const by = (id) => (sent.has(id) ? null : stored.get(id)?.by ?? null);
  const saved = (id) => sent.get(id)?.rating ?? (by(id) ? null : stored.get(id)) ?? null;
  const at = (index) => people[(index + people.length) % people.length];
  const forget = (id) => { clearTimeout(sent.get(id)?.timer); sent.delete(id); };
  return {
    rated, saved, by,
    person: (id) => people[places.get(id)],
    isSent: (id) => sent.has(id),
    isWaiting: () => sent.size > 0,
    isDraft: (id) => drafts.has(id),
    shown: (id) => drafts.get(id) ?? saved(id),
    draft(id, rating) { drafts.set(id, rating); },
    drop(id) { drafts.delete(id); },
    step: (id, by) => at(places.get(id) + by).id,
    /** The next citizen after `id`, going round, whom nobody has rated; null when all are. */
    unrated(id) {
      const start = places.get(id) + 1;
      return people.map((_, offset) => at(start + offset).id).find((each) => !rated(each)) ?? null;
    },
    send(id, rating, number) {
      drafts.delete(id);
      forget(id);
      sent.set(id, { rating, number, timer: setTimeout(() => onLost(id), PATIENCE_OF_A_RATING_MS) });
    },
    /** Takes in what the kernel has said up to its answer `number`: the latest changes, each a citizen with a rating or null. */
    confirm(number, changes) {
      for (const [id, entry] of sent) if (entry.number <= number) forget(id);
      for (const [id, rating] of changes) {
        if (JSON.stringify(drafts.get(id)) === JSON.stringify(rating)) drafts.delete(id);
        if (rating) stored.set(id, rating); else stored.delete(id);
      }
    },
    stop() { for (const id of [...sent.keys()]) forget(id); },
  };
}
