// The forecast: numbers to the left, what they lead to on the right, what it hangs on below. It draws the view and sends what the reader does.

function buildForecast(panel) {
  const { id, texts, lang, model } = panel;
  const [view, sender] = [model.get("view"), buildSender(model)];
  Object.assign(panel, { sender, naming: null });
  const part = (name, tag = "div") => h(tag, { class: `vbp-${name}` });
  const [head, scenarios, headline, sides, made, models, published] = ["head", "scenarios", "headline", "beside", "made", "models", "published"].map((name) => part(name));
  const [horizon, series, measure] = [1, 2, 3].map(() => h("div", { class: "vb-pick-row" }));
  const top = h("div", { class: "vb-top" });
  const said = h("p", { class: "vbp-message", id: `${id}-message`, role: "status" });
  const figure = (name, level) => buildDrawing(`${id}-${name}`, level, { texts, lang, file: "prognose" });
  const [fan, curve, tornado, waterfall, compare, observed, pit] = ["fan", "curve", "tornado", "waterfall", "compare", "observed", "pit"].map((name) => figure(name, name === "compare" ? 3 : 2));
  const fields = buildFields(panel, view.groups);
  const lookBack = () => { if (!panel.model.get("view").past) { models.replaceChildren(h("p", { role: "status" }, texts.past_busy)); sender.send("look_back"); } };
  const below = h("div", { class: "vbp-below" },
    buildFold(`${id}-compare`, texts.beside, h("div", { class: "vbp-two" }, sides, compare.node)),
    buildFold(`${id}-past`, texts.past, [h("p", { class: "vb-small" }, texts.past_help), models, h("div", { class: "vbp-two" }, observed.node, pit.node), published], lookBack),
    buildFold(`${id}-register`, texts.register, drawRegister(view.register, texts.register)));
  const work = h("div", { class: "vbp-work" },
    h("section", { class: "vbp-headline-box", "aria-label": texts.headline }, headline), fields.node,
    h("div", { class: "vbp-large" }, h("div", { class: "vbp-picks-row" }, series, horizon), fan.node));
  const settled = h("div", { class: "vbp-settled" }, h("div", { class: "vbp-curve" }, curve.node), h("div", { class: "vbp-moved" }, measure, h("div", { class: "vbp-two" }, tornado.node, waterfall.node)));
  const root = h("div", { class: "vb vb-page vb-prognose", tabindex: "-1", lang }, top,
    h("div", { class: "vb-main" }, head, scenarios, said, work, settled, below, made));
  return { root, top, head, scenarios, said, headline, horizon, series, measure, sides, made, models, published, fields, compareFold: below.firstChild,
    fan, settledFigures: [curve, tornado, waterfall], compare, pastFigures: [observed, pit], figures: [fan, curve, tornado, waterfall, compare, observed, pit] };
}

function showForecast(panel) {
  const view = panel.view = panel.model.get("view");
  const { id, texts, sender } = panel;
  const setNaming = (naming) => { panel.naming = naming; panel.refresh(); if (naming) document.getElementById(`${id}-name`).focus(); };
  const pick = (node, name, choices, label, action, key) =>
    reshape(node, choices, () => drawPicks(name, choices, { id, label, pick: (chosen) => sender.send(action, { [key]: chosen }) }));
  reshape(panel.top, view.header, () => drawHeader(view.header, texts));
  reshape(panel.head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead", "aria-live": "polite" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  reshape(panel.scenarios, [view.scenarios, view.changes, Boolean(panel.naming)], () => drawScenarios(view, { id, sender, naming: panel.naming, setNaming }));
  setText(panel.said, view.message?.text);
  panel.said.className = `vbp-message is-${view.message?.tone ?? "none"}`;
  panel.fields.show(view.groups);
  reshape(panel.headline, view.headline, () => drawHeadline(view.headline));
  pick(panel.series, "series", view.series, texts.series, "show", "series");
  pick(panel.horizon, "years", view.years, texts.horizon, "horizon", "years");
  pick(panel.measure, "measure", view.measures, texts.measure, "weigh", "measure");
  panel.fan.show(view.fan);
  view.settled.forEach((figure, index) => panel.settledFigures[index].show(figure));
  showBeside(panel, view);
  showPast(panel, view);
  reshape(panel.made, view.made_of, () => [...view.made_of.map((line) => h("p", { class: "vb-small" }, line)), h("p", { class: "vb-small" }, texts.supports)]);
}

function showBeside(panel, { beside }) {
  panel.compareFold.hidden = !beside;
  if (!beside) return;
  reshape(panel.sides, [beside.choices, beside.table], () => drawComparison(beside, panel.texts, panel));
  panel.compare.node.hidden = !beside.figure;
  if (beside.figure) panel.compare.show(beside.figure);
}

function showPast(panel, { past, published }) {
  for (const { node } of panel.pastFigures) node.hidden = !past?.figures;
  if (!past) return;
  reshape(panel.models, past, () => (past.none ? h("p", {}, past.none) : [h("p", {}, past.sentence), drawWide({ caption: panel.texts.past, ...past.table })]));
  past.figures?.forEach((figure, index) => panel.pastFigures[index].show(figure));
  reshape(panel.published, published, () => drawPublished(published, panel.texts));
}

function leaveForecast({ sender, figures }) {
  sender.stop();
  for (const figure of figures) figure.drop();
}

export default inRoom({ build: buildForecast, show: showForecast, leave: leaveForecast });
