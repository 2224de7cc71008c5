// A chart with what stands for it: its title, its sentence, and its numbers to read, to take along as a file, and as a picture.

const BOM = "\ufeff"; // tells a spreadsheet that the file is UTF-8

/** Returns a figure: `node`, `show(figure, note)`, and `drop` for good. A chart that is computed anew stays, paler, until its successor is there. */
function buildFigure(id, level, texts, lang) {
  const [title, lead, said, none] = [h(`h${level}`, { id: `${id}-title` }), h("p", { class: "vbp-lead" }), h("p", { class: "vbp-said" }), h("p", { class: "vbp-none" })];
  const chart = h("div", { class: "vbp-chart", id: `${id}-chart` });
  const box = h("div", { class: "vbp-box", tabindex: "0", role: "region", "aria-labelledby": title.id });
  const held = { figure: null, note: "" };
  const picture = (type) => saveChart(chart, { name: `prognose-${held.figure.id}`, type, title: held.figure.title, note: held.note });
  const button = (name, text, onclick) => h("button", { type: "button", id: `${id}-${name}`, class: "vb-button is-small", onclick }, text);
  const tools = h("p", { class: "vbp-buttons" }, button("csv", texts.csv, () => saveTable(held.figure, lang)),
    button("png", "PNG", () => picture("png")), button("svg", "SVG", () => picture("svg")));
  const drawNumbers = () => numbers.open && held.figure?.rows && reshape(box, held.figure.rows, () => drawTable(held.figure, lang));
  const numbers = h("details", { class: "vbp-numbers", ontoggle: () => drawNumbers() }, h("summary", {}, texts.numbers), tools, box);
  const node = h("section", { class: `vbp-figure is-${id.split("-").pop()}`, "aria-labelledby": title.id }, title, lead, chart, none, said, numbers);
  return {
    node, title,
    show(figure, note) {
      const kept = figure.busy && held.figure;
      setText(title, figure.title);
      node.classList.toggle("is-busy", Boolean(figure.busy));
      if (kept) return;
      held.note = note;
      held.figure = figure.none ? null : figure;
      setText(lead, figure.lead);
      setText(none, figure.none);
      setText(said, figure.text);
      for (const part of [chart, numbers]) part.hidden = Boolean(figure.none);
      if (!figure.none) drawChart(chart, { spec: figure.spec, data: figure.data, description: figure.text });
      drawNumbers();
    },
    drop() { dropChart(chart); },
  };
}

function drawTable({ title, columns, rows }, lang) {
  const formats = columns.map((column) => cellFormat(column, lang));
  return h("table", { class: "vbp-table" },
    h("caption", { class: "vb-hidden" }, title),
    h("thead", {}, h("tr", {}, columns.map(({ label, decimals }) => h("th", { scope: "col", class: decimals !== null && "is-number" }, label)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map(({ field, decimals }, index) =>
      h(index ? "td" : "th", { scope: !index && "row", class: decimals !== null && "is-number" }, formats[index](row[field])))))));
}

/** Returns how a column's cells are written: numbers as the language has them, days as they are. */
function cellFormat({ decimals }, lang) {
  if (decimals === null) return (value) => value ?? "";
  const format = new Intl.NumberFormat(lang === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: decimals });
  return (value) => (value === null || value === undefined ? "" : format.format(value));
}

/** Saves the numbers of a figure as a table with semicolons; in Danish with decimal commas, as Danish spreadsheets read them. */
function saveTable({ id, columns, rows }, lang) {
  const plain = (value) => (lang === "da" ? String(value).replace(".", ",") : String(value));
  const cell = ({ field, decimals }, row) => (decimals === null || row[field] === null ? safeCell(row[field]) : plain(Number(row[field].toFixed(4))));
  const lines = [columns.map(({ label }) => safeCell(label)), ...rows.map((row) => columns.map((column) => cell(column, row)))];
  saveDownload({ name: `prognose-${id}.csv`, type: "text/csv;charset=utf-8" }, [BOM + lines.map((line) => line.join(";")).join("\r\n") + "\r\n"]);
}

/** Returns a text as a cell that no spreadsheet takes for a formula. */
function safeCell(value) {
  const text = String(value ?? "");
  const tame = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
