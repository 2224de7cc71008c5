// The document's own table, each line as printed and as reckoned, and the saving of each centre.

/** Returns the table with its check. */
function drawFigureOne({ title, unit, years, lines, check, table }, { id, texts, behind }) {
  const row = (line, { who, texts: cells }, index) => h("tr", { class: index ? "is-reckoned" : "is-printed" },
    index === 0 && h("th", { scope: "rowgroup", rowspan: "2" }, line.label, h("span", { class: line.same ? "vbo-same" : "vbo-differs" }, line.same ? texts.same : texts.differs)),
    h("th", { scope: "row" }, who), cells.map((cell) => h("td", { class: "is-number" }, cell)));
  return [h("h2", { id: `${id}-figure1` }, title),
    h("div", { class: "vb-box vbo-open", tabindex: "0", role: "region", "aria-labelledby": `${id}-figure1` }, h("table", { class: "vbo-figure1" },
      h("caption", { class: "vb-hidden" }, table.title),
      h("thead", {}, h("tr", {}, h("td", { colspan: "2" }, unit), years.map((year) => h("th", { scope: "col", class: "is-number" }, year)))),
      lines.map((line) => h("tbody", {}, line.cells.map((cells, index) => row(line, cells, index)))))),
    h("p", { class: "vb-small" }, check), behind(table)];
}

/** Returns what each centre saves, with what is printed of it. */
function drawSplit({ split, figure_one: figureOne }, tools) {
  return [...drawOpenTable(split, tools, "is-summed"), figureOne && h("ul", { class: "vbo-list" }, figureOne.printed.map((line) => h("li", {}, line))),
    figureOne && h("p", { class: "vb-small" }, figureOne.per_citizen)];
}
