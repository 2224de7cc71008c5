// The ladder on one sheet of A4, in black and white: only seen on paper. No numbers of cases unless they were asked for.

function drawSheet({ steps, sheet }) {
  const row = (step, index) => {
    const line = h("tr", { class: step.dashed && "is-dashed" },
      h("th", { scope: "row" }, h("strong", {}, step.label), h("span", {}, step.note), h("span", { class: "vbt-sheet-count" }, `${step.count} ${step.unit}`)),
      step.facts.map(({ value }) => h("td", {}, value)),
      h("td", {}, step.offers.map(({ label }) => label).join(", ") || "–"));
    line.style.setProperty("--vb-rise", index);
    return line;
  };
  return h("section", { class: "vbt-sheet", "aria-hidden": "true" },
    h("h2", {}, sheet.title), h("p", {}, sheet.lead),
    h("table", {}, h("thead", {}, h("tr", {}, sheet.columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, steps.map(row).reverse())),
    h("p", { class: "vbt-sheet-count" }, sheet.counts), h("p", {}, sheet.order), h("p", {}, sheet.foot));
}
