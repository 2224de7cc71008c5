// The economy: the unit, the business case, and Danmarks Statistik, one at a time. It draws the view and sends what the reader does.

function buildEconomy({ id, texts, lang, send }) {
  const tables = new Map();
  const file = texts.file;
  const behind = (table) => {
    if (!tables.has(table.id)) tables.set(table.id, buildNumbers(`${id}-${table.id}`, { texts, lang, file }));
    tables.get(table.id).show(table);
    return tables.get(table.id).node;
  };
  const tools = { id, texts, lang, file, behind, send };
  const parts = { unit: buildUnit(tools), case: buildCase(tools), statbank: buildStatbank(tools) };
  const [top, head, tabs] = [h("div", { class: "vb-top" }), h("div", { class: "vbo-head" }), h("div", { class: "vb-tabs-row" })];
  const message = h("p", { class: "vbo-message", role: "status" });
  const root = h("div", { class: "vb vb-page vb-oekonomi", tabindex: "-1", lang }, top,
    h("div", { class: "vb-main" }, head, tabs, message, Object.values(parts).map(({ node }) => node), h("p", { class: "vb-small" }, texts.supports)));
  return { root, top, head, tabs, message, parts, tools };
}

function showEconomy({ model, id, texts, top, head, tabs, message, parts, tools }) {
  const view = model.get("view");
  reshape(top, view.header, () => drawHeader(view.header, texts));
  reshape(head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead", "aria-live": "polite" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  reshape(tabs, view.tabs, () => drawTabRow(view.tabs, { id, label: texts.parts, show: (tab) => tools.send("show", { tab }) },
    h("button", { type: "button", id: `${id}-print`, class: "vb-button is-small", onclick: () => print() }, texts.print)));
  setText(message, view.message);
  for (const [name, part] of Object.entries(parts)) {
    part.node.hidden = !view[name];
    if (view[name]) part.show(view[name]);
  }
}

function leaveEconomy({ parts }) {
  for (const part of [parts.case, parts.statbank]) part.drop();
}

export default inRoom({ build: buildEconomy, show: showEconomy, leave: leaveEconomy });
