// The saved scenarios: tabs, saving and letting go, and two or three side by side.

/** Returns the tabs with what can be done to the one that is open; `naming` ({ name }) shows the field for a
    new name, and holds what has been written there when the tabs are drawn anew. */
function drawScenarios({ scenarios, texts, changes }, { id, sender, naming, setNaming }) {
  const { tabs, name, edited, saved } = scenarios;
  const button = (what, text, onclick, kind = "") => h("button", { type: "button", id: `${id}-${what}`, class: `vb-button is-small ${kind}`, onclick }, text);
  const tab = (each, index) => h("button", { type: "button", id: `${id}-tab-${index}`, class: "vb-tab", "aria-current": each.current && "true",
    onclick: () => sender.send("open", { name: each.name }) }, each.label, each.current && edited && h("em", {}, ` · ${texts.edited}`));
  return [
    h("nav", { class: "vb-tabs", "aria-label": texts.scenarios }, tabs.map(tab)),
    h("div", { class: "vbp-buttons" },
      edited && button("undo", name ? texts.undo : texts.undo_base, () => sender.send("reset", { key: "" })),
      edited && name && button("save", texts.save, () => sender.send("save", { name })),
      changes && !naming && button("save-as", texts.save_as, () => setNaming({ name: "" }), edited ? "is-primary" : ""),
      changes && naming && drawNaming(texts, naming, { id, sender, setNaming }),
      name && button("delete", texts.delete, () => sender.send("delete")),
      button("print", texts.print, () => print())),
    (changes || saved) && h("p", { class: "vb-small" }, [changes, saved].filter(Boolean).join(" ")),
  ].filter(Boolean);
}

function drawNaming(texts, naming, { id, sender, setNaming }) {
  const field = h("input", { id: `${id}-name`, value: naming.name, oninput: () => { naming.name = field.value; }, maxlength: "60", required: true, autocomplete: "off", "aria-label": texts.save_name, placeholder: texts.save_name });
  const save = (event) => { event.preventDefault(); setNaming(null); sender.send("save", { name: field.value }); };
  return h("form", { class: "vbp-naming", onsubmit: save }, field, h("button", { type: "submit", class: "vb-button is-small is-primary" }, texts.save),
    h("button", { type: "button", class: "vb-button is-small", onclick: () => setNaming(null) }, texts.cancel));
}

/** Returns the choice of scenarios and, when some are chosen, their headline numbers as a table. */
function drawComparison({ choices, table }, texts, { id, sender }) {
  const choice = ({ name, label, pressed }, index) => drawPick(`${id}-beside-${index}`, label, { pressed, press: () => sender.send("compare", { name }) });
  return [h("p", { class: "vb-small" }, texts.beside_help), h("div", { class: "vb-picks", role: "group", "aria-label": texts.beside }, choices.map(choice)), table && drawSideBySide(table, texts)].filter(Boolean);
}

function drawSideBySide({ caption, names, rows }, texts) {
  const cell = ({ number, range, change }) => h("td", {}, h("strong", {}, number), ` (${range})`, change && h("span", { class: "vbp-change" }, `${texts.change} ${change}`));
  return h("table", { class: "vb-table vbp-sides" }, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, h("td"), names.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map(({ title, cells }) => h("tr", {}, h("th", { scope: "row" }, title), cells.map(cell)))));
}
