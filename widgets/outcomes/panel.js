// The outcomes, a part at a time: the success criteria, return to support by cohort, what was published, how far courses got, and the citizens' own scores.

function buildOutcomes(panel) {
  panel.file = "udvikling";
  const { id, texts, lang } = panel;
  const part = (name) => h("div", { class: `vbo-${name}` });
  const [head, period, message, madeOf] = [part("head"), h("div", { class: "vb-pick-row" }), h("p", { class: "vbo-message", role: "status" }), part("made")];
  const [top, tabs] = [h("div", { class: "vb-top" }), h("div", { class: "vb-tabs-row" })];
  const parts = { criteria: buildCriteria(panel), cohorts: buildCohorts(panel), published: buildPublished(panel), funnel: buildFunnel(panel), scores: buildScores(panel) };
  const section = ([name, { node }]) => h("section", { class: `vbo-section is-${name}` }, h("h2", {}, texts[name]), node);
  const sections = Object.entries(parts).map(section);
  const root = h("div", { class: "vb vb-page vb-udvikling", tabindex: "-1", lang }, top,
    h("div", { class: "vb-main" }, head, tabs, period, message, sections, madeOf));
  return { root, top, head, tabs, period, message, madeOf, parts, sections, drawings: Object.values(parts).flatMap((one) => one.drawings) };
}

function buildFunnel(panel) {
  const chart = buildDrawing(`${panel.id}-stages`, 3, panel);
  return { node: chart.node, drawings: [chart], show: chart.show };
}

function showOutcomes(panel) {
  const view = panel.view = panel.model.get("view");
  const { id, texts, send } = panel;
  reshape(panel.top, view.header, () => drawHeader(view.header, texts));
  reshape(panel.head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead", "aria-live": "polite" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  reshape(panel.tabs, view.tabs, () => drawTabRow(view.tabs, { id, label: texts.parts, show: (tab) => send("show", { tab }) }));
  panel.period.hidden = !view.period;
  if (view.period) reshape(panel.period, view.period, () => drawPeriod(view.period, { id, send }));
  setText(panel.message, view.message);
  Object.entries(panel.parts).forEach(([name, part], place) => {
    panel.sections[place].hidden = !view[name];
    if (view[name]) part.show(view[name]);
  });
  reshape(panel.madeOf, view.made_of, () => view.made_of.map((line) => h("p", { class: "vb-small" }, line)));
}

function drawPeriod({ label, choices, days }, { id, send }) {
  return [...drawPicks("year", choices, { id, label, pick: (year) => send("choose", { year }) }), days && h("span", { class: "vbo-days" }, days)];
}

function leaveOutcomes({ drawings }) {
  for (const drawing of drawings) drawing.drop();
}

export default inRoom({ build: buildOutcomes, show: showOutcomes, leave: leaveOutcomes });
