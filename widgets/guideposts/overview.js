// All focus points on one page, the filters over them, and the line that shows how a number has moved.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
const SPARK = { wide: 100, high: 30, rim: 3 };

/** Returns the overview: `node` and `show(overview, table)`. */
function buildOverview(panel) {
  const { id, texts } = panel;
  const [filters, shown, none] = [h("div", { class: "vbg-filters" }), h("p", { class: "vbg-shown", role: "status" }), h("p", { class: "vb-none" }, texts.none_shown)];
  const table = h("div", { class: "vbg-frame" });
  const numbers = buildNumbers(`${id}-points`, panel);
  const print_ = h("button", { type: "button", id: `${id}-print`, class: "vb-button is-small", onclick: () => print() }, texts.print);
  return {
    node: h("section", { class: "vbg-overview", "aria-label": texts.points }, h("div", { class: "vbg-tools" }, filters, shown, print_), none, table, numbers.node),
    show(overview, all) {
      reshape(filters, overview.filters, () => overview.filters.map((filter) => drawFilter(filter, panel)));
      setText(shown, overview.shown);
      none.hidden = overview.bands.length > 0;
      table.hidden = !none.hidden;
      reshape(table, overview.bands, () => drawBands(overview.bands, panel));
      numbers.show(all);
    },
  };
}

function drawFilter({ id: filter, label, choices }, { id, send }) {
  return h("div", { class: "vb-pick-row" }, drawPicks(filter, choices, { id, label, pick: (value) => send(filter, { value }) }));
}

function drawBands(bands, panel) {
  const { texts } = panel;
  const heads = [texts.point, texts.number, texts.trend, texts.status, `${texts.responsible} · ${texts.aim.toLowerCase()}`, texts.done];
  // On a phone a row becomes a card, and then only the roles still say what is a table.
  const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads.map((name) => h("th", { scope: "col", role: "columnheader" }, name))));
  const band = ({ id, label, rows }) => h("tbody", { role: "rowgroup" },
    h("tr", { class: "vbg-band", role: "row" }, h("th", { scope: "rowgroup", role: "rowheader", colspan: heads.length }, `${id.slice(1)}. ${label}`)), rows.map((row) => drawPoint(row, panel)));
  return h("table", { class: "vbg-table", role: "table" }, h("caption", { class: "vb-hidden" }, texts.points), head, bands.map(band));
}

function drawPoint({ id: point, label, line, status, status_label, responsible, target, done }, { id, texts, send }) {
  const cell = (name, content) => h("td", { class: `vbg-${name}`, role: "cell" }, content);
  const opener = h("button", { type: "button", id: `${id}-point-${point}`, class: "vbg-open", onclick: () => send("open", { point }) }, h("span", { class: "vbg-id" }, point), " ", h("span", { class: "vbg-name" }, label));
  return h("tr", { role: "row", class: !line.told && "is-untold" }, h("th", { scope: "row", role: "rowheader" }, opener),
    cell("number", drawNumber(line)),
    cell("trend", line.trend && drawSpark(line.trend)),
    cell("status", h("span", { class: `vbg-badge is-${status}` }, status_label)),
    cell("who", [h("span", {}, responsible), h("span", { class: "vbg-soft" }, target)]),
    cell("done", done ? [h("span", {}, done.text), h("span", { class: "vbg-soft" }, done.when)] : h("span", { class: "vbg-soft" }, texts.nothing_done)));
}

/** Returns a number with what it is, what it rests on and how sure it is; without one, why. */
function drawNumber({ label, kind, number, of, sure, when, why }) {
  const rests = [of, sure, when].filter(Boolean).join(" · ");
  return [h("strong", {}, number), h("span", { class: "vbg-what" }, `${label} `, h("span", { class: "vb-kind" }, kind)), h("span", { class: "vbg-soft" }, why ?? rests)];
}

/** Returns a line from zero through the values, broken where there is none, with a dot on the last. */
function drawSpark({ values, text, over, first, last }) {
  const { wide, high, rim } = SPARK;
  const top = Math.max(...values.filter((value) => value !== null)) || 1;
  const place = (value, index) => [rim + (index * (wide - 2 * rim)) / (values.length - 1), high - rim - (value * (high - 2 * rim)) / top];
  const runs = [[]];
  values.forEach((value, index) => (value === null ? runs.push([]) : runs.at(-1).push(place(value, index))));
  const lines = runs.map((run) => drawShape("polyline", { points: run.map((point) => point.join(",")).join(" ") }));
  const at = values.findLastIndex((value) => value !== null);
  const [cx, cy] = place(values[at], at);
  const base = drawShape("line", { x1: 0, x2: wide, y1: high - rim, y2: high - rim });
  const svg = drawShape("svg", { class: "vbg-spark", viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": text }, base, ...lines, drawShape("circle", { cx, cy, r: 2.6 }));
  return [svg, h("span", { class: "vbg-ends", "aria-hidden": "true" }, h("span", {}, first), h("span", {}, over), h("span", {}, last))];
}

function drawShape(name, props, ...children) {
  const node = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(props)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
