// Running courses on time lines: a row a course, a column a week, a line for today, a mark for every promise.

/** Returns the weeks above the time lines, with the way to earlier and later ones; `step(weeks)` moves them, 0 goes back to today. */
function drawWeeks({ title, columns, moved }, { id, texts, step }) {
  const button = (name, by, text) => h("button", { type: "button", id: `${id}-weeks-${name}`, class: "vbf-step", "aria-label": texts[`weeks_${name}`],
    "aria-disabled": name === "now" && !moved && "true", onclick: () => step(by) }, text);
  const cells = columns.map(({ number, month, current }) => h("span", { class: `vbf-week${current ? " is-current" : ""}` }, month && h("b", {}, month), h("i", {}, number)));
  return h("div", { class: "vbf-weeks" },
    h("div", { class: "vbf-steps", role: "group", "aria-label": title }, button("back", -1, "‹"), button("now", 0, texts.today), button("on", 1, "›")),
    h("div", { class: "vbf-numbers", "aria-hidden": "true" }, cells));
}

/** Returns the rows as a list; each is a button that says its course in one sentence. */
function drawRows(rows, weeks, tools) {
  return h("ol", { class: "vbf-rows", "aria-label": tools.texts.courses, style: `--vbf-weeks: ${weeks.columns.length}; --vbf-today: ${weeks.today ?? -1}` },
    rows.map((row) => h("li", {}, drawRow(row, weeks, tools))));
}

function drawRow(row, weeks, { id, texts, open }) {
  const shown = (name, ...children) => h("span", { class: `vbf-${name}`, "aria-hidden": "true" }, ...children);
  return h("button", { type: "button", id: `${id}-row-${row.id}`, class: `vbf-row is-${row.next.stands}`, "aria-current": row.current && "true", onclick: () => open(row.id) },
    hiddenText(row.sentence),
    shown("who", h("strong", {}, row.label), h("span", {}, row.pathway), h("span", { class: "vbf-state" }, row.state, row.runs_on && h("em", {}, texts.runs_on))),
    shown("track", weeks.today !== null && h("i", { class: "vbf-today" }), row.bar && drawBar(row.bar), row.bands.map(drawBand), row.marks.map(drawMark)),
    shown("next", drawGlyph(row.next.stands), h("span", { class: "vbf-what" }, row.next.what, row.next.others && [" ", h("span", { class: "vbf-others" }, row.next.others)]),
      h("span", { class: "vbf-when" }, h("b", {}, row.next.when), row.next.owner && ` · ${row.next.owner}`)));
}

function placed(name, { from, to }, ...children) {
  return h("i", { class: name, style: `--from: ${from}; --to: ${to}` }, ...children);
}

function drawBar(bar) {
  return placed(`vbf-bar${bar.runs_on ? " is-running" : ""}`, bar);
}

function drawBand(band) {
  return placed("vbf-band", band);
}

/** Returns a mark at its place; one that lies outside the weeks stands at their edge with an arrow towards it. */
function drawMark({ at, stands, beyond, title }) {
  const arrow = { before: "‹", after: "›" }[beyond];
  return h("i", { class: `vbf-mark${arrow ? ` is-${beyond}` : ""}`, style: `--at: ${at}`, title }, beyond === "before" && arrow, drawGlyph(stands), beyond === "after" && arrow);
}

/** Returns what the signs mean, for the eye: every row says it in words. */
function drawLegend(legend) {
  return h("ul", { class: "vbf-legend", "aria-hidden": "true" }, legend.map(({ stands, label }) => h("li", {}, drawGlyph(stands), label)));
}

/** Returns the same rows as a table. */
function drawTable(rows, { id, texts, open }) {
  const head = [texts.case, texts.pathway, texts.state, texts.next, texts.date, texts.owner, texts.stands];
  return h("table", { class: "vbf-table" },
    h("caption", { class: "vb-hidden" }, texts.courses),
    h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", { class: row.current && "is-current" },
      h("th", { scope: "row" }, h("button", { type: "button", id: `${id}-row-${row.id}`, class: "vbf-open", "aria-current": row.current && "true", onclick: () => open(row.id) }, row.label)),
      [row.pathway, row.state, row.next.what].map((text) => h("td", {}, text)), h("td", { class: "vbf-date" }, row.next.when), h("td", {}, row.next.owner),
      h("td", {}, h("span", { class: "vbf-stands" }, drawGlyph(row.next.stands), row.next.word))))));
}
