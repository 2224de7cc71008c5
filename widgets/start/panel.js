// The doorway: what needs attention, the way to the dashboards, and the way in for an export. Concatenated after the shared parts.

const MOST_BYTES = 9_000_000; // the server refuses a message of more than 10 MB without a word

function drawStart({ model, send }) {
  const view = model.get("view");
  const { texts } = view;
  return [
    h("div", { class: "vb-top" }, drawHeader(view.header, texts)),
    h("div", { class: "vb-main" },
      h("p", { class: "vb-lead" }, view.sentence),
      h("ul", { class: "vbs-tiles" }, view.tiles.map(drawTile)),
      h("div", { class: "vbs-below" }, drawImport(view, send), drawAbout(view))),
  ];
}

function drawTile({ title, href, number, unit, date, about }) {
  return h("li", {}, h("a", { class: "vbs-tile", href: safeAddress(href) },
    h("h2", {}, title), h("p", {}, h("strong", {}, number), ` ${unit}`), h("p", { class: "vbs-about" }, about), h("p", { class: "vb-small" }, date)));
}

function drawAbout({ texts, about, municipalities }) {
  return h("section", { class: "vbs-open", "aria-labelledby": "vbs-open" },
    h("h2", { id: "vbs-open" }, texts.about),
    drawSwitch(texts.municipality, municipalities),
    h("dl", { class: "vb-facts" }, about.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)])));
}

function drawImport({ texts, result }, send) {
  const said = h("p", { id: "vbs-said", role: "status" });
  const input = h("input", { type: "file", id: "vbs-file", accept: ".csv,.txt,.xlsx", "aria-describedby": "vbs-help",
    onchange: () => sendFile(input.files[0], send, texts, said) });
  return h("section", { "aria-labelledby": "vbs-import" },
    h("h2", { id: "vbs-import" }, texts.import),
    h("p", { id: "vbs-help", class: "vb-small" }, texts.import_help),
    h("label", { class: "vb-button vb-choose" }, texts.choose_file, input), said,
    result && drawResult(result, texts));
}

async function sendFile(file, send, texts, said) {
  if (!file) return;
  setText(said, file.size > MOST_BYTES ? texts.too_big : texts.reading);
  if (file.size <= MOST_BYTES) send("import", { name: file.name }, [await file.arrayBuffer()]);
}

function drawResult({ tone, title, errors, more, quality }, texts) {
  const rows = errors.map(({ row, column, message }) => h("tr", {}, h("td", {}, String(row)), h("td", {}, column), h("td", {}, message)));
  return h("div", { id: "vbs-result", class: `vbs-result is-${tone}`, role: tone === "error" ? "alert" : "status", tabindex: "-1" },
    h("p", {}, title),
    rows.length > 0 && h("table", {},
      h("thead", {}, h("tr", {}, [texts.row, texts.column, texts.message].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows)),
    more && h("p", { class: "vb-small" }, more),
    quality.length > 0 && h("details", {}, h("summary", {}, texts.quality), h("ul", {}, quality.map((line) => h("li", {}, line)))));
}

export default inRoom({
  build: ({ lang }) => ({ root: h("div", { class: "vb vb-page vb-start", lang }) }),
  show: (panel) => panel.root.replaceChildren(...drawStart(panel)),
  fallback: ({ root }) => root.querySelector("#vbs-result") ?? root,
  entries: ".vbs-tile",
});
