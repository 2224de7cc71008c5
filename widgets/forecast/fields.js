// The numbers of the scenario: each a slider and a field, with its range on the track, where it comes from, and what the documents leave open.

/** Returns the fields; `show(groups)` puts them where the scenario has them. What is being written or moved is left alone. */
function buildFields(tools, groups) {
  const { id, texts } = tools;
  const fields = new Map(Object.values(groups).flat().map((field) => [field.key, buildNumber(field, tools)]));
  const nodes = (name) => groups[name].map(({ key }) => fields.get(key).node);
  const heading = (text) => h("h3", {}, text);
  const node = h("section", { class: "vbp-fields", "aria-labelledby": `${id}-fields` }, h("h2", { id: `${id}-fields`, class: "vb-hidden" }, texts.assumptions),
    heading(texts.decisions), nodes("decisions"), heading(texts.unknowns), nodes("unknowns"),
    h("details", { class: "vbp-further" }, h("summary", {}, texts.further), nodes("further")));
  return { node, show: (now) => Object.values(now).flat().forEach((field) => fields.get(field.key).show(field)) };
}

function buildNumber({ key, id: name, label, unit, slider, source, contradictions }, { id, texts, lang, sender }) {
  const own = `${id}-${name}`;
  const input = h("input", { id: own, class: "vbp-value", inputmode: "decimal", autocomplete: "off", "aria-describedby": `${own}-source ${own}-refused`,
    onchange: () => sender.send("set", { key, value: input.value }) });
  const range = slider && buildRange(slider, { id: `${own}-slider`, label, unit, lang, move: (text) => { input.value = text; sender.slide(key, text); } });
  const [beside, base, refused] = [h("p", { class: "vbp-beside" }), h("span"), h("p", { class: "vbp-refused", id: `${own}-refused`, role: "alert" })];
  const reset = h("button", { type: "button", id: `${own}-reset`, class: "vbp-reset", "aria-label": `${texts.reset}: ${label}`,
    onclick: () => { input.focus(); sender.send("reset", { key }); } }, texts.reset);
  const changed = h("p", { class: "vbp-own" }, base, " ", reset);
  const open = contradictions.length > 0 && buildContradictions(own, contradictions, texts);
  const node = h("div", { class: "vbp-field" },
    h("div", { class: "vbp-top" }, h("label", { for: own }, label), open && open.button, h("span", { class: "vbp-entry" }, input, unit && h("span", {}, unit))),
    range?.node, beside, refused, changed,
    source && h("p", { class: "vbp-source", id: `${own}-source` }, h("span", { class: "vb-kind" }, source.kind), ` ${source.text}`), open && open.node);
  return { node, show(field) {
    node.classList.toggle("is-changed", field.changed);
    if (!sender.pending() && document.activeElement !== input) input.value = field.text;
    if (!sender.pending()) range?.show(field.value);
    setText(beside, field.beside);
    setText(base, field.own);
    setText(refused, field.refused);
    input.setAttribute("aria-invalid", String(Boolean(field.refused)));
    changed.hidden = !field.changed;
  } };
}

/** Returns a slider with the 80 % range and the basis' own place drawn on its track. */
function buildRange({ low, high, step, range: ends, own }, { id, label, unit, lang, move }) {
  const format = numberText(lang, { maximumFractionDigits: 2, useGrouping: false });
  const input = h("input", { type: "range", id, min: String(low), max: String(high), step: String(step), "aria-label": label, oninput: () => { say(); move(format(input.value)); } });
  const say = () => input.setAttribute("aria-valuetext", `${format(input.value)} ${unit}`.trim());
  const places = { "--vbp-own": own, ...(ends.length && { "--vbp-low": ends[0], "--vbp-high": ends[1] }) };
  const style = Object.entries(places).map(([name, at]) => `${name}: ${at}`).join("; ");
  const node = h("div", { class: "vbp-range", style }, h("div", { class: "vbp-track", "aria-hidden": "true" }, ends.length > 0 && h("i", { class: "vbp-likely" }), own !== null && h("i", { class: "vbp-mark" })), input);
  return { node, show(value) { if (value !== null) { input.value = String(value); say(); } } };
}

/** Returns what the documents leave open about a number, and the button that shows and hides it. */
function buildContradictions(id, found, texts) {
  const node = h("div", { class: "vbp-open", id: `${id}-open`, hidden: true }, found.map(({ id: name, label, found: said, handled }) =>
    [h("p", {}, h("strong", {}, closed(`${name} ${label}`, ".")), " ", said), h("p", {}, h("strong", {}, `${texts.handled}: `), handled)]).flat());
  const button = h("button", { type: "button", id: `${id}-opens`, class: "vbp-opens", "aria-expanded": "false", "aria-controls": node.id, onclick: () => {
    node.hidden = !node.hidden;
    button.setAttribute("aria-expanded", String(!node.hidden));
  } }, hiddenText(`${texts.contradiction} `), found.map(({ id: name }) => name).join(", "));
  return { node, button };
}
