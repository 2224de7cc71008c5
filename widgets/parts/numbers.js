// Tables of numbers behind their button, to read and to take along as a file.

const SHEET_MARK = "\ufeff"; // tells a spreadsheet that the file is UTF-8

/** Returns a table behind its button, with a file of the same numbers: `node`, and `show(table)`. `more` are further buttons. */
function buildNumbers(id, { texts, lang, file }, more = []) {
  const held = { table: null };
  const box = h("div", { class: "vb-box", tabindex: "0", role: "region" });
  const tools = h("p", { class: "vb-tools" }, smallTool(`${id}-csv`, texts.csv, () => saveNumbers(held.table, { lang, file })), more);
  const draw = () => node.open && held.table && reshape(box, held.table, () => drawNumbers(held.table, lang));
  const node = h("details", { class: "vb-numbers", id: `${id}-numbers`, ontoggle: () => draw() }, h("summary", {}, texts.numbers), tools, box);
  return { node, show(table) {
    held.table = { id: table.id, title: table.title, columns: table.columns, rows: table.rows };
    box.setAttribute("aria-label", table.title);
    draw();
  } };
}

function smallTool(id, text, onclick) {
  return h("button", { type: "button", id, class: "vb-button is-small", onclick }, text);
}

/** Returns a table of numbers under its hidden caption. */
function drawNumbers({ title, columns, rows }, lang) {
  const formats = columns.map((column) => numberFormat(column, lang));
  const isNumber = ({ decimals }) => decimals !== null && "is-number";
  return h("table", { class: "vb-table" },
    h("caption", { class: "vb-hidden" }, title),
    h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col", class: isNumber(column) }, column.label)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((column, index) =>
      h(index ? "td" : "th", { scope: !index && "row", class: isNumber(column) }, formats[index](row[column.field])))))));
}

/** Returns how a column's cells are written: numbers as the language has them, texts as they are. */
function numberFormat({ decimals }, lang) {
  if (decimals === null) return (value) => value ?? "";
  const format = numberText(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) => (value === null || value === undefined ? "" : format(value));
}

/** Returns how the language writes numbers, with the minus sign that Python's texts have; `options` are those of Intl.NumberFormat. */
function numberText(lang, options) {
  const format = new Intl.NumberFormat(lang === "da" ? "da-DK" : "en-GB", { signDisplay: "negative", ...options });
  return (value) => format.format(value).replace("-", "−");
}

/** Saves a table with semicolons; in Danish with decimal commas, as Danish spreadsheets read them. */
function saveNumbers({ id, columns, rows }, { lang, file }) {
  const plain = (value) => (lang === "da" ? String(value).replace(".", ",") : String(value));
  const cell = ({ field, decimals }, row) => (decimals === null || row[field] === null ? sheetCell(row[field]) : plain(Number(row[field].toFixed(4))));
  const lines = [columns.map(({ label }) => sheetCell(label)), ...rows.map((row) => columns.map((column) => cell(column, row)))];
  saveDownload({ name: `${file}-${id}.csv`, type: "text/csv;charset=utf-8" }, [SHEET_MARK + lines.map((line) => line.join(";")).join("\r\n") + "\r\n"]);
}

/** Returns a text as a cell that no spreadsheet takes for a formula. */
function sheetCell(value) {
  const text = String(value ?? "");
  const tame = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
