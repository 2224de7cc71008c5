// The four forms of support as a figure of text: what the difficulty comes from, what helps, and which step it mostly points to.

/** Returns the part: `node` and `show(forms)`. */
function buildForms({ texts }) {
  const node = h("div", { class: "vbt-part" });
  return { node, show(forms) { reshape(node, forms, () => (forms.none ? drawNoForms(forms.none) : drawForms(forms, texts))); } };
}

function drawNoForms({ text, links }) {
  return h("p", { class: "vb-none" }, text, " ", links.flatMap(({ label, href }) => [h("a", { href: safeAddress(href) }, label), " "]));
}

function drawForms({ lead, lost, columns, source }, texts) {
  return [h("p", { class: "vbt-note-lead" }, lead),
    h("div", { class: "vbt-forms" }, columns.map((column) => drawFormColumn(column, texts))),
    h("p", { class: "vb-small" }, lost), h("p", { class: "vb-source" }, `${texts.source}: ${source}`)];
}

function drawFormColumn({ heading, step, forms, reason, kind }, texts) {
  const box = ({ label, cause, help }) => h("div", { class: "vbt-form" }, h("p", {}, cause), h("h3", {}, label), h("p", {}, help));
  return h("section", { class: "vbt-form-column" }, h("h2", {}, heading), h("div", { class: "vbt-form-boxes" }, forms.map(box)),
    h("p", { class: "vbt-form-step" }, h("span", {}, `↓ ${texts.points_to}`), h("strong", {}, step)),
    h("p", { class: "vb-source" }, h("span", { class: "vb-kind" }, kind), ` ${reason}`));
}
