// Numbers and names to write, each with what is allowed and what was refused.

/** Returns fields: `node`, and `show(fields)`; a field that is being written in is left alone. */
function buildFields(panel) {
  const held = new Map();
  const node = h("div", { class: "vbf-fields" });
  return { node, show(fields) {
    for (const field of fields) {
      if (!held.has(field.key)) { held.set(field.key, buildNumberField(field, panel)); node.append(held.get(field.key).node); }
      held.get(field.key).show(field);
    }
  } };
}

function buildNumberField({ key, label, unit, note }, { id, send }) {
  const own = `${id}-${key}`;
  const refused = h("p", { class: "vbf-refused", id: `${own}-refused`, role: "alert" });
  const input = h("input", { type: "text", id: own, class: "vbf-value", inputmode: "numeric", autocomplete: "off", "aria-describedby": `${own}-note ${own}-refused`, onchange: () => send("set", { key, value: input.value }) });
  const node = h("div", { class: "vbf-number" }, h("label", { for: own }, label), h("span", {}, input, " ", unit), h("p", { class: "vb-small", id: `${own}-note` }, note), refused);
  return { node, show({ value, refused: why }) {
    if (document.activeElement !== input || !why) input.value = value;
    input.setAttribute("aria-invalid", String(Boolean(why)));
    setText(refused, why);
  } };
}

/** Returns the list of types, each with the name that the municipality gives it. */
function drawTypes({ title, said, rows, fixed, cited }, { id, send }) {
  const row = (type) => {
    const own = `${id}-type-${type.id}`;
    const input = h("input", { type: "text", id: own, class: "vbf-type-name", value: type.value, maxlength: "60", autocomplete: "off", onchange: () => send("name", { type: type.id, value: input.value }) });
    return h("li", {}, type.fixed ? [h("span", {}, type.value), h("span", { class: "vb-small" }, fixed)] : [h("label", { for: own }, type.label), input]);
  };
  return [h("h2", {}, title), h("p", { class: "vbf-lead" }, said), h("ol", { class: "vbf-types" }, rows.map(row)), ...drawCited(cited)];
}
