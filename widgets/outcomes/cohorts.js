// Return to support by the year of the start: on one day beside the same follow-up; and what was published beside the register.

/** Returns the part: `node`, `show(cohorts)` and its drawings. It rests on all years. */
function buildCohorts(panel) {
  const { id } = panel;
  const [chart, curve] = ["years", "curve"].map((name) => buildDrawing(`${id}-${name}`, 4, panel));
  const node = h("div", { class: "vbo-cohorts" });
  return {
    node, drawings: [chart, curve],
    show(cohorts) {
      reshape(node, [cohorts.lead, cohorts.started, cohorts.completed], () => drawCohorts(cohorts, { id, chart, curve }));
      chart.show(cohorts.chart);
      curve.show(cohorts.curve);
    },
  };
}

function drawCohorts({ lead, started, completed }, { id, chart, curve }) {
  return [h("p", { class: "vbo-lead" }, lead),
    h("section", { class: "vbo-started", "aria-labelledby": `${id}-started` }, h("h3", { id: `${id}-started` }, started.heading),
      h("div", { class: "vbo-two" }, started.rows.length > 0 && drawYears(started), chart.node)),
    h("div", { class: "vbo-two" }, curve.node, completed && drawCompleted(completed, `${id}-completed`))];
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

/** Returns the part on what was published beside the register's numbers of the same days: `node`, `show(published)` and its drawings. */
function buildPublished(panel) {
  const chart = buildDrawing(`${panel.id}-told`, 3, panel);
  const node = h("div", { class: "vbo-published" });
  return {
    node, drawings: [chart],
    show(published) {
      reshape(node, { ...published, chart: null }, () => drawPublished(published, chart, panel.texts));
      chart.show(published.chart);
    },
  };
}

function drawPublished({ blocks, columns, compared, contradictions, scored, mixes }, chart, texts) {
  return [
    h("div", { class: "vbo-two" },
      h("div", {}, blocks.map((block) => drawBlock(block, columns)), compared && h("p", { class: "vbo-compared" }, compared)),
      h("div", {}, chart.node, contradictions.map((one) => drawOpen(one, texts)))),
    scored && h("p", { class: "vbo-compared" }, scored.text, " ", h("span", { class: "vb-source" }, scored.reason, " ", scored.source)),
    mixes.tables.length > 0 && h("div", { class: "vbo-mixes" }, mixes.tables.map((mix) => drawMix(mix, mixes.columns)))];
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
  return h("div", {}, h("h3", {}, label), drawTexts({ caption: label, columns, rows }), h("p", { class: "vb-source" }, `${reason} ${source}`));
}
