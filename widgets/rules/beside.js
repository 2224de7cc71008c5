// Beside the grid: what the proof says, what the draft changes, saving it as a version, and comparing versions.

/** Returns the proof; `pointed` is the finding whose rules are shown, `point(finding)` shows those of another. */
function drawProof({ proof, texts }, { pointed, point, send }) {
  const findings = proof.findings.map((finding) => drawFinding(finding, finding.text === pointed, texts, point));
  return [
    h("h2", { id: "vbr-proof", tabindex: "-1" }, texts.proof),
    h("p", { class: `vbr-proven is-${proof.ok ? "ok" : "wrong"}`, role: "status" }, h("span", { "aria-hidden": "true" }, proof.ok ? "✓ " : "! "), proof.line),
    findings.length > 0 && h("ul", { class: "vbr-findings" }, findings),
    proof.gap && h("button", { type: "button", id: "vbr-cover", class: "vb-button is-small", onclick: () => send("add", { after: "" }) }, texts.cover),
  ].filter(Boolean);
}

function drawFinding(finding, pressed, texts, point) {
  const { tone, text, rules } = finding;
  const content = [h("strong", {}, texts[tone]), ` ${text}`];
  if (!rules.length) return h("li", { class: `is-${tone}` }, h("p", {}, content));
  return h("li", { class: `is-${tone}` }, h("button", { type: "button", id: `vbr-finding-${tone}-${rules.join("-")}`, class: "vbr-finding",
    "aria-pressed": String(pressed), title: texts.point, onclick: () => point(finding) }, content));
}

/** Returns what the draft changes, or nothing. */
function drawChanges({ changes, texts }, send) {
  if (!changes) return [];
  return [h("h2", {}, changes.title), h("p", {}, changes.rules),
    changes.boxes.map(({ line, sentences, more }) => [h("p", {}, line), drawSentences(sentences, more)]),
    drawPast(changes.past, "draft", texts, send)].flat(2).filter(Boolean);
}

/** Returns where the past cases would stand, and the button that makes a scenario of it; nothing without past cases. */
function drawPast(past, of, texts, send) {
  if (!past) return [];
  return [h("p", {}, past.line), drawSentences(past.sentences, past.more),
    h("button", { type: "button", id: `vbr-ahead-${of}`, class: "vb-button is-small", onclick: () => send("ahead", { of }) }, texts.ahead)].filter(Boolean);
}

function drawSentences(sentences, more) {
  return sentences.length > 0 && h("ul", { class: "vbr-boxes" }, [...sentences, more].filter(Boolean).map((each) => h("li", {}, each)));
}

/** Returns the form that stores the changes as a new version. */
function buildSave({ texts, save }, send) {
  const fields = { folder: "text", version: "text", valid_from: "date" };
  const built = Object.entries(fields).map(([name, type]) => [name, buildField(`vbr-save-${name}`, texts[name], save[name], type)]);
  const values = () => Object.fromEntries(built.map(([name, { input }]) => [name, input.value]));
  return h("form", { class: "vbr-form", onsubmit: (event) => { event.preventDefault(); send("save", values()); } },
    h("h2", {}, texts.save), h("p", { class: "vb-small" }, texts.save_help), built.map(([, { node }]) => node),
    h("button", { type: "submit", id: "vbr-save", class: "vb-button is-small is-primary" }, texts.save_button));
}

/** Returns the choice of a version to compare with, and what the comparison says. */
function drawCompare({ texts, versions, compared }, send) {
  const beside = versions.map((version) => h("button", { type: "button", id: `vbr-with-${version}`, class: "vb-button is-small",
    onclick: () => send("compare", { with: version }) }, version));
  const other = buildField("vbr-other", texts.compare_other, "");
  return [
    h("h2", { id: "vbr-compare", tabindex: "-1" }, texts.compare),
    beside.length ? h("p", { class: "vbr-row" }, beside) : h("p", { class: "vb-small" }, texts.compare_none),
    h("form", { class: "vbr-form", onsubmit: (event) => { event.preventDefault(); send("compare", { with: other.input.value }); } },
      other.node, h("button", { type: "submit", id: "vbr-compare-go", class: "vb-button is-small" }, texts.compare_button)),
    compared && drawCompared(compared, texts, send),
  ].filter(Boolean);
}

function drawCompared({ title, tables, same, past }, texts, send) {
  const parts = tables.map((table) => [h("h4", {}, table.title), table.line && h("p", {}, table.line), drawSentences(table.sentences, table.more)]);
  return h("div", { class: "vbr-compared" }, h("h3", {}, title), same && h("p", {}, same), parts.flat(), drawPast(past, "compared", texts, send),
    h("button", { type: "button", id: "vbr-compare-end", class: "vb-button is-small", onclick: () => send("compare", { with: "" }) }, texts.compare_end));
}
