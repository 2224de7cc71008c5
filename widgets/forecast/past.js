// What the forecast rests on: how earlier ones did, what has been published, and every assumption.

/** Returns a heading that opens and closes what is below it; `onopen` is called when it opens. */
function buildFold(id, title, body, onopen = () => {}) {
  const node = h("details", { class: "vbp-fold", id, ontoggle: () => node.open && onopen() }, h("summary", {}, h("h2", {}, title)), body);
  return node;
}

/** Returns the published numbers beside our bands; what lies outside says what may be the matter. */
function drawPublished(found, texts) {
  if (!found.length) return [];
  const row = ({ label, value, band, inside, verdict, why, reason, kind, source }) => h("tr", { class: !inside && "is-outside" },
    h("th", { scope: "row" }, label), h("td", { class: "is-number" }, value), h("td", { class: "is-number" }, band),
    h("td", {}, h("strong", {}, inside && "✓ ", verdict), why && h("p", {}, why)),
    h("td", {}, h("span", { class: "vb-kind" }, kind), ` ${reason} `, h("span", { class: "vb-source" }, source)));
  const head = ["", texts.number, texts.ours, texts.verdict, texts.source];
  return [h("h3", {}, texts.published), h("p", { class: "vb-small" }, texts.published_help),
    h("div", { class: "vb-box is-whole", tabindex: "0", role: "region", "aria-label": texts.published }, h("table", { class: "vb-table" },
      h("caption", { class: "vb-hidden" }, texts.published),
      h("thead", {}, h("tr", {}, head.map((name, index) => (index ? h("th", { scope: "col", class: [1, 2].includes(index) && "is-number" }, name) : h("td"))))),
      h("tbody", {}, found.map(row))))];
}

/** Returns every assumption as a table under its hidden caption. */
function drawRegister({ columns, rows }, caption) {
  const row = (one) => h("tr", {}, h("th", { scope: "row" }, one.label), h("td", { class: "is-number" }, one.value), h("td", { class: "is-number" }, one.range),
    h("td", {}, h("span", { class: "vb-kind" }, one.kind), one.counted && h("p", {}, one.counted)),
    h("td", {}, one.reason, " ", one.stated, one.source && h("p", { class: "vb-source" }, one.source)),
    h("td", {}, one.owner), h("td", {}, one.noted),
    h("td", {}, one.contradictions.map(({ id, label, found }) => h("details", { class: "vbp-open" }, h("summary", {}, `${id} ${label}`), h("p", {}, found)))));
  return h("div", { class: "vb-box is-whole", tabindex: "0", role: "region", "aria-label": caption }, h("table", { class: "vb-table" },
    h("caption", { class: "vb-hidden" }, caption),
    h("thead", {}, h("tr", {}, columns.map((name, index) => h("th", { scope: "col", class: [1, 2].includes(index) && "is-number" }, name)))), h("tbody", {}, rows.map(row))));
}
