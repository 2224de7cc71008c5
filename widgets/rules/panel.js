// The rules panel: keeps its regions, fills each anew when its part of the view has changed, and leaves the keyboard where it was.

function buildRules({ model, lang, send }) {
  const current = () => model.get("view");
  const [top, head, tables, title, proof, changes, save, compare, below] =
    ["div", "div", "nav", "div", "section", "section", "section", "section", "section"].map((tag) => h(tag));
  const box = h("div", { id: "vbr-box", class: "vbr-box", tabindex: "0", role: "region" });
  const said = h("p", { id: "vbr-said", role: "status" });
  const editor = buildEditor(current, send);
  let pointed = null;
  const point = (finding) => {
    pointed = pointed === finding.text ? null : finding.text;
    show();
    const row = pointed && document.getElementById(`vbr-row-${finding.rules[0]}`);
    if (row) revealIn(box, row);
  };
  const show = () => {
    const view = current();
    const found = view.proof.findings.find(({ text }) => text === pointed);
    reshape(top, view.header, () => drawHeader(view.header, view.texts));
    reshape(head, [view.sentence, view.municipalities], () => [h("p", { class: "vbr-lead" }, view.sentence), drawSwitch(view.texts.municipality, view.municipalities)]);
    reshape(tables, view.tables, () => h("ul", {}, view.tables.map((table) => drawTableButton(table, view.texts, send))));
    reshape(title, [view.table.label, view.editing, view.can_undo, view.changes !== null], () => drawTitle(view, send));
    reshape(box, [view.table, view.editing, found?.rules], () => drawBody(view, { pointed: found?.rules ?? [], open: editor.open, send }));
    reshape(proof, [view.proof, pointed], () => drawProof(view, { pointed, point, send }));
    reshape(changes, view.changes, () => drawChanges(view, send));
    reshape(save, [view.save, view.editing], () => (view.editing ? buildSave(view, send) : []));
    reshape(below, view.silent, () => drawSilent(view));
    reshape(compare, [view.versions, view.compared], () => drawCompare(view, send));
    drawSaid(said, view.message);
    tables.setAttribute("aria-label", view.texts.tables);
    box.setAttribute("aria-label", view.table.label);
    editor.sync();
  };
  const marks = [[top, "vb-top"], [head, "vbr-head"], [tables, "vbr-tables"], [title, "vbr-title"], [proof, "vbr-proof"], [changes, "vbr-changes"], [save, "vbr-save"], [compare, "vbr-compare"]];
  for (const [node, name] of marks) node.className = name;
  const work = h("div", { class: "vbr-work" }, h("div", { class: "vbr-left" }, title, said, box), h("aside", { class: "vbr-aside" }, proof, changes, save, compare));
  const root = h("div", { class: "vb vb-page vb-regler", lang }, top, h("div", { class: "vb-main" }, head, tables, work, below), editor.node);
  root.addEventListener("keydown", (event) => undoByKey(event, current(), send));
  return { root, box, draw: show };
}

function drawTableButton({ id, label, rules, proven, changed, current }, texts, send) {
  const state = [rules, proven ? `✓ ${texts.proven}` : `! ${texts.unproven}`, changed && texts.changed].filter(Boolean).join(" · ");
  return h("li", {}, h("button", { type: "button", id: `vbr-table-${id}`, class: `vbr-table${proven ? "" : " is-unproven"}`, "aria-current": current && "true",
    onclick: () => send("show", { table: id }) }, h("strong", {}, `${id} `, h("span", {}, label)), h("span", { class: "vbr-state" }, state)));
}

function drawTitle({ table, editing, can_undo: canUndo, changes, texts }, send) {
  const button = (name, shown, action = name) => shown && h("button", { type: "button", id: `vbr-do-${action}`, class: "vb-button is-small", onclick: () => send(action) }, texts[name]);
  return [h("h2", { tabindex: "-1" }, `${table.id} ${table.label}`),
    h("div", { class: "vbr-row" }, button("undo", editing && canUndo), button("discard", editing && changes), button(editing ? "read" : "edit", true, "edit"),
      button("sheet", true), drawUpload(texts, send))];
}

/** Returns the way in for a spreadsheet: a button round a real file field. */
function drawUpload(texts, send) {
  const input = h("input", { type: "file", id: "vbr-file", accept: ".xlsx", onchange: async () => {
    if (input.files[0]) send("take_sheet", { name: input.files[0].name }, [await input.files[0].arrayBuffer()]);
  } });
  return h("label", { class: "vb-button is-small vb-choose" }, texts.take_sheet, input);
}

function drawBody(view, tools) {
  if (view.table.sections.length) return drawGrid(view, tools);
  return h("p", {}, h("button", { type: "button", id: "vbr-first", class: "vb-button", onclick: () => tools.send("add", { after: "" }) }, view.texts.first_rule));
}

function drawSaid(said, message) {
  said.className = `vbr-said is-${message?.tone ?? "none"}`;
  reshape(said, message, () => (message ? [h("span", {}, message.text), message.link && h("a", { href: message.link.href }, message.link.label)].filter(Boolean) : []));
}

/** Takes back the last edit: Ctrl+Z (or Cmd+Z), unless text is being written. */
function undoByKey(event, { can_undo: canUndo }, send) {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "z" || isTyping(event.target) || !canUndo) return;
  event.preventDefault();
  send("undo");
}

export default inRoom({ build: buildRules, show: ({ draw }) => draw(), fallback: ({ box }) => box, entries: ".vbr-table" });
