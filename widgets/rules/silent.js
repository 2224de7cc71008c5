// Below the grid: where the documents disagree or fall silent, and how the model handles it.

/** Returns the contradictions as a list that folds away. */
function drawSilent({ silent, texts }) {
  const items = silent.map((one) => h("li", {},
    h("h3", {}, `${one.id} ${one.label} `, h("span", { class: "vb-kind" }, one.handled)),
    h("p", {}, one.found), h("p", {}, h("strong", {}, `${texts.handled}: `), one.text), h("p", { class: "vb-source" }, one.source)));
  return h("details", { class: "vbr-silent" }, h("summary", {}, h("h2", {}, `${texts.silent} (${silent.length})`)), h("ul", {}, items));
}
