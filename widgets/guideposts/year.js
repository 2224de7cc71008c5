// The year's wheel as twelve months side by side: a list first, so that it reads the same without eyes or on paper.

/** Returns the months with what is due in each; the current one stands out by its frame and by a word for screen readers. */
function drawYear({ months, next }, texts, id) {
  const item = ({ label, about, points, kind, reason }) => h("li", {}, h("strong", {}, label), h("span", {}, about),
    points.length > 0 && h("span", { class: "vbg-soft" }, points.join(", ")), h("span", { class: "vbg-soft" }, drawCited({ kind, reason })));
  const month = ({ name, current, due }) => h("li", { class: `vbg-month${due.length ? "" : " is-empty"}`, "aria-current": current && "date" }, h("h3", {}, name),
    due.length ? h("ul", {}, due.map(item)) : h("p", { class: "vbg-soft" }, texts.month_empty));
  return h("section", { class: "vbg-section vbg-year", "aria-labelledby": `${id}-year` }, h("h2", { id: `${id}-year` }, texts.year), h("p", {}, next), h("ol", { class: "vbg-months" }, months.map(month)));
}
