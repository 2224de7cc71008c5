// The form at a focus point. It belongs to its writer: nothing overwrites it until what it holds has been stored.

/** Returns the form of a point: `node`, `show(form, refused)`, and `correct(note)`, which takes a note up again. */
function buildEntry(panel, point) {
  const held = { form: null, fields: null, corrects: null };
  const node = h("form", { class: "vbg-entry", onsubmit: (event) => { event.preventDefault(); sendEntry(held, panel); } });
  const begin = (form) => {
    Object.assign(held, { corrects: null, form });
    held.fields = buildFields(form, { panel, own: `${panel.id}-${point}` });
    held.refused = h("p", { class: "vbg-refused", role: "alert" });
    held.correcting = h("p", { class: "vb-reason", hidden: true });
    node.replaceChildren(held.correcting, ...held.fields.nodes, h("p", { class: "vbg-soft" }, form.rule), held.refused,
      h("button", { type: "submit", id: `${panel.id}-${point}-save`, class: "vb-button is-primary" }, panel.texts.save));
  };
  return {
    node,
    show(form, refused) {
      if (held.form?.written !== form.written) begin(form);
      setText(held.refused, refused);
    },
    correct({ number, entry }) {
      held.corrects = String(number);
      held.fields.fill(entry);
      const stop = h("button", { type: "button", class: "vb-button is-small", onclick: () => begin(held.form) }, panel.texts.stop_correcting);
      held.correcting.hidden = false;
      held.correcting.replaceChildren(`${panel.texts.correcting} ${number}. `, stop);
      held.fields.focus();
    },
  };
}

function sendEntry({ fields, corrects }, { send }) {
  send("note", { ...fields.values(), corrects: corrects ?? "" });
}

function buildFields(form, { panel: { texts }, own }) {
  const labelled = (name, field, label) => h("div", { class: `vbg-labelled is-${name}` }, h("label", { for: field.id }, label), field);
  const kinds = form.what.map(({ id, label }, index) => h("label", { class: "vb-answer" }, h("input", { type: "radio", name: `${own}-what`, value: id, checked: index === 0 }), label));
  const on = h("input", { id: `${own}-on`, class: "vbg-field", type: "date", value: form.today });
  const indicator = h("select", { id: `${own}-indicator`, class: "vbg-field" }, h("option", { value: "" }, texts.no_number), form.indicators.map((one) => h("option", { value: one.id }, one.label)));
  const value = h("input", { id: `${own}-value`, class: "vbg-field", inputmode: "decimal", autocomplete: "off" });
  const text = h("textarea", { id: `${own}-text`, class: "vbg-field", rows: "3", maxlength: "1000", autocomplete: "off" });
  const who = drawRoles(`${own}-who`, form);
  const fields = { on, indicator, value, text, who };
  const radios = kinds.map((kind) => kind.querySelector("input"));
  return {
    nodes: [h("fieldset", { class: "vbg-what" }, h("legend", {}, texts.what), h("div", {}, kinds)), labelled("on", on, texts.on), labelled("who", who, texts.who),
      labelled("indicator", indicator, texts.measures), labelled("value", value, texts.value), labelled("text", text, texts.text)],
    values: () => ({ what: radios.find((radio) => radio.checked).value, ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])) }),
    fill(entry) {
      for (const radio of radios) radio.checked = radio.value === entry.what;
      for (const [name, field] of Object.entries(fields)) field.value = entry[name];
    },
    focus: () => text.focus(),
  };
}
