// What the ratings come to together: counts by type, how alike two raters are, and a selection that shows the whole list in small.

/** Returns a part that is drawn anew when what it shows has changed: `node`, `show(view)`. */
function buildBoard(name, draw, panel) {
  const node = h("div", { class: `vbf-board is-${name}` });
  return { node, show: (view) => reshape(node, view, () => draw(view, panel)) };
}

function drawOverview({ said, challenges, criteria, tags, spread, centres }, panel) {
  return [h("p", { class: "vbf-lead" }, said),
    h("div", { class: "vbf-two" }, drawCounts(challenges, panel), drawCounts(tags, panel)), drawCounts(criteria, panel),
    h("section", { class: "vbf-block" }, h("h2", {}, spread.title), h("p", { class: "vb-small" }, spread.said), h("div", { class: "vbf-three" }, spread.tables.map((table) => drawCounts(table, panel, 3)))),
    h("section", { class: "vbf-block" }, drawCounts(centres.table, panel), h("p", { class: "vbf-lead" }, centres.said, " ", h("a", { href: safeAddress(centres.link.href) }, centres.link.label)))];
}

/** Returns a table of counts, darker the larger the share of its row, with its file. */
function drawCounts(table, { id, texts, lang, file }, level = 2) {
  const plain = table.columns.map((column) => numberFormat(column, lang));
  const shade = (row, { field, decimals }) => {
    const whole = row.n ?? table.columns.reduce((sum, each) => sum + (each.decimals === 0 ? row[each.field] : 0), 0);
    return decimals === 0 && field !== "n" && whole ? Math.min(4, Math.ceil((4 * row[field]) / whole)) : 0;
  };
  const cell = (row, column, index) => h(index ? "td" : "th", { scope: !index && "row", class: `${column.decimals === null ? "" : "is-number"} is-tint-${shade(row, column)}` }, plain[index](row[column.field]));
  return h("section", { class: "vbf-block" }, h(`h${level}`, { id: `${id}-${table.id}` }, table.title),
    h("div", { class: "vb-box vbf-open", tabindex: "0", role: "region", "aria-labelledby": `${id}-${table.id}` },
      h("table", { class: "vb-table vbf-counts" }, h("caption", { class: "vb-hidden" }, table.title),
        h("thead", {}, h("tr", {}, table.columns.map(({ label, decimals }) => (label ? h("th", { scope: "col", class: decimals !== null && "is-number" }, label) : h("td"))))),
        h("tbody", {}, table.rows.map((row) => h("tr", {}, table.columns.map((column, index) => cell(row, column, index))))))),
    h("p", { class: "vb-tools" }, smallTool(`${id}-csv-${table.id}`, texts.csv, () => saveNumbers(table, { lang, file }))));
}

/** Returns the second rating: fields to draw by, kappa per question, and where the two differ. */
function buildAgreement(panel) {
  const [head, kappas, differ] = ["head", "kappas", "differ"].map((name) => h("div", { class: `vbf-block is-${name}` }));
  const fields = buildFields(panel);
  const draw = h("button", { type: "button", id: `${panel.id}-draw`, class: "vb-button", onclick: () => panel.send("draw") });
  const node = h("div", { class: "vbf-board is-agreement" }, head, h("div", { class: "vbf-row" }, fields.node, draw), kappas, differ);
  return { node, show({ said, fields: given, draw: label, columns, rows, none, about, table, differ: apart }) {
    reshape(head, said, () => h("p", { class: "vbf-lead" }, said));
    fields.show(given);
    setText(draw, label);
    reshape(kappas, [rows, table.title], () => [h("h2", {}, table.title), ...(rows.length ? drawKappas({ columns, rows, about, table }, panel) : [h("p", {}, none)])]);
    reshape(differ, apart, () => [h("h2", {}, apart.title), apart.rows.length ? drawDiffering(apart) : h("p", {}, apart.none)]);
  } };
}

/** Returns kappa per question: in numbers, as a mark with its interval on a line from 0 to 1, and in words; with its file. */
function drawKappas({ columns, rows, about, table }, { id, texts, lang, file }) {
  const line = ({ bar }) => h("span", { class: "vbf-kappa", "aria-hidden": "true", style: bar && `--vbf-at: ${bar.at}%; --vbf-left: ${bar.left}%; --vbf-width: ${bar.width}%` }, bar && [h("i", {}), h("b", {})]);
  const cells = rows.map((row) => [row.question, row.alike, row.kappa, line(row), row.means]);
  return [drawWide({ caption: table.title, columns, rows: cells }, WORDS), h("p", { class: "vb-small" }, about),
    h("p", { class: "vb-tools" }, smallTool(`${id}-csv-kappa`, texts.csv, () => saveNumbers(table, { lang, file })))];
}

function drawDiffering({ title, columns, rows }) {
  return drawWide({ caption: title, columns, rows: rows.map(({ person, question, first, second }) => [drawName(person), question, first, second]) }, WORDS);
}

/** Returns the selection: fields, the cells of benefits by conditions, and those drawn. */
function buildSelection(panel) {
  const [head, cells, drawn] = ["head", "cells", "drawn"].map((name) => h("div", { class: `vbf-block is-${name}` }));
  const fields = buildFields(panel);
  const node = h("div", { class: "vbf-board is-selection" }, head, h("div", { class: "vbf-row" }, fields.node), cells, drawn);
  return { node, show({ said, fields: given, cited, none, columns, rows, short, drawn: found }) {
    reshape(head, said, () => [h("p", { class: "vbf-lead" }, said), ...drawCited(cited)]);
    fields.show(given);
    reshape(cells, [none, columns, rows, short], () => (none ? h("p", { class: "vbf-refused" }, none) : [drawCells(columns, rows, said), h("p", { class: "vbf-lead" }, short)]));
    reshape(drawn, found, () => (found ? drawDrawn(found, panel) : []));
  } };
}

/** Returns those drawn as a list to read, and as a file with their references. */
function drawDrawn({ columns, rows, table }, { id, texts, lang, file }) {
  const lines = rows.map(({ person, facts }) => [drawName(person), ...facts]);
  return [h("h2", {}, table.title), h("p", { class: "vb-tools" }, smallTool(`${id}-csv-drawn`, texts.csv_drawn, () => saveNumbers(table, { lang, file }))),
    drawWide({ caption: table.title, columns, rows: lines }, WORDS)];
}

function drawCells(columns, rows, caption) {
  const cell = ({ number, of, short }) => h("td", { class: short ? "is-short" : "" }, h("strong", {}, number), h("span", {}, of));
  const table = h("table", { class: "vb-table vbf-cells" }, h("caption", { class: "vb-hidden" }, caption),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map(({ label, cells }) => h("tr", {}, h("th", { scope: "row" }, label), cells.map(cell)))));
  return h("div", { class: "vb-box vbf-open", tabindex: "0", role: "region", "aria-label": caption }, table);
}
