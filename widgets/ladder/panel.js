// The ladder: the stair, the catalogue of services, the moves, the resources and the four forms, one at a time.

function buildLadder({ id, texts, lang, send }) {
  const tools = { id, texts, lang, file: texts.file, send };
  const parts = { stair: buildStairs(tools), catalogue: buildCatalogue(tools), flow: buildFlow(tools), resources: buildResources(tools), forms: buildForms(tools) };
  const [top, head, tabs] = [h("div", { class: "vb-top" }), h("div", { class: "vbt-head" }), h("div", { class: "vb-tabs-row" })];
  const message = h("p", { class: "vbt-message", role: "status" });
  const root = h("div", { class: "vb vb-page vb-trappe", tabindex: "-1", lang }, top,
    h("div", { class: "vb-main" }, tabs, head, message, Object.values(parts).map(({ node }) => node)));
  return { root, top, head, tabs, message, parts, tools };
}

function showLadder({ model, id, texts, top, head, tabs, message, parts, tools }) {
  const view = model.get("view");
  reshape(top, view.header, () => drawHeader(view.header, texts));
  reshape(tabs, [view.tabs, view.municipalities], () =>
    drawTabRow(view.tabs, { id, label: texts.parts, show: (tab) => tools.send("show", { tab }) }, drawSwitch(texts.municipality, view.municipalities)));
  reshape(head, view.lead, () => h("p", { class: "vb-lead", "aria-live": "polite" }, view.lead));
  setText(message, view.message);
  for (const [name, part] of Object.entries(parts)) {
    part.node.hidden = !view[name];
    if (view[name]) part.show(view[name]);
  }
}

/** Returns the notes below numbers: what they are of, and what they cannot tell. */
function drawNotes(notes) {
  return h("ul", { class: "vbt-notes" }, notes.map((note) => h("li", {}, note)));
}

function leaveLadder({ parts }) {
  for (const drawing of [...parts.flow.drawings, ...parts.resources.drawings]) drawing.drop();
}

export default inRoom({ build: buildLadder, show: showLadder, leave: leaveLadder, entries: ".vbt-stair summary" });
