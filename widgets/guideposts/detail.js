// One focus point in full: what it says, how it is measured, what was written; the form stands beside.

/** Returns the detail: `node`, `heading` and `show(detail)`. What is being written at a point stays until it is stored. */
function buildDetail(panel) {
  const { id, texts } = panel;
  const part = (name) => h("div", { class: `vbg-${name}` });
  const [way, facts, indicators, context, history, form] = ["way", "facts", "indicators", "context", "history", "form"].map(part);
  const heading = h("h2", { id: `${id}-detail`, tabindex: "-1" });
  const section = (name, node) => h("section", { class: "vbg-section", "aria-label": name }, h("h3", {}, name), node);
  const entries = new Map();
  const entryOf = (point) => {
    if (!entries.has(point)) entries.set(point, buildEntry(panel, point));
    return entries.get(point);
  };
  return {
    heading,
    node: h("section", { class: "vbg-detail", "aria-labelledby": heading.id }, way, heading, facts,
      h("div", { class: "vbg-two" }, h("div", {}, section(texts.indicators, indicators), context), h("div", {}, section(texts.write, form), section(texts.history, history)))),
    show(detail) {
      const entry = entryOf(detail.id);
      reshape(way, [detail.before, detail.after], () => drawWay(detail, panel));
      setText(heading, `${detail.id} ${detail.label}`);
      reshape(facts, [detail.guidepost, detail.status, detail.target, detail.cited, detail.themes], () => drawFacts(detail, texts));
      reshape(indicators, detail.indicators, () => detail.indicators.map((one) => drawIndicator(one, panel)));
      reshape(context, detail.context, () => detail.context.length > 0 && section(texts.context, drawContext(detail.context)));
      if (form.firstChild !== entry.node) form.replaceChildren(entry.node);
      entry.show(detail.form, detail.refused?.note === "" ? detail.refused.text : "");
      reshape(history, [detail.id, detail.history], () => drawHistory(detail, entry, panel));
      for (const said of history.querySelectorAll(".vbg-refused")) setText(said, said.dataset.note === detail.refused?.note ? detail.refused.text : "");
    },
  };
}

function drawWay({ before, after }, { id, texts, send }) {
  const step = (point, label, name) => point && h("button", { type: "button", id: `${id}-${name}`, class: "vb-button is-small", onclick: () => send("open", { point }) }, `${label} (${point})`);
  return [h("button", { type: "button", id: `${id}-back`, class: "vb-button is-small", onclick: () => send("close") }, `← ${texts.back}`), step(before, texts.before, "before"), step(after, texts.after, "after")].filter(Boolean);
}

function drawFacts({ guidepost, status, status_label, responsible, target, themes, cited }, texts) {
  const fact = (label, ...value) => [h("dt", {}, label), h("dd", {}, value)];
  return h("dl", { class: "vb-facts" }, fact(texts.guidepost, guidepost), fact(texts.status, h("span", { class: `vbg-badge is-${status}` }, status_label)),
    fact(texts.responsible, responsible), fact(texts.aim, target.text, target.by && h("span", { class: "vbg-soft" }, ` (${target.by})`)),
    themes && fact(texts.themes, themes), fact(texts.source, drawCited(cited)));
}

function drawCited({ kind, source, reason }) {
  return h("span", { class: "vbg-cited" }, h("span", { class: "vb-kind" }, kind), ` ${[source, reason].filter(Boolean).join(". ")}`);
}

function drawIndicator(one, panel) {
  const { id, texts } = panel;
  const fact = (label, value) => value && [h("dt", {}, label), h("dd", {}, value)];
  const numbers = one.table && buildNumbers(`${id}-${one.table.id}`, panel);
  numbers?.show(one.table);
  return h("article", { class: `vbg-card${one.told ? "" : " is-untold"}` },
    h("div", { class: "vbg-number" }, drawNumber(one)),
    one.trend && h("div", { class: "vbg-trend is-large" }, drawSpark(one.trend)),
    h("dl", { class: "vb-facts" }, fact(texts.definition, one.definition), fact(texts.counted, one.numerator), fact(texts.of, one.denominator),
      fact(texts.period, one.period), fact(texts.data, one.data), fact(texts.founded, drawCited(one))),
    one.moves && drawMoves(one.moves), numbers?.node);
}

function drawMoves({ title, columns, rows }) {
  return h("details", { class: "vb-numbers" }, h("summary", {}, title), drawTexts({ caption: title, columns, rows }, { kind: (index) => index > 1 && "is-number" }));
}

/** Returns the figures from elsewhere. */
function drawContext(figures) {
  return h("ul", { class: "vbg-figures" }, figures.map(({ figure, label, more, kind, source, reason }) => h("li", {}, h("strong", {}, figure), h("span", {}, label),
    more && h("span", { class: "vbg-soft" }, more), h("span", { class: "vbg-soft" }, drawCited({ kind, source, reason })))));
}

function drawHistory({ history, form }, entry, panel) {
  if (!history.length) return h("p", { class: "vb-none" }, panel.texts.no_history);
  return h("ol", { class: "vbg-notes" }, history.map((note) => drawWritten(note, form, entry, panel)));
}

function drawWritten(note, form, entry, panel) {
  const { texts } = panel;
  const state = [note.standing, note.gone, note.corrects].filter(Boolean).join(": ");
  return h("li", { class: note.stands ? null : "is-gone" },
    h("p", { class: "vbg-soft" }, `${note.number}. ${note.what} · ${note.on}`, state && h("strong", {}, ` · ${state}`)),
    note.value && h("p", {}, h("strong", {}, note.value), ` ${note.of}`),
    note.text && h("p", {}, note.text),
    h("p", { class: "vbg-soft" }, `${texts.written_by} ${note.who}, ${note.at}`),
    note.stands && h("div", { class: "vbg-tools" }, h("button", { type: "button", class: "vb-button is-small", onclick: () => entry.correct(note) }, texts.correct), drawWithdraw(note, form, panel)));
}

function drawWithdraw({ number }, form, { id, texts, send }) {
  const own = `${id}-withdraw-${number}`;
  const reason = h("input", { id: `${own}-why`, class: "vbg-field", autocomplete: "off" });
  const who = drawRoles(`${own}-who`, form);
  const refused = h("p", { class: "vbg-refused", role: "alert", "data-note": number });
  return h("details", { class: "vbg-withdraw" }, h("summary", {}, texts.withdraw), h("label", { for: reason.id }, texts.why), reason, h("label", { for: who.id }, texts.who), who,
    h("button", { type: "button", class: "vb-button is-small", onclick: () => send("withdraw", { number: String(number), reason: reason.value, who: who.value }) }, texts.withdraw), refused);
}

function drawRoles(id, { roles, who }) {
  return h("select", { id, class: "vbg-field" }, roles.map((role) => h("option", { value: role.id, selected: role.id === who }, role.label)));
}
