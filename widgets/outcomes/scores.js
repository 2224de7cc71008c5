// The citizens' own scores: cards, the numbers they are held against, and the groups.

/** Returns the part: `node`, `show(scores)` and its drawings. */
function buildScores(panel) {
  const { id, texts } = panel;
  const part = (name) => h("div", { class: `vbo-${name}` });
  const [banner, cards, percents, fields, groups, picks] = [h("p", { class: "vb-guard vbo-banner" }), part("cards"), part("percents"), part("fields"), part("groups"), h("div", { class: "vb-pick-row" })];
  const [reliable, alliance] = ["reliable", "alliance"].map((name) => buildDrawing(`${id}-${name}`, 3, panel));
  const [areas, grouped] = ["areas", "grouped"].map((name) => buildNumbers(`${id}-${name}`, panel));
  const [areasTitle, areasTable] = [h("h3"), h("div")];
  const held = new Map();
  const none = h("p", { class: "vb-none" });
  const all = h("div", { class: "vbo-scores" }, banner, cards, percents,
    h("div", { class: "vbo-reliable" }, h("section", { "aria-labelledby": `${id}-held` }, h("h3", { id: `${id}-held` }, texts.held), fields), reliable.node),
    h("div", { class: "vbo-two" }, alliance.node, h("div", { class: "vbo-areas" }, areasTitle, areasTable, areas.node)),
    h("div", { class: "vbo-grouped" }, picks, groups, grouped.node));
  return {
    node: h("div", {}, none, all), drawings: [reliable, alliance],
    show(scores) {
      setText(none, scores.none);
      none.hidden = !scores.none;
      all.hidden = Boolean(scores.none);
      if (scores.none) return;
      setText(banner, scores.banner);
      banner.hidden = !scores.banner;
      reshape(cards, scores.cards, () => scores.cards.map(drawCard));
      reshape(percents, scores.percents, () => [h("h3", {}, texts.percents), h("div", {}, scores.percents.cards.map(drawCard)), h("p", {}, scores.percents.note)]);
      for (const field of scores.fields) showThreshold(field, { held, fields, panel });
      reliable.show(scores.reliable);
      alliance.show(scores.alliance);
      setText(areasTitle, scores.areas.table.title);
      reshape(areasTable, scores.areas, () => drawWide({ ...scores.areas, caption: scores.areas.table.title }));
      areas.show(scores.areas.table);
      reshape(picks, scores.groups.choices, () => drawPicks("by", scores.groups.choices, { id, label: texts.grouped, pick: (by) => panel.send("group", { by }) }));
      reshape(groups, [scores.groups.columns, scores.groups.rows], () => drawWide({ ...scores.groups, caption: texts.grouped }));
      grouped.show(scores.groups.table);
    },
  };
}

/** Builds the field of a number once, and shows what it holds; what is being written is left alone. */
function showThreshold(field, { held, fields, panel }) {
  if (!held.has(field.key)) {
    held.set(field.key, buildThreshold(field, panel));
    fields.append(held.get(field.key).node);
  }
  held.get(field.key).show(field);
}

function buildThreshold({ key, label, unit, range, note }, { id, send }) {
  const own = `${id}-${key}`;
  const refused = h("p", { class: "vbo-refused", id: `${own}-refused`, role: "alert" });
  const input = h("input", { id: own, class: "vbo-value", inputmode: "decimal", autocomplete: "off", "aria-describedby": `${own}-note ${own}-refused`,
    onchange: () => send("set", { key, value: input.value }) });
  const node = h("div", { class: "vbo-field" }, h("label", { for: own }, label), h("span", { class: "vbo-entry" }, input, h("span", {}, unit)),
    refused, h("p", { class: "vb-small", id: `${own}-note` }, `${note} (${range})`));
  return { node, show({ value, refused: why }) {
    if (document.activeElement !== input || !why) input.value = value;
    input.setAttribute("aria-invalid", String(Boolean(why)));
    setText(refused, why);
  } };
}
