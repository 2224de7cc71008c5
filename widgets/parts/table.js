// Tables of texts. The numbers behind a drawing have a table of their own.

const WORDS = { kind: () => null }; // for a table without numbers

/** Returns a table whose first column heads its rows; `kind(column, row)` names the class of a cell (in the head there is no row), and a `titled` table shows its caption. */
function drawTexts({ caption, columns, rows }, { kind = numberKind, titled = false } = {}) {
  return h("table", { class: "vb-table" }, h("caption", { class: !titled && "vb-hidden" }, caption),
    h("thead", {}, h("tr", {}, columns.map((name, index) => (name ? h("th", { scope: "col", class: kind(index) }, name) : h("td"))))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((text, index) => h(index ? "td" : "th", { scope: !index && "row", class: kind(index, row) }, text))))));
}

/** Returns the table in a box that scrolls where its place is too narrow. */
function drawWide(table, how) {
  return h("div", { class: "vb-box", tabindex: "0", role: "region", "aria-label": table.caption }, drawTexts(table, how));
}

/** Returns what a cell is where every column but the first holds numbers. */
function numberKind(index) {
  return index > 0 && "is-number";
}
