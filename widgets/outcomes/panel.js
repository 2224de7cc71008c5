// The outcomes, a part at a time: the success criteria, return to support by cohort, what was published, how far courses got, and the citizens' own scores.

let outcomesCount = 0;

/** anywidget's entry: draws into `el`, follows the model, and returns what undoes both. */
function render({ model, el }) {
  const view = model.get("view");
  const panel = { model, id: `vbo${++outcomesCount}`, texts: view.texts, lang: view.lang, file: "udvikling", send: (action, rest = {}) => dispatch(model, { do: action, ...rest }) };
  Object.assign(panel, buildOutcomes(panel, view));
  panel.refresh = () => keepFocus(panel.root, () => showOutcomes(panel), () => panel.root);
  model.on("change:view", panel.refresh);
  el.classList.add("vb-page-frame");
  el.replaceChildren(panel.root);
  panel.refresh();
  return () => {
    model.off("change:view", panel.refresh);
    for (const drawing of panel.drawings) drawing.drop();
  };
}

function buildOutcomes(panel, view) {
  const { id, texts, lang } = panel;
  const part = (name) => h("div", { class: `vbo-${name}` });
  const [head, period, message, made] = [part("head"), part("period"), h("p", { class: "vbo-message", role: "status" }), part("made")];
  const [top, tabs] = [h("header", { class: "vb-top" }), h("div", { class: "vb-tabs-row" })];
  const criteria = buildCriteria(panel);
  const cohorts = buildCohorts(panel, view);
  const published = view.published && buildPublished(panel, view.published);
  const stages = buildDrawing(`${id}-stages`, 3, panel);
  const scores = buildScores(panel);
  const section = (name, ...children) => h("section", { class: `vbo-section is-${name}`, "aria-labelledby": `${id}-${name}` }, h("h2", { id: `${id}-${name}` }, texts[name]), children);
  const sections = { criteria: section("criteria", criteria.node), cohorts: section("cohorts", cohorts.node), ...(published && { published: section("published", published.node) }),
    funnel: section("funnel", stages.node), scores: section("scores", scores.node) };
  const root = h("div", { class: "vb vb-page vb-udvikling", tabindex: "-1", lang }, top,
    h("div", { class: "vb-main" }, head, tabs, period, message, Object.values(sections), made));
  const drawings = [...cohorts.drawings, ...(published ? [published.drawing] : []), stages, ...scores.drawings];
  return { root, top, head, tabs, period, message, made, sections, tab: "criteria", criteria, stages, scores, drawings };
}

function showOutcomes(panel) {
  const view = panel.view = panel.model.get("view");
  const { id, texts, send } = panel;
  panel.note = `${view.sentence} ${view.made_of[0]}`;
  reshape(panel.top, view.header, () => drawHeader(view.header, texts));
  reshape(panel.head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead", "aria-live": "polite" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  showSection(panel);
  reshape(panel.period, view.period, () => drawPeriod(view.period, { id, send }));
  setText(panel.message, view.message);
  panel.criteria.show(view.criteria);
  panel.stages.show(view.stages, panel.note);
  panel.scores.show(view.scores, panel.note);
  reshape(panel.made, view.made_of, () => view.made_of.map((line) => h("p", { class: "vb-small" }, line)));
}

/** Shows the part that is chosen, which nobody but this page needs to know; the years go with those parts that they change. */
function showSection(panel) {
  const { id, texts, sections, tab } = panel;
  const tabs = Object.keys(sections).map((name) => ({ id: name, label: texts.tabs[name], current: name === tab }));
  const show = (name) => keepFocus(panel.root, () => showSection(Object.assign(panel, { tab: name })), () => panel.root);
  reshape(panel.tabs, tabs, () => drawTabRow(tabs, { id, label: texts.parts, show }));
  for (const [name, section] of Object.entries(sections)) section.hidden = name !== tab;
  panel.period.hidden = ["cohorts", "published"].includes(tab);
}

function drawPeriod({ label, choices, days }, { id, send }) {
  return [...drawPicks("year", choices, { id, label, pick: (year) => send("choose", { year }) }), days && h("span", { class: "vbo-days" }, days)];
}

/** Returns a row of buttons of which one is pressed. */
function drawPicks(name, choices, { id, label, pick }) {
  const button = (choice) => h("button", { type: "button", id: `${id}-${name}-${choice.id || "all"}`, class: "vbo-pick", "aria-pressed": String(choice.current),
    onclick: () => pick(choice.id) }, choice.label);
  return [h("span", { class: "vbo-pick-label", "aria-hidden": "true" }, label), h("span", { class: "vbo-picks", role: "group", "aria-label": label }, choices.map(button))];
}

export default { render };
