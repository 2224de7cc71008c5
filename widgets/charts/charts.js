// Charts: Vega draws what Python described, in this page, without asking anybody and without making code of text.

const CHART_LETTER = 18; // pixels; what the descriptions count in
const PICTURE_WIDTH = 1200; // of a chart that is saved
const PICTURE_LINE = /\S.{0,119}(?=\s|$)/gu; // characters of a note beside each other
const EMBED = { mode: "vega-lite", renderer: "svg", ast: true, actions: false, tooltip: false, hover: false, defaultStyle: false };
const charts = new WeakMap();

/** Shows `chart` ({ spec, data, description }) in `node` and returns a promise of it. The same spec with new data is only updated; what is
    overtaken by something newer is never drawn. The letters are those of the node's own font; a hidden node is drawn when it is shown. */
function drawChart(node, chart) {
  const held = charts.get(node) ?? holdChart(node);
  held.wanted = chart;
  node.setAttribute("aria-label", chart.description);
  return held.draw();
}

/** Lets go of what `node` holds, before it is thrown away for good. */
function dropChart(node) {
  const held = charts.get(node);
  held?.observer.disconnect();
  held?.view?.finalize();
  charts.delete(node);
}

/** Saves the chart of `node` as a file `name`.svg or `name`.png, with its title and, a line or more each, the notes on what the numbers are
    of. */
async function saveChart(node, { name, type, title, notes }) {
  const { spec, data } = charts.get(node).wanted;
  const text = { title: { text: title, subtitle: notes.flatMap(textLines) }, padding: CHART_LETTER };
  const { view } = await vegaEmbed(document.createElement("div"), { ...sizedSpec(spec, PICTURE_WIDTH, PICTURE_WIDTH / 2, CHART_LETTER), ...text, datasets: data }, EMBED);
  const content = type === "svg" ? await view.toSVG() : await canvasBlob(await view.toCanvas(2));
  view.finalize();
  saveDownload({ name: `${name}.${type}`, type: type === "svg" ? "image/svg+xml" : "image/png" }, [content]);
}

/** Returns a text in lines that a picture has room for. */
function textLines(text) {
  return text.match(PICTURE_LINE).map((line) => line.trim());
}

function canvasBlob(canvas) {
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function holdChart(node) {
  const held = { frame: h("div", { "aria-hidden": "true" }), wanted: null, view: null, key: null, size: null, data: null };
  let queue = Promise.resolve();
  held.draw = () => (queue = queue.catch(() => {}).then(() => settleChart(node, held)));
  node.classList.add("vb-chart");
  node.setAttribute("role", "img");
  node.replaceChildren(held.frame);
  held.observer = new ResizeObserver(held.draw);
  held.observer.observe(node);
  charts.set(node, held);
  return held;
}

/** Brings what is drawn up to what is wanted now, by as little work as will do. */
async function settleChart(node, held) {
  if (!charts.has(node)) return;
  const { spec, data } = held.wanted;
  node.classList.toggle("is-rows", rowHeight(spec) !== null);
  const [width, height, letter] = [node.clientWidth, node.clientHeight, parseFloat(getComputedStyle(node).fontSize)];
  if (!width) return;
  const [key, size] = [JSON.stringify([spec, letter]), rowHeight(spec) === null ? `${width}x${height}` : `${width}`];
  if (key === held.key && size === held.size && data === held.data) return;
  if (key !== held.key) {
    held.view?.finalize();
    await document.fonts.ready; // what a letter takes is measured once
    held.view = (await vegaEmbed(held.frame, { ...sizedSpec(spec, width, height, letter), datasets: data }, EMBED)).view;
  } else {
    for (const [name, rows] of Object.entries(data)) held.view.data(name, rows);
    held.view.width(width);
    if (rowHeight(spec) === null) held.view.height(height);
    await held.view.resize().runAsync();
  }
  Object.assign(held, { key, size, data });
}

/** Returns the description for this width, these letters, and (unless its rows decide) this height; all in pixels. */
function sizedSpec(spec, width, height, letter) {
  const row = rowHeight(spec);
  return { ...spec, width,
    height: row === null ? height : { step: row * letter / CHART_LETTER },
    autosize: { ...spec.autosize, type: row === null ? "fit" : "fit-x" },
    params: spec.params.map((param) => (param.name === "letter" ? { ...param, value: letter } : param)) };
}

/** Returns the height of a row of a chart in rows, null for a chart that takes the height it is given. */
function rowHeight({ height }) {
  return height.step ?? null;
}
