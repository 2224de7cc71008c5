// The success criteria as tiles, and the smaller cards of the scores.

/** Returns the tiles: `node`, `show(criteria)` and no drawings; what is opened stays open while its tile is drawn anew. */
function buildCriteria(panel) {
  const { id } = panel;
  const [tiles, none] = [h("div", { class: "vbo-tiles" }), h("p", { class: "vb-none" })];
  const numbers = buildNumbers(`${id}-criteria`, panel);
  const opened = new Set();
  return {
    node: h("div", { class: "vbo-criteria" }, none, tiles, numbers.node), drawings: [],
    show(criteria) {
      setText(none, criteria.none);
      none.hidden = !criteria.none;
      numbers.node.hidden = !criteria.tiles.length;
      reshape(tiles, criteria.tiles, () => criteria.tiles.map((tile) => drawTile(tile, panel, opened)));
      if (criteria.table) numbers.show(criteria.table);
    },
  };
}

function drawTile(tile, { id, texts }, opened) {
  const how = h("details", { class: "vbo-how", id: `${id}-how-${tile.id}`, open: opened.has(tile.id), ontoggle: () => (how.open ? opened.add(tile.id) : opened.delete(tile.id)) },
    h("summary", {}, texts.how), drawDefinition(tile, texts));
  return h("article", { class: `vbo-tile${tile.told ? "" : " is-untold"}`, "aria-labelledby": `${id}-tile-${tile.id}` },
    h("h3", { id: `${id}-tile-${tile.id}` }, tile.label),
    h("p", { class: "vbo-number" }, h("strong", {}, tile.number), tile.sure && h("span", {}, tile.sure)),
    h("p", { class: "vbo-before" }, tile.before),
    h("ul", { class: "vbo-lines" }, tile.lines.map((line) => h("li", {}, line))), how);
}

function drawDefinition(tile, texts) {
  const fact = (label, ...value) => [h("dt", {}, label), h("dd", {}, value)];
  return h("div", { class: "vbo-definition" }, h("p", {}, tile.definition),
    h("dl", {}, fact(texts.counted, tile.numerator), fact(texts.of, tile.denominator),
      fact(texts.source, h("span", { class: "vb-kind" }, tile.kind), ` ${tile.reason} `, h("span", { class: "vb-source" }, tile.source))),
    tile.flow.length > 0 && drawTexts({ caption: texts.flow, columns: [texts.from, texts.to, texts.courses], rows: tile.flow }));
}

/** Returns a card: its label, one number, what it is of, and how sure it is. */
function drawCard({ label, number, of, sure }) {
  return h("div", { class: "vbo-card" }, h("h3", {}, label), h("strong", {}, number), h("p", {}, of), sure && h("p", {}, sure));
}
