// The filters of the list: how many stand how, the case that is sought, the choices, and what is done with the list.

/** Returns the filters: `node`, and `show(view)`. What is being written about a case outlasts an answer of the kernel to something else. */
function buildFilters({ id, texts }, { send, toggle }) {
  const [counts, choices, buttons] = ["vbf-counts", "vbf-choose", "vbf-buttons"].map((name) => h("div", { class: name }));
  const sought = h("input", { id: `${id}-by-case`, inputmode: "numeric", autocomplete: "off", onchange: () => send("filter", { by: "case", value: sought.value }) });
  const label = h("label", { for: sought.id });
  let told = "";
  const tools = { id, texts, send, toggle };
  counts.setAttribute("role", "group");
  counts.setAttribute("aria-label", texts.stands);
  return {
    node: h("div", { class: "vbf-filters" }, counts, h("div", { class: "vbf-selects" }, h("div", { class: "vbf-field" }, label, sought), choices), buttons),
    show({ counts: numbers, find, selects, can_clear: canClear }, asTable) {
      reshape(counts, numbers, () => numbers.map((one) => drawCount(one, tools)));
      setText(label, find.label);
      if (find.value !== told) sought.value = told = find.value;
      reshape(choices, selects, () => selects.map((one) => drawSelect(one, tools)));
      reshape(buttons, [canClear, asTable], () => drawButtons({ canClear, asTable }, tools));
    },
  };
}

function drawCount({ id: status, label, number, pressed }, { id, send }) {
  return h("button", { type: "button", id: `${id}-count-${status}`, class: `vbf-count is-${status}`, "aria-pressed": String(pressed), onclick: () => send("status", { status }) },
    drawGlyph(status), h("strong", {}, number), h("span", {}, label));
}

function drawSelect({ id: name, label, value, options }, { id, send }) {
  const field = h("select", { id: `${id}-by-${name}`, onchange: () => send("filter", { by: name, value: field.value }) },
    options.map((option) => h("option", { value: option.id }, option.label)));
  field.value = value;
  return h("div", { class: "vbf-field" }, h("label", { for: field.id }, label), field);
}

function drawButtons({ canClear, asTable }, { id, texts, send, toggle }) {
  const button = (name, text, onclick, pressed) => h("button", { type: "button", id: `${id}-${name}`, class: "vb-button is-small", "aria-pressed": pressed, onclick }, text);
  return [canClear && button("clear", texts.clear, () => send("clear")), button("table", texts.table, toggle, String(asTable)),
    button("calendar", texts.calendar, () => send("calendar"))];
}
