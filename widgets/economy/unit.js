// The unit: its budget then and now, what was spent, and what would pay for it.

/** Returns the part: `node`, and `show(view)`. */
function buildUnit(tools) {
  const [published, spent, picks, result] = ["vbo-published", "vbo-spent", "vb-pick-row", "vbo-result"].map((name) => h("div", { class: name }));
  const { texts } = tools;
  const entries = buildEntries(tools);
  const title = h("h2", { id: `${tools.id}-balance` });
  const balance = h("section", { class: "vbo-balance", "aria-labelledby": title.id }, title, picks, h("div", { class: "vbo-reckon" }, entries.node, result));
  return { node: h("div", { class: "vbo-unit" }, published, spent, balance), show({ published: unit, spent: years, balance: found }) {
    for (const [part, shown] of [[published, unit], [spent, years], [picks, found.budgets.length]]) part.hidden = !shown;
    if (unit) reshape(published, unit, () => drawPublished(unit, tools));
    if (years) reshape(spent, years, () => drawSpent(years, tools));
    setText(title, texts.balance);
    reshape(picks, found.budgets, () => drawPicks("budget", found.budgets, { id: tools.id, label: texts.reckon_on, pick: (name) => tools.send("budget", { name }) }));
    entries.show(found.entries);
    reshape(result, [found.cards, found.sentence, found.table, found.per_course], () => drawBalance(found, tools));
  } };
}

function drawPublished({ cards, budgets, volumes, caveats }, tools) {
  const shown = cards.map(({ cited, notes, ...card }) => ({ ...card, notes: [...drawCited(cited), ...notes.map((note) => h("p", { class: "vbo-cited" }, note))] }));
  return [h("div", { class: "vbo-cards" }, drawCards(shown)),
    h("div", { class: "vbo-two" },
      h("div", { class: "vbo-block" }, budgets.map((budget) => drawBudget(budget, tools)).flat(), drawCaveats(caveats, tools.texts)),
      h("div", { class: "vbo-block" }, drawOpenTable(volumes, tools)))];
}

function drawBudget({ table, check }, { lang, behind }) {
  const [kr, percent] = table.columns.slice(1, 3).map((column) => numberFormat(column, lang));
  const line = (row) => h("tr", { style: `--vbo-share: ${row.share / 100}` }, h("th", { scope: "row" }, row.post),
    h("td", { class: "vbo-bar", "aria-hidden": "true" }, h("i")), h("td", { class: "is-number" }, kr(row.kr)), h("td", { class: "is-number" }, `${percent(row.share)} %`));
  const [first, share] = table.columns.slice(1, 3);
  return [h("h2", {}, table.title),
    h("table", { class: "vbo-lines" }, h("caption", { class: "vb-hidden" }, table.title),
      h("thead", { class: "vb-hidden" }, h("tr", {}, [table.columns[0].label, "", first.label, share.label].map((label) => (label ? h("th", { scope: "col" }, label) : h("td"))))),
      h("tbody", {}, table.rows.map(line))),
    h("p", { class: "vb-small" }, check), behind(table)];
}

function drawSpent({ title, cells, change, check, caveats, cited, table }, { texts, behind }) {
  return [h("div", { class: "vbo-block" }, h("h2", {}, title), h("div", { class: "vbo-cards is-one" }, drawCards([{ title: "", cells, change, notes: [h("p", { class: "vbo-cited" }, check), ...drawCited(cited)] }])), behind(table)),
    h("div", { class: "vbo-block" }, drawCaveats(caveats, texts))];
}

function drawBalance({ cards, sentence, table, per_course: perCourse }, tools) {
  const shown = cards.map(({ number, note }) => ({ title: note, cells: [{ number }], notes: [] }));
  return [perCourse && h("p", { class: "vbo-soft" }, perCourse), cards.length > 0 && h("div", { class: "vbo-cards" }, drawCards(shown, "h3")),
    h("p", { class: cards.length ? "vb-small" : "vbo-ask" }, sentence), table && h("div", { class: "vbo-block" }, drawOpenTable(table, tools))];
}
