// The business case: its numbers to set on the left, what they come to on the right; below the document's own table and its other readings.

/** Returns the part: `node`, `show(view)`, and `drop` for good. */
function buildCase(tools) {
  const { id, texts, lang, file, send } = tools;
  const [first, investment, rest] = ["", "is-years", ""].map((name) => buildEntries(tools, name));
  const [cards, figureOne, split, choices, readings, grid, left] = ["cards", "figure-one", "split", "choices", "readings", "grid", "left"].map((name) => h("div", { class: `vbo-${name}` }));
  const chart = buildDrawing(`${id}-chart`, 2, { texts, lang, file });
  const years = h("div", { class: "vbo-years" });
  const reset = h("button", { type: "button", id: `${id}-reset`, class: "vb-button is-small", onclick: () => send("reset") });
  const further = h("details", { class: "vbo-more" }, h("summary", {}, texts.rest), rest.node);
  let opened = false;
  const fields = h("section", { class: "vbo-fields", "aria-label": texts.parameters }, h("h2", {}, texts.parameters), first.node,
    h("h3", { id: `${id}-investment` }, texts.investment), h("div", { role: "group", "aria-labelledby": `${id}-investment` }, investment.node), further, h("p", {}, reset));
  const node = h("div", { class: "vbo-case" },
    h("div", { class: "vbo-work" }, h("div", { class: "vbo-given-here" }, fields, choices), h("div", { class: "vbo-comes" }, cards, chart.node, figureOne)),
    h("div", { class: "vbo-two is-wide" }, grid, split), readings, h("div", { class: "vbo-two is-wide" }, years, left));
  return { node, drop: chart.drop, show(view) {
    const { entries } = view;
    if (view.own && !opened) opened = further.open = true;
    first.show(entries.first);
    investment.show(entries.investment);
    rest.show(entries.rest);
    setText(reset, view.own ? texts.reset_own : texts.reset);
    reset.hidden = !view.edited;
    reshape(cards, view.cards, () => drawCards(view.cards.map(({ title, number, note, before }) => ({ title, cells: [{ number }],
      notes: [h("p", { class: "vbo-cited" }, note), before && h("p", { class: "vbo-before" }, `${texts.document}: ${before}`)] }))));
    chart.show(view.chart);
    reshape(figureOne, view.figure_one, () => view.figure_one && drawFigureOne(view.figure_one, tools));
    reshape(split, [view.split, view.figure_one], () => drawSplit(view, tools));
    reshape(choices, view.choices, () => view.choices.length > 0 && drawChoices(view.choices, tools));
    reshape(readings, view.readings, () => view.readings && drawOpenTable(view.readings, tools, "vbo-readings-table"));
    reshape(grid, view.grid, () => view.grid && drawGrid(view.grid, tools));
    reshape(left, [view.not_costed, view.caveats], () => drawLeft(view, texts));
    reshape(years, view.years, () => drawOpenTable(view.years, tools));
  } };
}

function drawChoices(choices, { id, texts, send }) {
  const option = (group, { id: name, label, current }) => h("label", { class: "vb-answer" },
    h("input", { type: "radio", id: `${id}-${group}-${name || "som"}`, name: `${id}-${group}`, checked: current, onchange: () => send("choose", { group, alternative: name }) }), h("span", {}, label));
  const choice = ({ id: group, label, found, options, own }) => h("fieldset", { class: "vbo-choice" }, h("legend", {}, label),
    found && h("p", { class: "vbo-cited" }, found), h("div", { class: "vb-answers" }, options.map((each) => option(group, each)), own && h("span", { class: "vbo-soft" }, own)),
    h("p", { class: "vbo-reason" }, options.find(({ current }) => current)?.reason));
  return [h("h2", {}, texts.readings), ...choices.map(choice)];
}

function drawGrid({ title, columns, rows, legend, table }, { id, texts, behind }) {
  const cell = ({ text, payback, tint, costs, own }) => h("td", { class: `is-tint-${tint} ${costs ? "is-cost" : ""} ${own ? "is-own" : ""}` }, h("strong", {}, text), h("span", {}, payback));
  const head = h("tr", {}, h("th", { scope: "col" }, `${texts.by_saving} \\ ${texts.by_investment}`), columns.map((column) => h("th", { scope: "col" }, column)));
  return [h("h2", { id: `${id}-grid` }, title),
    h("div", { class: "vb-box vbo-open", tabindex: "0", role: "region", "aria-labelledby": `${id}-grid` }, h("table", { class: "vbo-heat" }, h("caption", { class: "vb-hidden" }, legend), h("thead", {}, head),
      h("tbody", {}, rows.map(({ label, cells }) => h("tr", {}, h("th", { scope: "row" }, label), cells.map(cell)))))),
    h("p", { class: "vb-small" }, legend), behind(table)];
}

function drawLeft({ not_costed: notCosted, caveats }, texts) {
  const item = ({ label, reason, source }) => h("li", {}, h("strong", {}, label), ` ${reason} `, h("span", { class: "vbo-cited" }, source));
  return [notCosted.length > 0 && h("h2", {}, texts.not_costed), notCosted.length > 0 && h("ul", { class: "vbo-list" }, notCosted.map(item)),
    caveats.length > 0 && h("h2", {}, texts.other_caveats), ...drawCaveats(caveats, texts)];
}
