// The table as a grid: a row per rule, a group of rows per section. In edit mode every cell is a button that opens its editor.

const MOVES = { ArrowUp: "up", ArrowDown: "down" };

/** Returns the table; `pointed` are the rules a finding is about, `open(button, what)` edits a cell, `send(do, rest)` acts. */
function drawGrid({ table, editing, texts }, { pointed, open, send }) {
  const columns = [texts.rule, ...table.questions.map(({ label }) => label), texts.then, texts.reason, texts.source, ...(table.dated ? [texts.valid] : [])];
  const asks = table.questions.map((question) => question.asks);
  const heads = columns.map((name, i) => h("th", { scope: "col", title: asks[i - 1] }, name));
  const at = { table, editing, texts, pointed, open, send, columns: columns.length };
  return h("table", { class: `vbr-grid${editing ? " is-editing" : ""}` },
    h("caption", { class: "vb-hidden" }, table.label),
    h("thead", {}, h("tr", {}, heads)),
    table.sections.map((section) => h("tbody", {}, drawSectionHead(section, at), section.rules.map((rule) => drawRule(rule, at)))));
}

function drawSectionHead({ label, rules }, at) {
  const change = at.editing && drawCellButton(`vbr-h-${rules[0].id}`, { what: "heading", rule: rules[0].id, label }, label, at);
  return h("tr", { class: "vbr-section" }, h("th", { scope: "rowgroup", colspan: String(at.columns) }, h("span", {}, change || label)));
}

function drawRule(rule, at) {
  const { table, pointed, texts } = at;
  const changed = (part) => rule.changed.includes(part);
  const cell = (part, content) => h("td", { class: `vbr-${part}${changed(part) ? " is-changed" : ""}` }, content, changed(part) && hiddenText(texts.changed));
  const edit = (what, text, more) => (at.editing ? drawCellButton(`vbr-${what}-${rule.id}`, { what, rule: rule.id, ...more }, text, at) : text);
  return h("tr", { id: `vbr-row-${rule.id}`, class: pointed.includes(rule.id) && "is-pointed", onkeydown: (event) => moveByKey(event, rule, at) },
    drawRuleHead(rule, at),
    table.questions.map((question, i) => drawAnswers(rule, question, rule.cells[i], changed(`when.${question.id}`), at)),
    cell("then", edit("then", h("strong", {}, rule.then.label))),
    cell("reason", [edit("text", rule.reason), rule.order && h("p", {}, `${texts.order}: ${rule.order}`)].filter(Boolean)),
    drawSource(rule, changed("kind") || changed("source"), at),
    table.dated && cell("valid", edit("dates", rule.valid)));
}

function drawRuleHead(rule, at) {
  const { texts, editing, pointed } = at;
  const id = editing ? drawCellButton(`vbr-id-${rule.id}`, { what: "section", rule: rule.id }, rule.id, at) : rule.id;
  return h("th", { scope: "row" }, pointed.includes(rule.id) && h("span", { class: "vbr-pointed" }, `→ ${texts.points}`), id,
    rule.mark && h("span", { class: "vbr-mark" }, rule.mark), editing && drawActions(rule, at));
}

function drawActions(rule, { send, texts }) {
  const act = (name, sign, action) => h("button", { type: "button", id: `vbr-${name}-${rule.id}`, class: "vbr-act",
    "aria-label": `${texts[name]}: ${rule.id}`, title: texts[name], onclick: action }, sign);
  return h("div", { class: "vbr-acts", role: "group", "aria-label": `${texts.actions}: ${rule.id}` },
    act("up", "↑", () => send("move", { rule: rule.id, way: "up" })),
    act("down", "↓", () => send("move", { rule: rule.id, way: "down" })),
    act("add", "+", () => send("add", { after: rule.id })),
    act("delete", "×", () => send("delete", { rule: rule.id })));
}

/** Moves the rule whose row has the keyboard: Alt with an arrow. */
function moveByKey(event, rule, { editing, send }) {
  const way = event.altKey && editing && MOVES[event.key];
  if (!way) return;
  event.preventDefault();
  event.stopPropagation();
  send("move", { rule: rule.id, way });
}

function drawAnswers(rule, question, cell, changed, at) {
  const words = cell.text ?? at.texts.any;
  const content = at.editing ? drawCellButton(`vbr-cell-${rule.id}-${question.id}`, { what: "cell", rule: rule.id, question: question.id }, words, at) : words;
  return h("td", { class: `vbr-answers${cell.text === null ? " is-any" : ""}${changed ? " is-changed" : ""}` },
    content, changed && hiddenText(at.texts.changed));
}

function drawSource(rule, changed, at) {
  const edit = (what, content) => (at.editing ? drawCellButton(`vbr-${what}-${rule.id}`, { what, rule: rule.id }, content, at) : content);
  const anchors = rule.sources.map(({ anchor }) => h("p", {}, `${at.texts.anchor}: „${anchor}“`));
  const cited = at.editing ? edit("source", rule.cited || at.texts.cite) : rule.cited && h("details", {}, h("summary", {}, rule.cited), anchors);
  return h("td", { class: `vbr-source${changed ? " is-changed" : ""}` },
    edit("kind", h("span", { class: "vb-kind" }, rule.kind.label)), cited, changed && hiddenText(at.texts.changed));
}

/** Returns what a cell says as a button that opens its editor; `what` names the field and whose it is. */
function drawCellButton(id, what, content, { open }) {
  return h("button", { type: "button", id, class: `vbr-cell is-${what.what}`, "aria-haspopup": "dialog", onclick: (event) => open(event.currentTarget, what) }, content);
}
