// The ladder panel: draws the stair with what each step is and how many stand there. Concatenated after the shared parts.

/** anywidget's entry: draws into `el` and follows the model. */
function render({ model, el }) {
  const root = h("div", { class: "vb vb-page vb-trappe", lang: model.get("view").lang });
  const show = () => root.replaceChildren(...drawLadderPage(model.get("view")));
  model.on("change:view", show);
  el.classList.add("vb-page-frame");
  el.replaceChildren(root);
  show();
  return () => model.off("change:view", show);
}

function drawLadderPage(view) {
  const { texts } = view;
  const steps = view.steps.map((step, rise) => drawTread(step, rise, texts));
  return [
    h("header", { class: "vb-top" }, drawHeader(view.header, texts)),
    h("div", { class: "vb-main" },
      h("div", { class: "vbt-head" }, h("p", { class: "vb-lead" }, view.intro), drawSwitch(texts.municipality, view.municipalities)),
      h("ol", { class: "vbt-stair", style: `--vbt-steps: ${steps.length}` }, steps),
      h("p", { class: "vb-small" }, view.sentence),
      h("p", { class: "vb-small" }, h("strong", {}, `${texts.order}: `), view.order.reason, " ", h("span", { class: "vb-kind" }, view.order.kind))),
  ];
}

function drawTread(step, rise, texts) {
  const count = h("p", { class: "vbt-count" }, h("strong", {}, step.count), ` ${step.unit}`);
  const bar = h("i", { class: "vbt-bar", "aria-hidden": "true" });
  bar.style.setProperty("--vbt-share", step.share);
  const name = h("summary", {},
    h("span", { class: "vbt-name" }, step.label),
    h("span", { class: "vbt-note" }, step.note),
    count, bar);
  const item = h("li", { class: `vbt-step${step.dashed ? " is-dashed" : ""}${step.outside ? " is-outside" : ""}` },
    h("details", {}, name, drawDetails(step, texts)));
  item.style.setProperty("--vb-rise", rise);
  return item;
}

function drawDetails(step, texts) {
  const facts = step.facts.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)]);
  const offers = step.offers.flatMap(({ label, about }) => [h("dt", {}, label), h("dd", {}, about)]);
  return h("div", { class: "vbt-details" },
    h("div", {}, h("p", {}, step.reason, " ", h("span", { class: "vb-kind" }, step.kind)), step.source && h("p", { class: "vb-source" }, `${texts.source}: ${step.source}`)),
    h("dl", { class: "vb-facts" }, facts),
    offers.length > 0 && h("div", { class: "vbt-offers" }, h("h3", {}, texts.offers), h("dl", { class: "vb-facts" }, offers)));
}

export default { render };
