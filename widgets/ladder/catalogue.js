// The catalogue of services: every letter narrows it at once, and so does every tag; nothing leaves the page.

const FOLDS = [{ æ: "ae", ø: "oe", å: "aa" }, { æ: "a", ø: "o", å: "a" }]; // as they are written without Danish keys, and as they look

/** Returns the part: `node` and `show(catalogue)`. What was searched for stays while other parts of the page are read. */
function buildCatalogue({ id, texts }) {
  const node = h("div", { class: "vbt-part vbt-catalogue" });
  return { node, show(catalogue) { reshape(node, catalogue, () => drawCatalogue(catalogue, { id, texts })); } };
}

function drawCatalogue({ lead, note, groups, offers }, { id, texts }) {
  const picked = Object.fromEntries(groups.map((group) => [group.id, new Set()]));
  const cards = offers.map((offer) => ({ offer, card: drawOffer(offer, texts), folds: foldsOf(wordsOf(offer)) }));
  const search = h("input", { type: "search", id: `${id}-search`, class: "vbt-search", autocomplete: "off", oninput: () => narrow() });
  const found = h("p", { class: "vbt-found", role: "status" });
  const none = h("p", { class: "vb-none", hidden: true }, texts.none_found);
  const clear = h("button", { type: "button", id: `${id}-clear`, class: "vb-button is-small", onclick: () => reset() }, texts.clear);
  const tags = groups.map((group) => drawTags(group, picked[group.id], { id, narrow: () => narrow() }));
  const narrow = () => {
    const words = foldsOf(search.value).map((fold) => fold.split(/\s+/).filter(Boolean));
    const shown = cards.filter(({ offer, card, folds }) => {
      card.hidden = !(hasWords(folds, words) && hasTags(offer, picked));
      return !card.hidden;
    });
    setText(found, texts.found.replace("%(n)s", shown.length).replace("%(all)s", cards.length));
    none.hidden = shown.length > 0;
    clear.disabled = words[0].length === 0 && Object.values(picked).every((set) => set.size === 0);
  };
  const reset = () => {
    search.value = "";
    for (const set of Object.values(picked)) set.clear();
    for (const button of tags.flatMap((row) => [...row.querySelectorAll("button")])) button.setAttribute("aria-pressed", "false");
    narrow();
    search.focus();
  };
  narrow();
  return [h("p", { class: "vbt-note-lead" }, lead, " ", note),
    h("div", { class: "vbt-find" }, h("label", { for: search.id }, texts.search), search, found, clear), h("div", { class: "vbt-tags" }, tags),
    none, h("div", { class: "vbt-offers-grid" }, cards.map(({ card }) => card))];
}

function drawTags({ id: group, label, tags }, picked, { id, narrow }) {
  const button = ({ label: tag, count }, index) => {
    const press = () => {
      if (!picked.delete(tag)) picked.add(tag);
      node.setAttribute("aria-pressed", String(picked.has(tag)));
      narrow();
    };
    const node = drawPick(`${id}-${group}-${index}`, [tag, h("span", {}, String(count))], { pressed: false, press });
    return node;
  };
  return h("div", { class: "vbt-tag-row", role: "group", "aria-label": label }, h("span", { class: "vb-pick-label", "aria-hidden": "true" }, label), tags.map(button));
}

function drawOffer({ id, label, about, planned, facts, unsaid, kind, reason, source }, texts) {
  const rows = facts.flatMap((fact) => [h("dt", {}, fact.label), h("dd", {}, fact.value)]);
  return h("article", { class: `vbt-offer${planned ? " is-planned" : ""}`, "aria-labelledby": `vbt-offer-${id}` },
    h("h2", { id: `vbt-offer-${id}` }, label, planned && h("span", { class: "vb-kind" }, planned)),
    h("p", {}, about), h("dl", { class: "vb-facts" }, rows),
    unsaid && h("p", { class: "vbt-unsaid" }, `${texts.unsaid}: ${unsaid}.`),
    h("p", { class: "vb-source" }, h("span", { class: "vb-kind" }, kind), ` ${reason} ${texts.source}: ${source}`));
}

/** Returns all that can be searched for in an offer. */
function wordsOf({ label, about, planned, facts, reason }) {
  return [label, about, planned, reason, ...facts.map(({ value }) => value)].filter(Boolean).join(" ");
}

/** Returns a text in the ways it may be written: small letters, without accents, without Danish keys, a provision as one word. */
function foldsOf(text) {
  return FOLDS.map((fold) => text.toLowerCase().replace(/§\s*(\d+)(\s*[a-d]\b)?/g, (found) => found.replaceAll(/\s/g, "")).replace(/[æøå]/g, (letter) => fold[letter]).normalize("NFD").replace(/\p{M}/gu, ""));
}

/** Returns whether every word stands in the text, both written in the same way. */
function hasWords(folds, words) {
  return folds.some((fold, index) => words[index].every((word) => fold.includes(word)));
}

/** Returns whether an offer has one of the picked tags of every group in which some are picked. */
function hasTags({ tags }, picked) {
  return Object.entries(picked).every(([group, set]) => set.size === 0 || tags[group].some((tag) => set.has(tag)));
}
