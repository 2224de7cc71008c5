// Danmarks Statistik: one kind of service over time, and all kinds in the newest period.

/** Returns the part: `node`, `show(view)`, and `drop` for good. */
function buildStatbank(tools) {
  const { id, texts, lang, file, send } = tools;
  const [none, sample, kinds, newest, about] = ["vbo-none", "vbo-invented", "vb-pick-row", "vbo-newest", "vbo-about"].map((name) => h("div", { class: name }));
  const chart = buildDrawing(`${id}-rates`, 2, { texts, lang, file });
  const there = h("div", { class: "vbo-two" }, h("div", { class: "vbo-block" }, kinds, chart.node), newest);
  return { node: h("div", { class: "vbo-statbank" }, sample, none, there, about), drop: chart.drop, show(view) {
    for (const [part, shown] of [[none, view.none], [sample, view.sample], [there, view.chart]]) part.hidden = !shown;
    reshape(none, [view.none, view.command], () => view.none && [h("p", {}, view.none), h("pre", { class: "vbo-command" }, view.command)]);
    reshape(sample, view.sample, () => view.sample && h("p", { class: "vb-sample" }, view.sample));
    if (view.chart) {
      reshape(kinds, view.kinds, () => drawSelect(texts.kind, view.kinds, { id: `${id}-kind`, pick: (kind) => send("look", { kind }) }));
      chart.show(view.chart);
      reshape(newest, view.newest, () => drawOpenTable(view.newest, tools));
    }
    reshape(about, [view.tables, view.licence], () => drawAbout(view, texts));
  } };
}

function drawAbout({ tables, licence }, texts) {
  const table = ({ label, said, reason }) => h("li", {}, h("strong", {}, label), ` ${said}. `, h("span", { class: "vbo-cited" }, reason));
  return [licence && h("p", { class: "vb-small" }, licence), tables.length > 0 && h("h2", {}, texts.tables), h("ul", { class: "vbo-list" }, tables.map(table))];
}
