// The deadlines panel: the list of courses with its filters, and the one that is open. It draws the view and sends what the reader does.

function buildDeadlines(panel) {
  const { id, texts } = panel;
  const send = (action, rest = {}) => panel.send(action, { row: panel.view.open?.id, ...rest });
  const close = () => { panel.back = panel.view.open?.id; send("close"); };
  const live = h("p", { class: "vb-hidden", "aria-live": "polite" });
  const tools = { id, texts, send, close, open: (row) => { panel.entering = true; send("open", { row }); }, step: (by) => send("weeks", { by: String(by) }), tell: (text) => setText(live, text) };
  const [top, head, body, foot] = ["vb-top", "vbf-head", "vbf-body", "vbf-foot"].map((name) => h("div", { class: name }));
  const filters = buildFilters(panel, { send, toggle: () => { panel.asTable = !panel.asTable; panel.refresh(); } });
  const detail = buildDetail(tools);
  const work = h("div", { class: "vbf-work" }, h("section", { class: "vbf-list", "aria-label": texts.courses }, body, foot), detail.node);
  const root = h("div", { class: "vb vb-page vb-frister", tabindex: "-1" }, top, h("div", { class: "vb-main" }, head, filters.node, work), live);
  root.addEventListener("keydown", (event) => closeByKey(event, panel, close));
  return { root, top, head, filters, body, foot, detail, work, tools, live, asTable: false, roving: keepRoving(body, ".vbf-row, .vbf-open") };
}

function showView(panel) {
  const view = panel.view = panel.model.get("view");
  const { texts, tools } = panel;
  panel.root.lang = view.lang;
  reshape(panel.top, view.header, () => drawHeader(view.header, texts));
  reshape(panel.head, [view.sentence, view.municipalities], () => [h("p", { class: "vb-lead" }, view.sentence), drawSwitch(texts.municipality, view.municipalities)]);
  panel.filters.show(view, panel.asTable);
  reshape(panel.body, [view.rows, view.weeks, panel.asTable, view.none], () => drawBody(view, panel));
  reshape(panel.foot, [view.shown, view.more], () => [h("p", { class: "vb-small" }, view.shown),
    view.more && h("button", { type: "button", id: `${panel.id}-more`, class: "vb-button is-small", onclick: () => tools.send("more") }, view.more)]);
  if (panel.shown !== undefined && panel.shown !== view.shown) tools.tell(view.shown);
  panel.shown = view.shown;
  panel.work.classList.toggle("has-open", Boolean(view.open));
  panel.detail.show(view.open, view.message);
  panel.roving();
  moveFocus(panel, view);
}

/** A course that was opened gets the keyboard; when it closes, the keyboard goes back to its row. */
function moveFocus(panel, { open }) {
  if (open && panel.entering) panel.detail.heading().focus();
  if (!open && panel.back) document.getElementById(`${panel.id}-row-${panel.back}`)?.focus();
  if (!open) panel.back = null;
  panel.entering = false;
}

function drawBody(view, panel) {
  if (view.none) return h("p", { class: "vbf-none" }, view.none);
  if (panel.asTable) return h("div", { class: "vbf-box", tabindex: "0", role: "region", "aria-label": panel.texts.table }, drawTable(view.rows, panel.tools));
  return [drawWeeks(view.weeks, panel.tools), drawRows(view.rows, view.weeks, panel.tools), drawLegend(view.legend)];
}

/** Escape closes the course that is open, also from inside a field. */
function closeByKey(event, { view }, close) {
  if (event.key !== "Escape" || !view.open || event.defaultPrevented) return;
  event.preventDefault();
  close();
}

export default inRoom({ build: buildDeadlines, show: showView, fallback: ({ detail, root }) => detail.heading() ?? root, entries: ".vbf-row, .vbf-open" });
