// The resources of each activity, from the unit's own sheet.

/** Returns the part: `node`, `show(resources)` and its drawings. */
function buildResources(tools) {
  const [period, table, notes] = ["period", "used", "made"].map((name) => h("div", { class: `vbt-${name}` }));
  const chart = buildDrawing(`${tools.id}-resources`, 2, tools);
  return {
    node: h("div", { class: "vbt-part" }, period, h("div", { class: "vbt-two" }, chart.node, table), notes), drawings: [chart],
    show(resources) {
      reshape(period, resources.period, () => drawPeriod(resources.period, { ...tools, id: `${tools.id}-used` }));
      chart.show(resources.chart);
      reshape(table, resources.table, () => resources.table.rows.length > 0 && drawWide(resources.table, { titled: true }));
      reshape(notes, resources.notes, () => drawNotes(resources.notes));
    },
  };
}
