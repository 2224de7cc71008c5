// Numbers to set, what stands beside a number, and tables: the small pieces that the parts of the page are made of.

/** Returns fields: `node`, and `show(entries)`. What is being written is left alone. */
function buildEntries(tools, name = "") {
  const held = new Map();
  const node = h("div", { class: `vbo-entries ${name}` });
  const shown = (entry) => {
    if (!held.has(entry.key)) held.set(entry.key, buildEntry(entry, tools));
    held.get(entry.key).show(entry);
    return held.get(entry.key).node;
  };
  return { node, show(entries) {
    const nodes = entries.map(shown);
    if (nodes.length !== node.children.length || nodes.some((each, index) => each !== node.children[index])) node.replaceChildren(...nodes);
  } };
}

function buildEntry({ key, id: name, label, unit }, { id, send }) {
  const own = `${id}-${name}`;
  let writing = false;
  const input = h("input", { id: own, class: "vbo-value", inputmode: key === "phase_in" ? "text" : "decimal", autocomplete: "off", "aria-describedby": `${own}-said`,
    oninput: () => { writing = true; }, onchange: () => { writing = false; send("set", { key, value: input.value }); } });
  const [refused, before] = [h("strong", { class: "vbo-refused" }), h("span", { class: "vbo-before" })];
  const node = h("div", { class: "vbo-entry" }, h("label", { for: own }, label), h("span", { class: "vbo-given" }, input, unit && h("span", {}, unit)),
    h("p", { id: `${own}-said`, class: "vbo-said", role: "status" }, refused, before));
  return { node, show(entry) {
    node.classList.toggle("is-changed", entry.changed);
    if (!writing) input.value = entry.text;
    input.setAttribute("aria-invalid", String(Boolean(entry.refused)));
    setText(refused, entry.refused);
    setText(before, entry.before);
  } };
}

/** Returns the big numbers of a row of cards: each a title (of that level), its numbers, how they moved, and what stands below. */
function drawCards(cards, level = "h2") {
  const cell = ({ when, number }) => h("div", {}, when && h("dt", {}, when), h("dd", {}, number));
  return cards.map(({ title, cells, change, notes }) => h("section", { class: "vbo-card" }, title && h(level, {}, title),
    h("dl", {}, cells.map(cell), change && h("div", { class: "vbo-change" }, h("dd", {}, change))), notes));
}

/** Returns where numbers come from, small. */
function drawCited(found) {
  return found.map(({ kind, source, reason }) => h("p", { class: "vbo-cited" }, h("span", { class: "vb-kind" }, kind), ` ${[source, reason].filter(Boolean).join(". ")}`));
}

/** Returns what the documents leave open, the first of it in full and the rest behind a button. */
function drawCaveats(found, texts) {
  const [first, ...rest] = found.map(({ label, found: said, text }) => h("div", { class: "vb-guard vbo-caveat" }, h("p", {}, h("strong", {}, label)), h("p", {}, said), h("p", {}, text)));
  return [first, rest.length > 0 && h("details", { class: "vbo-more" }, h("summary", {}, `${texts.caveats} (+${rest.length})`), rest)].filter(Boolean);
}

/** Returns a table that is always seen, with its file. */
function drawOpenTable(table, { id, texts, lang, file }, name = "") {
  return [h("h2", {}, table.title), h("div", { class: `vb-box vbo-open ${name}`, tabindex: "0", role: "region", "aria-label": table.title }, drawNumbers(table, lang)),
    h("p", { class: "vb-tools" }, smallTool(`${id}-csv-${table.id}`, texts.csv, () => saveNumbers(table, { lang, file })))];
}

/** Returns a list to choose from. */
function drawSelect(label, choices, { id, pick }) {
  const select = h("select", { id, class: "vbo-select", onchange: () => pick(select.value) }, choices.map((each) => h("option", { value: each.id, selected: each.current }, each.label)));
  return [h("label", { for: id, class: "vbo-soft" }, label), select];
}
