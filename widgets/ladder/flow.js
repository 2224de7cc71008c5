// Stock and flow: a period to choose, what moved which way, the figures and the tables.

/** Returns the part: `node`, `show(flow)` and its drawings. */
function buildFlow(tools) {
  const { id } = tools;
  const none = h("p", { class: "vb-none" });
  const [period, cards, tables, notes] = ["period", "cards", "tables", "made"].map((name) => h("div", { class: `vbt-${name}` }));
  const [stock, chart] = ["stock", "moves"].map((name) => buildDrawing(`${id}-${name}`, 2, tools));
  const behind = buildNumbers(`${id}-matrix`, tools);
  const all = h("div", { class: "vbt-part" }, period, cards, h("div", { class: "vbt-two" }, stock.node, chart.node), tables, behind.node, notes);
  return {
    node: h("div", { class: "vbt-flow" }, none, all), drawings: [stock, chart],
    show(flow) {
      setText(none, flow.none);
      none.hidden = !flow.none;
      all.hidden = Boolean(flow.none);
      if (flow.none) return;
      reshape(period, flow.period, () => drawPeriod(flow.period, tools));
      reshape(cards, flow.cards, () => flow.cards.map(drawMoveCard));
      stock.show(flow.stock);
      chart.show(flow.chart);
      reshape(tables, [flow.ledger, flow.matrix], () => [drawWide(flow.ledger, { titled: true }), h("div", {}, drawMatrix(flow.matrix), h("p", { class: "vb-small" }, flow.matrix.note))]);
      behind.show(flow.matrix.table);
      reshape(notes, flow.notes, () => drawNotes(flow.notes));
    },
  };
}

/** Returns the table of moves; where a row meets its own column stands out. */
function drawMatrix(matrix) {
  const kind = (index, row) => (row && index > 0 && row[0] === matrix.columns[index] ? "is-number is-own" : numberKind(index));
  return drawWide(matrix, { kind, titled: true });
}

function drawMoveCard({ label, number, of, sure }) {
  return h("div", { class: "vbt-card" }, h("h2", {}, label), h("strong", {}, number), h("p", {}, of), sure && h("p", {}, sure));
}

/** Returns the two days of a period as lists to choose from. */
function drawPeriod({ label, days, first, last }, { id, texts, send }) {
  const choose = (name, text, at) => {
    const list = h("select", { id: `${id}-${name}`, onchange: () => send("period", { first: begin.value, last: end.value }) },
      days.map((day) => h("option", { value: day.id, selected: day.id === at }, day.label)));
    return [h("p", {}, h("label", { for: list.id }, text), list), list];
  };
  const [fromRow, begin] = choose("first", texts.from, first);
  const [toRow, end] = choose("last", texts.to, last);
  return h("div", { class: "vbt-period-row", role: "group", "aria-label": label }, fromRow, toRow);
}
