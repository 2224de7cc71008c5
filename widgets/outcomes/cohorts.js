// Return to support by the year of the start: on one day beside the same follow-up; and what was published beside the register.

/** Returns the section: `node` and its drawings. It rests on all years and never changes while the page is open. */
function buildCohorts(panel, { cohorts, made_of: made }) {
  const { id } = panel;
  const note = made[0];
  const [chart, curve] = ["years", "curve"].map((name) => buildDrawing(`${id}-${name}`, 4, panel));
  chart.show(cohorts.chart, note);
  curve.show(cohorts.curve, note);
  const { started, completed } = cohorts;
  const node = h("div", { class: "vbo-cohorts" }, h("p", { class: "vbo-lead" }, cohorts.lead),
    h("section", { class: "vbo-started", "aria-labelledby": `${id}-started` }, h("h3", { id: `${id}-started` }, started.heading),
      h("div", { class: "vbo-two" }, started.rows.length > 0 && drawYears(started), chart.node)),
    h("div", { class: "vbo-two" }, curve.node, completed && drawCompleted(completed, `${id}-completed`)));
  return { node, drawings: [chart, curve] };
}

function drawCompleted({ heading, text, note }, id) {
  return h("section", { class: "vbo-completed", "aria-labelledby": id }, h("h3", { id }, heading), h("p", {}, text), h("p", { class: "vb-small" }, note));
}

function drawYears({ heading, columns, rows }) {
  const cell = ({ number, of, sure, note }) => h("td", { class: !sure && "is-none" }, h("strong", {}, number), [of, sure, note].filter(Boolean).map((line) => h("span", {}, line)));
  const row = ({ year, note, cells }) => h("tr", {}, h("th", { scope: "row" }, h("strong", {}, year), note && h("span", {}, note)), cells.map(cell));
  return h("table", { class: "vb-table vbo-years" }, h("caption", { class: "vb-hidden" }, heading),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows.map(row)));
}

/** Returns the section on what was published beside the register's numbers of the same days: `node` and its `drawing`. */
function buildPublished(panel, published) {
  const { id, texts } = panel;
  const drawing = buildDrawing(`${id}-told`, 3, panel);
  drawing.show(published.chart, "");
  const { scored, mixes: { columns, tables } } = published;
  const node = h("div", { class: "vbo-published" },
    h("div", { class: "vbo-two" },
      h("div", {}, published.blocks.map((block) => drawBlock(block, published.columns)), published.compared && h("p", { class: "vbo-compared" }, published.compared)),
      h("div", {}, drawing.node, published.contradictions.map((one) => drawOpen(one, texts)))),
    scored && h("p", { class: "vbo-compared" }, scored.text, " ", h("span", { class: "vb-source" }, scored.reason, " ", scored.source)),
    tables.length > 0 && h("div", { class: "vbo-mixes" }, tables.map((mix) => drawMix(mix, columns))));
  return { node, drawing };
}

function drawBlock({ id, heading, note, rows }, [told, own, verdict]) {
  const fact = (label, value) => [h("dt", {}, label), h("dd", {}, value)];
  const row = (one) => h("div", { class: `vbo-told${one.rest ? " is-rest" : ""}` }, h("p", {}, h("strong", {}, one.label)),
    h("dl", {}, fact(told, one.published), fact(own, one.register), fact(verdict, [one.same && "✓ ", one.verdict])),
    (one.reason || one.source) && h("p", { class: "vb-source" }, h("span", { class: "vb-kind" }, one.kind), ` ${one.reason} ${one.source}`));
  return h("section", { class: `vbo-block is-${id}` }, h("h3", {}, heading), note && h("p", { class: "vb-small" }, note), rows.map(row));
}

function drawOpen({ id, label, found, text }, texts) {
  return h("div", { class: "vb-guard" }, h("p", {}, h("strong", {}, `${texts.contradiction} ${id}: ${closed(label, ".")} `), found), h("p", {}, h("strong", {}, `${texts.handled}: `), text));
}

function drawMix({ label, rows, reason, source }, columns) {
  return h("div", {}, h("h3", {}, label), drawTable(columns, rows, label), h("p", { class: "vb-source" }, `${reason} ${source}`));
}
