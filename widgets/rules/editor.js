// The small editor of one cell. It stays open while the proof is shown anew, and gives the keyboard back to its cell.

const EDITORS = { cell: editAnswers, then: editOutcome, kind: editKind, text: editText, dates: editDates, source: editSources, section: editSection, heading: editHeading };
const EDITOR_GAP = 6; // pixels between a cell and its editor

/** Returns the editor: `node`, `open(button, what)`, and `sync()` after a new view; `current()` gives the view. */
function buildEditor(current, send) {
  const node = h("div", { id: "vbr-editor", class: "vbr-editor", popover: "auto", role: "dialog" });
  let at = null;
  const draw = (refused) => {
    const { table, texts } = current();
    const rule = table.sections.flatMap(({ rules }) => rules).find(({ id }) => id === at.what.rule);
    if (!rule) return node.hidePopover();
    const close = h("button", { type: "button", id: "vbr-close", class: "vb-button is-small", onclick: () => node.hidePopover() }, texts.close);
    const context = { rule, table, texts, send, what: at.what, close: () => node.hidePopover() };
    const written = refused ? writtenIn(node) : [];
    keepFocus(node, () => reshape(node, [at.what, rule, refused, at.turn], () => [
      h("h3", { id: "vbr-editor-title" }, titleOf(context)), EDITORS[at.what.what](context),
      refused && h("p", { class: "vbr-refused", role: "alert" }, refused.text), close].flat()), () => close);
    for (const [id, value] of written) document.getElementById(id).value = value;
  };
  node.setAttribute("aria-labelledby", "vbr-editor-title");
  const place = () => {
    const cell = document.getElementById(at.id);
    if (cell) placeAt(node, cell);
  };
  node.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    window[open ? "addEventListener" : "removeEventListener"]("resize", place);
    if (open || !at) return;
    if (document.activeElement === document.body || node.contains(document.activeElement)) document.getElementById(at.id)?.focus();
    at = null;
  });
  return {
    node,
    open(button, what) {
      at = { id: button.id, what, turn: performance.now() };
      draw(null);
      node.showPopover();
      place();
      (node.querySelector("input:checked, textarea, input, select") ?? node.querySelector("button")).focus();
    },
    sync() {
      if (!at) return;
      const { message } = current();
      draw(message?.tone === "error" ? message : null);
      place();
    },
  };
}

/** Returns what stands in the editor's fields, by their ids: what was refused is there to be mended. A choice that was refused is taken back. */
function writtenIn(node) {
  return [...node.querySelectorAll("input:not([name=vbr-tick]), textarea, select")].map(({ id, value }) => [id, value]);
}

/** Puts the editor under its cell, above it where there is no room below, always within the window. */
function placeAt(node, button) {
  const cell = button.getBoundingClientRect();
  const below = cell.bottom + EDITOR_GAP;
  const top = below + node.offsetHeight <= innerHeight ? below : Math.max(EDITOR_GAP, innerHeight - node.offsetHeight - EDITOR_GAP);
  const left = Math.max(EDITOR_GAP, Math.min(cell.left, innerWidth - node.offsetWidth - EDITOR_GAP));
  node.style.setProperty("inset", `${top}px auto auto ${left}px`);
}

function titleOf({ rule, table, texts, what }) {
  if (what.what === "heading") return texts.heading;
  const asked = table.questions.find(({ id }) => id === what.question)?.asks;
  const names = { then: texts.then, kind: texts.kind, text: texts.reason_da, dates: texts.valid, source: texts.sources, section: texts.section };
  return `${rule.id} · ${asked ?? names[what.what]}`;
}

function editAnswers({ rule, table, texts, send, what }) {
  const index = table.questions.findIndex(({ id }) => id === what.question);
  const chosen = rule.cells[index].answers;
  const any = buildTick("vbr-any", texts.any, chosen.length === 0, "checkbox");
  const ticks = table.questions[index].answers.map(({ id, label }) => buildTick(`vbr-answer-${id}`, label, chosen.includes(id), "checkbox", id));
  const boxes = ticks.map((tick) => tick.querySelector("input"));
  const tell = () => {
    const answers = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    any.querySelector("input").checked = answers.length === 0;
    send("cell", { rule: rule.id, question: what.question, answers });
  };
  any.querySelector("input").addEventListener("change", () => {
    for (const box of boxes) box.checked = false;
    tell();
  });
  for (const box of boxes) box.addEventListener("change", tell);
  return h("div", { class: "vbr-ticks", role: "group", "aria-labelledby": "vbr-editor-title" }, any, ticks);
}

function buildTick(id, label, checked, type, value) {
  const input = h("input", { type, id, name: "vbr-tick", value });
  input.checked = checked;
  return h("label", { class: "vbr-tick" }, input, h("span", {}, label));
}

function editOne(choices, chosen, pick) {
  const ticks = choices.map(({ id, label }) => buildTick(`vbr-one-${id}`, label, id === chosen, "radio", id));
  for (const tick of ticks) tick.addEventListener("change", (event) => pick(event.target.value));
  return h("div", { class: "vbr-ticks", role: "radiogroup", "aria-labelledby": "vbr-editor-title" }, ticks);
}

function editOutcome({ rule, table, send }) {
  return editOne(table.outcomes, rule.then.id, (outcome) => send("then", { rule: rule.id, outcome }));
}

function editKind({ rule, table, send }) {
  return editOne(table.kinds, rule.kind.id, (kind) => send("kind", { rule: rule.id, kind }));
}

function editText({ rule, texts, send, close }) {
  const area = h("textarea", { id: "vbr-reason", rows: "4", "aria-labelledby": "vbr-editor-title" });
  area.value = rule.reason_da;
  const order = buildField("vbr-order", texts.order, rule.order_da);
  const keep = () => {
    send("text", { rule: rule.id, reason: area.value });
    if (!area.value.trim()) return;
    if (order.input.value.trim() !== rule.order_da) send("order", { rule: rule.id, why: order.input.value });
    close();
  };
  return [area, order.node, h("p", { class: "vb-small" }, texts.order_help), keepButton(texts, keep)];
}

function keepButton(texts, keep) {
  return h("button", { type: "button", id: "vbr-keep", class: "vb-button is-small is-primary", onclick: keep }, texts.ok);
}

function buildField(id, label, value, type = "text") {
  const input = h("input", { type, id, autocomplete: "off" });
  input.value = value;
  return { input, node: h("label", { class: "vbr-field" }, h("span", {}, label), input) };
}

function editDates({ rule, texts, send }) {
  const [begin, end] = [buildField("vbr-from", texts.from, rule.from, "date"), buildField("vbr-to", texts.to, rule.to, "date")];
  const tell = (from, to) => send("dates", { rule: rule.id, from, to });
  return [begin.node, end.node, h("p", { class: "vb-small" }, texts.dates_help),
    keepButton(texts, () => tell(begin.input.value, end.input.value)),
    h("button", { type: "button", id: "vbr-undated", class: "vb-button is-small", onclick: () => tell("", "") }, texts.clear_dates)];
}

function editSources({ rule, table, texts, send }) {
  const cited = rule.sources.map(({ document: name, section, anchor }, number) => h("li", {}, `${name}: ${section} („${anchor}“) `,
    h("button", { type: "button", id: `vbr-uncite-${number}`, class: "vb-button is-small", onclick: () => send("uncite", { rule: rule.id, number }) }, texts.uncite)));
  const choose = h("select", { id: "vbr-document" }, table.documents.map(({ id, label }) => h("option", { value: id }, label)));
  const [section, anchor] = [buildField("vbr-section", texts.document_section, ""), buildField("vbr-anchor", texts.document_anchor, "")];
  const cite = () => send("cite", { rule: rule.id, document: choose.value, section: section.input.value, anchor: anchor.input.value });
  return [cited.length > 0 && h("ul", { class: "vbr-cited" }, cited), h("label", { class: "vbr-field" }, h("span", {}, texts.document), choose),
    section.node, anchor.node, h("button", { type: "button", id: "vbr-cite", class: "vb-button is-small is-primary", onclick: cite }, texts.cite)].filter(Boolean);
}

function editLabel({ rule, texts, send, close }, action, value) {
  const field = buildField("vbr-label", texts.heading, value);
  const keep = () => { send(action, { rule: rule.id, label: field.input.value }); if (field.input.value.trim()) close(); };
  field.input.addEventListener("keydown", (event) => { if (event.key === "Enter") keep(); });
  return [field.node, keepButton(texts, keep)];
}

function editSection(context) { return editLabel(context, "section", ""); }

function editHeading(context) { return editLabel(context, "heading", context.what.label); }
