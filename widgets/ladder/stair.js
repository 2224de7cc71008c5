// The stair with what each step is and how many stand there; what "least intrusive" means; the sheet of paper.

/** Returns the part: `node` and `show(stair)`. */
function buildStairs(tools) {
  const node = h("div", { class: "vbt-part" });
  return { node, show(stair) { reshape(node, stair, () => drawStairs(stair, tools)); } };
}

function drawStairs(stair, { id, texts }) {
  const counts = h("input", { type: "checkbox", id: `${id}-counts`, onchange: () => sheet.classList.toggle("has-counts", counts.checked) });
  const sheet = drawSheet(stair, texts);
  return [
    h("ol", { class: "vbt-stair" }, stair.steps.map((step, rise) => drawTread(step, rise, texts))),
    h("div", { class: "vbt-under" },
      h("p", { class: "vb-small" }, stair.counted),
      h("p", { class: "vbt-print" }, h("button", { type: "button", id: `${id}-print`, class: "vb-button is-small", onclick: () => print() }, texts.print),
        h("label", { for: counts.id }, counts, texts.with_counts))),
    stair.lowest && drawLowest(stair.lowest, texts),
    h("p", { class: "vb-small" }, h("strong", {}, `${texts.order}: `), stair.order.reason, " ", h("span", { class: "vb-kind" }, stair.order.kind)),
    sheet,
  ];
}

function drawTread(step, rise, texts) {
  const count = h("p", { class: "vbt-count" }, h("strong", {}, step.count), ` ${step.unit}`);
  const bar = step.share !== null && h("i", { class: "vbt-bar", "aria-hidden": "true" });
  if (bar) bar.style.setProperty("--vbt-share", step.share);
  const name = h("summary", {},
    h("h2", { class: "vbt-name" }, step.label),
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
    offers.length > 0 && h("div", { class: "vbt-offers" }, h("h3", {}, texts.offers), h("dl", { class: "vb-facts" }, offers)),
    step.open.length > 0 && h("div", { class: "vbt-open" }, step.open.map((one) => drawDisagreement(one, texts))));
}

function drawDisagreement({ id, label, found, text }, texts) {
  return h("div", { class: "vb-guard" }, h("p", {}, h("strong", {}, `${texts.contradiction} ${id}: ${closed(label, ".")} `), found), h("p", {}, h("strong", {}, `${texts.handled}: `), text));
}

function drawLowest({ title, points, kind, reason, source }, texts) {
  return h("section", { class: "vbt-lowest" }, h("h2", {}, title), h("ul", {}, points.map((point) => h("li", {}, point))),
    h("p", { class: "vb-source" }, h("span", { class: "vb-kind" }, kind), ` ${reason} ${texts.source}: ${source}`));
}
