// The political guideposts: all focus points on one page, or one of them in full; below them the year and figures from elsewhere.

function buildGuideposts(panel) {
  panel.file = "pejlemaerker";
  const { id, texts, lang } = panel;
  const view = panel.model.get("view");
  const [top, head, message, made] = [h("div", { class: "vb-top" }), h("div", { class: "vbg-head" }), h("p", { class: "vbg-message", role: "status" }), h("div", { class: "vbg-made" })];
  const overview = view.overview && buildOverview(panel);
  const detail = view.overview && buildDetail(panel);
  const context = view.context.length > 0 && h("section", { class: "vbg-section vbg-elsewhere", "aria-labelledby": `${id}-context` }, h("h2", { id: `${id}-context` }, texts.context), drawContext(view.context));
  const below = h("div", { class: "vbg-below" }, made, view.year && drawYear(view.year, texts, id), context);
  const root = h("div", { class: "vb vb-page vb-pejlemaerker", tabindex: "-1", lang }, top, h("div", { class: "vb-main" }, head, message, overview?.node, detail?.node, below));
  return { root, top, head, message, made, overview, detail, below, open: null };
}

function showGuideposts(panel) {
  const view = panel.model.get("view");
  const { texts, top, head, message, made, overview, detail, below } = panel;
  reshape(top, view.header, () => drawHeader(view.header, texts));
  reshape(head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead", "aria-live": "polite" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  setText(message, view.message);
  reshape(made, view.made_of, () => view.made_of.map((line) => h("p", { class: "vb-small" }, line)));
  if (!overview) return;
  overview.node.hidden = below.hidden = Boolean(view.detail);
  detail.node.hidden = !view.detail;
  overview.show(view.overview, view.table);
  if (view.detail) detail.show(view.detail);
  turn(panel, view.detail?.id ?? null);
}

/** Where another point was opened, the reader goes to its heading; back in the overview, to the point that was open. */
function turn(panel, open) {
  const { id, detail } = panel;
  if (open === panel.open) return;
  const goal = open ? detail.heading : document.getElementById(`${id}-point-${panel.open}`);
  panel.open = open;
  goal?.focus({ preventScroll: true });
  goal?.scrollIntoView({ block: open ? "start" : "center" });
}

export default inRoom({ build: buildGuideposts, show: showGuideposts, entries: ".vbg-open" });
