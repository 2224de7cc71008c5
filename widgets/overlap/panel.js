// The overlap group: the review, one citizen at a time, and what it comes to. It draws the view and sends what the reader does.

function buildOverlap(panel) {
  const { model, texts, lang } = panel;
  Object.assign(panel, { file: "faellesmaengden", number: model.get("view").answers, names: false });
  panel.send = (action, given = {}) => { dispatch(model, { do: action, number: ++panel.number, ...given }); return panel.number; };
  const [head, tabs] = ["vbf-head", "vb-tabs-row"].map((name) => h("div", { class: name }));
  const [top, message] = [h("div", { class: "vb-top" }), h("p", { class: "vbf-message", role: "status" })];
  const root = h("div", { class: "vb vb-page vb-faellesmaengden", tabindex: "-1", lang });
  panel.root = root;
  const { labels, list, given, start } = model.get("people");
  const review = start && buildReview(panel, { people: list, labels, given, start });
  const board = (name, draw) => buildBoard(name, draw, panel);
  const boards = { overview: board("overview", drawOverview), agreement: buildAgreement(panel), selection: buildSelection(panel),
    grants: board("grants", drawGrants), types: board("types", drawTypes), about: board("about", drawAbout) };
  root.append(top, h("div", { class: "vb-main" }, head, tabs, message, review ? review.node : "", Object.values(boards).map(({ node }) => node)));
  return { top, head, tabs, message, review, boards, texts };
}

function showOverlap(panel) {
  const { model, texts, top, head, tabs, message, review, boards } = panel;
  const view = model.get("view");
  reshape(top, view.header, () => drawHeader(view.header, texts));
  reshape(head, [view.sentence, view.municipalities, view.tabs.length], () => [h("p", { class: "vb-lead" }, view.sentence), drawSwitch(texts.municipality, view.municipalities),
    view.tabs.length > 0 && drawSwitch(texts.round, view.rounds), view.tabs.length > 0 && drawSwitch(texts.rater, view.raters)].filter(Boolean));
  reshape(tabs, [view.tabs, panel.names], () => (view.tabs.length ? drawTabs(panel, view) : []));
  setText(message, view.message);
  const open = view.tabs.find(({ current }) => current)?.id;
  if (review) {
    review.node.hidden = open !== "review";
    review.show(view.review, view.answers, view.questions);
  }
  for (const [name, board] of Object.entries(boards)) {
    board.node.hidden = !view[name];
    if (view[name]) board.show(view[name]);
  }
}

function drawTabs(panel, view) {
  const { id, texts, send, root } = panel;
  const show = (tab) => { setText(panel.message, texts.busy); send("show", { tab }); };
  const flip = () => { panel.names = !panel.names; root.classList.toggle("shows-references", panel.names); panel.refresh(); };
  return drawTabRow(view.tabs, { id, label: texts.parts, show },
    h("div", { class: "vb-tools" }, h("button", { type: "button", id: `${id}-names`, class: "vb-button is-small", "aria-pressed": String(panel.names), onclick: flip }, texts.names),
      h("button", { type: "button", id: `${id}-print`, class: "vb-button is-small", onclick: () => print() }, texts.print)));
}

function onKey({ review }, event) {
  if (review && !review.node.hidden) review.key(event);
}

export default inRoom({ build: buildOverlap, show: showOverlap, key: onKey, leave: ({ review }) => review?.stop() });
